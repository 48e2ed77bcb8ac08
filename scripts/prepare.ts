import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { MigrationError, migrate } from "@/lib/db/migrate";
import { assertRolesAreHarmless, ensureRoles, RolesError } from "@/lib/db/roles";
import { readCommandSettings } from "@/lib/env";

/**
 * Brings the database in DATABASE_URL up to date, as its owner: roles, migrations,
 * reference data, and with DEMO=1 the demo workspaces when there is no workspace.
 * Called by npm start and by the tests; `--no-seed` stops before the reference data.
 */
async function prepare(): Promise<void> {
  const { databaseUrl, authSecret, roleUrls, demo } = readCommandSettings(process.env);
  if (!databaseUrl || !authSecret) throw new Error("prepare.ts needs DATABASE_URL and AUTH_SECRET");
  await assertUsable(databaseUrl);
  await ensureRoles(databaseUrl, authSecret, roleUrls);
  await migrate(databaseUrl, { onApply: (name) => say(`Migrating: ${name} …`) });
  await assertRolesAreHarmless(databaseUrl);
  if (process.argv.includes("--no-seed")) return;
  await seed("prisma/seed/seed-reference.ts", "seedReference", databaseUrl);
  if (demo && existsSync("prisma/seed/seed-demo.ts") && (await isEmpty(databaseUrl))) {
    say("Filling the demo workspaces …");
    await seed("prisma/seed/seed-demo.ts", "seedDemo", databaseUrl, new Date().toISOString().slice(0, 10));
  }
}

/** Tells an address that does not answer, or too old a server, in a sentence. */
async function assertUsable(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || String("code" in error ? error.code : error) : String(error);
    throw new RolesError(
      `DATABASE_URL does not answer: ${reason}. Expected the owner's address of a PostgreSQL 15 or newer that is running.`,
    );
  }
  try {
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < 15)
      throw new RolesError(`DATABASE_URL is a PostgreSQL ${major}. Expected PostgreSQL 15 or newer.`);
  } finally {
    await client.end();
  }
}

async function seed(file: string, name: string, ...args: string[]): Promise<void> {
  if (!existsSync(file)) return;
  const seeds: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
  const run = seeds[name];
  if (typeof run !== "function") throw new Error(`${file} exports no function ${name}`);
  await run(...args);
}

/** Whether there is no workspace yet. */
async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      "SELECT NOT EXISTS (SELECT FROM workspaces) AS empty",
    );
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}

const say = (text: string) => process.stderr.write(`         ${text}\n`);

try {
  await prepare();
} catch (error) {
  const expected = error instanceof RolesError || error instanceof MigrationError;
  process.stderr.write(
    `\n${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
