import { Client } from "pg";
import { BENCH_STATEMENTS } from "./bench-rows";

/** How many workspaces one transaction fills: a stop in between leaves whole workspaces only. */
const BATCH = 25;

export type BenchSize = { workspaces: number; consultations: number };

/**
 * Adds workspaces `bench-1` … `bench-N` with the same records every time, as the owner of the database: for each,
 * `consultations` consultations with 1.5 times as many follow-ups and half as many responses. A workspace that is
 * there already is left as it is, so that a second run adds what is missing.
 * @returns how many workspaces were added
 */
export async function seedBench(
  ownerUrl: string,
  { workspaces, consultations }: BenchSize,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      "SELECT n FROM generate_series(1, $1::int) n WHERE NOT EXISTS (SELECT FROM workspaces WHERE slug = 'bench-' || n)",
      [workspaces],
    );
    const missing = rows.map((row) => row.n);
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      await client.query("BEGIN");
      for (const statement of BENCH_STATEMENTS) {
        const values = statement.includes("$2") ? [batch, consultations] : [batch];
        await client.query(statement, values);
      }
      await client.query("COMMIT");
      onProgress(from + batch.length);
    }
    if (missing.length > 0) await client.query("ANALYZE");
    return missing.length;
  } finally {
    await client.end(); // takes an unfinished batch back
  }
}
