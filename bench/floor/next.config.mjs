import path from "node:path";

export default {
  compress: false,
  poweredByHeader: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["graphile-worker", "pino", "nodemailer", "pg"],
  turbopack: {
    root: path.resolve(import.meta.dirname, "../.."),
    // The product's own words, put together as the product does it.
    resolveAlias: {
      "next-intl/config": "../../lib/i18n/request.ts",
      "use-intl/format-message": "../../lib/i18n/format-message.ts",
    },
  },
};
