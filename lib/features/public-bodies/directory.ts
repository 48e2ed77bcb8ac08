import "server-only";
import type { Tx } from "@/lib/db/doors";
import { type Ready, readyToSearch } from "@/lib/domain/body-search";
import type { BodyKind } from "@/lib/domain/taxonomy";

export type DirectoryEntry = { name: string; aliases: string[]; kind: BodyKind; nation: string };

/** Milliseconds. The directory changes when a newer list is brought in at a start, and is the same for everybody. */
const FRESH_FOR = 10 * 60_000;
let kept: { entries: Ready<DirectoryEntry>[]; until: number } | null = null;

/** The shared directory of public bodies, by name, ready to be searched: some 650 entries, read once in ten minutes. */
export async function findDirectory(tx: Tx, now: Date): Promise<Ready<DirectoryEntry>[]> {
  if (kept && kept.until > now.getTime()) return kept.entries;
  const found: DirectoryEntry[] = await tx.directoryBody.findMany({
    where: { current: true },
    select: { name: true, aliases: true, kind: true, nation: true },
  });
  found.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const entries = readyToSearch(found);
  kept = { entries, until: now.getTime() + FRESH_FOR };
  return entries;
}
