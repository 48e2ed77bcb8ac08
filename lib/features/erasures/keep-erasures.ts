import "server-only";
import { systemClient } from "@/lib/db/clients";
import { type ErasureEntry, erasureEntry } from "@/lib/domain/erasure";
import { settings } from "@/lib/env";
import { appendErasures, erasureFile, readErasures } from "@/lib/services/erasure-file";

/**
 * Copies what the ledger in the database says and the file beside the backups does not say yet. Safe to run again,
 * and to run twice at once: entries are known by their id, and one that stands there twice is erased once.
 * Answers how many were added.
 */
export async function keepErasures(): Promise<number> {
  const file = erasureFile(settings().dataDir);
  const kept = new Set((await readErasures(file)).map(({ id }) => id));
  const rows = await systemClient().erasure.findMany({ orderBy: [{ erasedAt: "asc" }, { id: "asc" }] });
  const missing: ErasureEntry[] = rows
    .filter(({ id }) => !kept.has(id))
    .map((row) => erasureEntry.parse({ ...row, erasedAt: row.erasedAt.toISOString() }));
  await appendErasures(file, missing);
  return missing.length;
}
