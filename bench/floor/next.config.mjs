import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const config = {
  compress: false,
  poweredByHeader: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["graphile-worker", "pino", "nodemailer", "pg"],
  turbopack: {
    root: path.resolve(import.meta.dirname, "../.."),
    // As in the product.
    resolveAlias: { "use-intl/format-message": "./lib/i18n/format-message.ts" },
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
