import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";

/** More names than this are no help in a list; every name can still be typed. */
const MOST_NAMES = 500;

export type FormChoices = { bodies: string[]; topics: { key: string | null; name: string }[] };

/** What the forms offer: the names of this workspace's bodies, and its topics. */
export async function findFormChoices(tx: Tx, member: Member): Promise<FormChoices> {
  const where = { workspaceId: member.workspace.id };
  const bodies = await tx.publicBody.findMany({
    where,
    select: { name: true },
    orderBy: { name: "asc" },
    take: MOST_NAMES,
  });
  // Retired ones stay where they are used, and are not offered any more.
  const topics = await tx.topic.findMany({
    where: { ...where, retired: false },
    select: { key: true, name: true },
    orderBy: { name: "asc" },
  });
  return { bodies: bodies.map((body) => body.name), topics };
}
