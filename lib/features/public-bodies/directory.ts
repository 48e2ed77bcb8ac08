import "server-only";
import type { Tx } from "@/lib/db/doors";
import type { BodyKind } from "@/lib/domain/taxonomy";

export type DirectoryEntry = { name: string; aliases: string[]; kind: BodyKind; nation: string };

/** Milliseconds. The directory changes when a newer list is brought in at a start, and is the same for everybody. */
const FRESH_FOR = 10 * 60_000;
let kept: { entries: DirectoryEntry[]; until: number } | null = null;

/** The shared directory of public bodies, by name: some 650 entries, read once in ten minutes. */
export async function findDirectory(tx: Tx, now: Date): Promise<DirectoryEntry[]> {
  if (kept && kept.until > now.getTime()) return kept.entries;
  const entries = await tx.directoryBody.findMany({
    where: { current: true },
    select: { name: true, aliases: true, kind: true, nation: true },
    orderBy: { name: "asc" },
  });
  kept = { entries, until: now.getTime() + FRESH_FOR };
  return entries;
}
