import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}

/** The commit that is built, from git's own files; null outside of a checkout. */
function commit(): string | null {
  const head = contentOf(".git/HEAD");
  const branch = head?.match(/^ref: (.+)$/)?.[1];
  if (!branch) return head;
  const packed = contentOf(".git/packed-refs")
    ?.split("\n")
    .find((line) => line.endsWith(` ${branch}`));
  return contentOf(`.git/${branch}`) ?? packed?.split(" ")[0] ?? null;
}

const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

const config: NextConfig = {
  env: { APP_VERSION: version, APP_COMMIT: commit()?.slice(0, 12) ?? "" },
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // `npm run check` judges types; a build on a small server need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A reverse proxy compresses better and cheaper than the server's own process (docs/decisions/0025).
  compress: process.env.COMPRESS === "1",
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/i18n/format-message.ts" } },
  serverExternalPackages: ["graphile-worker", "pino", "nodemailer", "pg"],
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
    // A page is loaded when it is first asked for: a fifth less memory, for some ten milliseconds once.
    preloadEntriesOnStart: false,
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
