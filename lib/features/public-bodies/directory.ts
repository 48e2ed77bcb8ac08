import "server-only";
import type { Tx } from "@/lib/db/doors";
import { type Ready, readyToSearch } from "@/lib/domain/body-search";
import type { BodyKind } from "@/lib/domain/taxonomy";

export type DirectoryEntry = { name: string; aliases: string[]; kind: BodyKind; nation: string };

/** What this server remembers of the directory, and the stamp it had: every change in the table counts it on. */
let kept: { entries: Ready<DirectoryEntry>[]; stamp: bigint } | null = null;

/**
 * The shared directory of public bodies, by name, ready to be searched: some 650 entries, read when one of them has
 * changed since this server last looked, on whichever server that was. One small statement, or two.
 */
export async function findDirectory(tx: Tx): Promise<Ready<DirectoryEntry>[]> {
  const { version: stamp } = await tx.referenceStamp.findUniqueOrThrow({ where: { list: "directory" } });
  if (kept?.stamp === stamp) return kept.entries;
  const found: DirectoryEntry[] = await tx.directoryBody.findMany({
    where: { current: true },
    select: { name: true, aliases: true, kind: true, nation: true },
  });
  found.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const entries = readyToSearch(found);
  kept = { entries, stamp };
  return entries;
}
