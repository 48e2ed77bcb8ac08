// What can be wrong without running the product: types, lint, words, and tables that differ from the schema.
import { existsSync } from "node:fs";
import { generateClient, prismaEnvironment } from "./build.mjs";
import { ended, startNode, typescript } from "./children.mjs";
import { inRoot } from "./paths.mjs";
import { startThrowaway } from "./throwaway.mjs";

const tool = (file, ...args) => [inRoot("node_modules", file), ...args];

async function finished(args, env = {}) {
  return await ended(
    startNode(args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, FORCE_COLOR: "0", ...env } }),
  );
}

async function types() {
  // Next describes its routes as types first.
  const routes = await finished(tool("next/dist/bin/next", "typegen"), { NEXT_TELEMETRY_DISABLED: "1" });
  return routes.code === 0
    ? // The compiler of version 7: the same judgement in a quarter of the time. Next itself still needs 5.
      await finished(
        tool("typescript-native/bin/tsc", "--noEmit", "--incremental", "false", "--pretty", "false"),
      )
    : routes;
}

const lint = () => finished(tool("@biomejs/biome/bin/biome", "check", "--max-diagnostics=30"));

const words = () => finished(typescript("scripts/check-messages.ts"));

/** docs/permissions.md says what the code says. */
const permissions = () => finished(typescript("scripts/permission-matrix.ts", "--check"));

/** Migrates an empty database and compares it with schema.prisma: exit code 2 tells of a difference. */
async function drift() {
  const server = await startThrowaway();
  try {
    const env = ownerOnly(server);
    const migrated = await finished(typescript("scripts/prepare.ts", "--no-seed"), env);
    if (migrated.code !== 0) return migrated;
    const compare = [
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    ];
    return await finished(tool("prisma/build/index.js", ...compare), { ...env, ...prismaEnvironment });
  } finally {
    await server.remove();
  }
}

/** An environment in which only the owner of a throwaway database is set. */
export const ownerOnly = ({ ownerUrl, authSecret }) => ({
  DATABASE_URL: ownerUrl,
  AUTH_SECRET: authSecret,
  APP_DATABASE_URL: "",
  SYSTEM_DATABASE_URL: "",
  SHARE_DATABASE_URL: "",
  DEMO: "0",
});

/** Runs every check, two at a time; returns [{ name, ok, output, seconds }]. */
export async function runChecks(onDone = () => {}) {
  await generateClient();
  const checks = [
    ["types", types],
    ["lint", lint],
    ["schema drift", drift],
    ["permissions", permissions],
    ...(existsSync(inRoot("scripts/check-messages.ts")) ? [["words", words]] : []),
  ];
  const results = [];
  const worker = async () => {
    for (let next = checks.shift(); next; next = checks.shift()) {
      const [name, check] = next;
      const began = Date.now();
      const { code, output } = await check().catch((error) => ({ code: 1, output: error.stack }));
      const result = { name, ok: code === 0, output: output.trim(), seconds: (Date.now() - began) / 1000 };
      results.push(result);
      onDone(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** One line for a check that passed, all it said for one that did not. */
export function describeCheck({ name, ok, output, seconds }) {
  const line = `${ok ? "ok    " : "FAILED"}  ${name} (${seconds.toFixed(1)} s)`;
  return ok ? line : `${line}\n${output}\n`;
}
