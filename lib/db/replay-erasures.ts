import pg from "pg";
import type { ErasureEntry } from "@/lib/domain/erasure";

/**
 * Erases again, in a database restored from an older copy, what the ledger says was erased since. Runs as the owner,
 * in one transaction; running it again does nothing. Answers how many entries there were and how many of them still
 * had something to erase.
 */
export async function replayErasures(
  ownerUrl: string,
  entries: readonly ErasureEntry[],
): Promise<{ entries: number; erased: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    let erased = 0;
    for (const { id, kind, subjectId, within, erasedAt } of entries) {
      const { rows } = await client.query<{ there: boolean }>(
        "SELECT replay_erasure($1, $2, $3, $4, $5) AS there",
        [id, kind, subjectId, within, erasedAt],
      );
      if (rows[0]?.there) erased += 1;
    }
    await client.query("COMMIT");
    return { entries: entries.length, erased };
  } finally {
    await client.end(); // takes an unfinished transaction back
  }
}
