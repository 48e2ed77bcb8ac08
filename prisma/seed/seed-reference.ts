import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Client } from "pg";
import { directoryMark, keepDirectory } from "./seed-directory";

// Any number will do, as long as nothing else locks on it.
const SEEDING = 7_300_201;

/**
 * Fills the reference data: the directory of public bodies, and public holidays of the United Kingdom and of every country that has a workspace,
 * from 2000 to ten years from `now`. Days that an updated list no longer has go; answer dates that rested on a
 * changed day are worked out again by the database, in the same transaction.
 * `ownerUrl` is the owner's address of a migrated database. When nothing changed it costs one statement.
 * Answers whether anything had to be looked at.
 */
export async function seedReference(ownerUrl: string, now: Date = new Date()): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const year = now.getUTCFullYear();
    const before = await findState(client);
    const listed = before.directory === directoryMark() && before.bodies > 0;
    if (listed && before.mark === markOf(year, before)) return false;
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [SEEDING]);
    if (!listed) await keepDirectory(client);
    await keepHolidays(client, before.countries, year);
    // The mark lives with the table, so a restored or emptied database is filled again.
    const mark = markOf(year, await findState(client));
    await client.query(`COMMENT ON TABLE holidays IS ${client.escapeLiteral(mark)}`);
    await client.query("COMMIT");
    return true;
  } finally {
    await client.end(); // takes an unfinished transaction back
  }
}

interface State {
  /** What the directory was filled from. */
  directory: string | null;
  bodies: number;
  /** What the holidays were filled from. */
  mark: string | null;
  countries: string[];
  days: number;
}

async function findState(client: Client): Promise<State> {
  const { rows } = await client.query<State>(`
    SELECT obj_description('holidays'::regclass, 'pg_class') AS mark,
      obj_description('directory_bodies'::regclass, 'pg_class') AS directory,
      (SELECT count(*)::int FROM directory_bodies) AS bodies,
      (SELECT count(*)::int FROM holidays) AS days,
      ARRAY(SELECT country FROM workspaces UNION SELECT 'GB' ORDER BY 1) AS countries`);
  const [state] = rows;
  if (!state) throw new Error("the state of the holidays could not be read");
  return state;
}

/** Says what the table was filled from: the list, the library, the last year, the countries, and how many days that made. */
function markOf(year: number, { countries, days }: State): string {
  const list = readFileSync(join(process.cwd(), "prisma/seed/data/uk-bank-holidays.csv"));
  const library: { version: string } = createRequire(import.meta.url)("date-holidays/package.json");
  const source = createHash("sha256")
    .update(list)
    .update(`${library.version} ${year} ${countries.join(",")}`)
    .digest("hex")
    .slice(0, 16);
  return `Filled from ${source}: ${days} days`;
}

async function keepHolidays(client: Client, countries: string[], year: number): Promise<void> {
  // Loaded only when needed: the library brings every country's calendar with it.
  const { holidaysToKeep } = await import("@/lib/services/holidays");
  const rows = countries.flatMap((country) => holidaysToKeep(country, year));
  const kept = `jsonb_to_recordset($1::jsonb) AS k (country text, region text, day date, name text)`;
  await client.query(
    `DELETE FROM holidays h WHERE h.country = ANY ($2)
       AND (h.country, h.region, h.day) NOT IN (SELECT k.country, k.region, k.day FROM ${kept})`,
    [JSON.stringify(rows), countries],
  );
  await client.query(
    `INSERT INTO holidays (country, region, day, name) SELECT k.country, k.region, k.day, k.name FROM ${kept}
     ON CONFLICT (country, region, day) DO UPDATE SET name = excluded.name WHERE holidays.name <> excluded.name`,
    [JSON.stringify(rows)],
  );
}
