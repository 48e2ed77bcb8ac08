import path from "node:path";

export default {
  compress: false,
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["pg"],
  turbopack: { root: path.resolve(import.meta.dirname, "../..") },
};
