import "server-only";
import { z } from "zod";
import { systemClient } from "@/lib/db/clients";
import type { FileStore, StoredFile } from "@/lib/services/files/file-store";
import { fileStore } from "./open-attachment";

/** How many files the database is asked about at once. */
const AT_ONCE = 500;
/** Milliseconds. An upload writes its row seconds after its bytes; a server that was killed meanwhile never does. */
const FRESH = 60 * 60 * 1000;

/** Tells which of some files nothing needs any more, by their ids. */
export type AskForSweep = (files: readonly StoredFile[], fresh: readonly boolean[]) => Promise<Set<string>>;

const answer = z.array(z.object({ id: z.uuid() }));

const askAsSystem: AskForSweep = async (files, fresh) => {
  const rows = answer.parse(
    await systemClient().$queryRaw`
      SELECT f AS id FROM files_to_sweep(
        ${files.map(({ workspaceId }) => workspaceId)}::uuid[], ${files.map(({ fileId }) => fileId)}::uuid[], ${[...fresh]}::boolean[]) f`,
  );
  return new Set(rows.map(({ id }) => id));
};

/**
 * Removes stored files that no record and no trash names: of uploads that broke off, of removed records whose thirty
 * days are over, of erased records and organisations. Answers how many. Safe to run twice at once.
 */
export async function sweepFiles(
  now: Date,
  { store = fileStore(), ask = askAsSystem }: { store?: FileStore; ask?: AskForSweep } = {},
): Promise<number> {
  let removed = 0;
  let batch: StoredFile[] = [];
  const sweep = async () => {
    const fresh = batch.map(({ writtenAt }) => now.getTime() - writtenAt.getTime() < FRESH);
    const unneeded = await ask(batch, fresh);
    for (const file of batch) {
      if (!unneeded.has(file.fileId)) continue;
      await store.remove(file);
      removed += 1;
    }
    batch = [];
  };
  for await (const file of store.list()) {
    batch.push(file);
    if (batch.length === AT_ONCE) await sweep();
  }
  if (batch.length > 0) await sweep();
  return removed;
}
