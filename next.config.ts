import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // `npm run check` judges types; a build on a small server need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A reverse proxy compresses better and cheaper than the server's own process.
  compress: false,
  serverExternalPackages: ["graphile-worker", "pino", "nodemailer", "pg"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
