import "server-only";
import type { Key } from "@/lib/db/doors";
import { done, type Result } from "@/lib/domain/result";
import type { Clock } from "@/lib/services/clock";
import { advanceImport } from "./advance-import";
import { failImport } from "./fail-import";

/**
 * Takes an import as far as it can go by itself: from matched columns to a preview, or from the go-ahead to the end.
 * @param rows rows in one transaction
 */
export async function runImport(
  key: Key,
  id: string,
  clock: Clock,
  rows = 1000,
): Promise<Result<{ id: string }>> {
  for (;;) {
    const step = await advanceImport.run(key, { id, rows }, clock());
    if (!step.ok) return step;
    if (!step.value.value.more) return done({ id });
  }
}

/** The job's way: when its last try fails, the import says so instead of waiting for ever. Throws what went wrong. */
export async function runImportJob(
  key: Extract<Key, { kind: "job" }>,
  id: string,
  clock: Clock,
  lastTry: boolean,
): Promise<void> {
  try {
    // Somebody who is no member any more, or an import thrown away: nothing to go on with.
    await runImport(key, id, clock);
  } catch (error) {
    if (lastTry) await failImport.run(key, { id }, clock());
    throw error;
  }
}
