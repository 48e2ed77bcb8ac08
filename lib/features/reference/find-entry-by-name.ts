import "server-only";
import type { Tx } from "@/lib/db/doors";

/** The one entry of the directory that a name or a key means, merged ones left out; null when none or several do. */
export async function findEntryByName(tx: Tx, typed: string): Promise<{ id: string; name: string } | null> {
  const found = await tx.directoryBody.findMany({
    where: {
      mergedInto: null,
      OR: [
        { id: typed },
        { name: { equals: typed, mode: "insensitive" } },
        { names: { has: typed.toLowerCase() } },
      ],
    },
    select: { id: true, name: true, current: true },
    take: 20,
  });
  const today = found.filter(({ current }) => current);
  const [one, ...more] = today.length > 0 ? today : found;
  return one && more.length === 0 ? one : null;
}
