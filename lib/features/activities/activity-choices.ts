import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { findFormChoices } from "@/lib/features/consultations/form-choices";

/** What the form offers: names of bodies, topics, and the kinds this organisation named itself. */
export async function findActivityChoices(tx: Tx, member: Member) {
  const own = await tx.activity.findMany({
    where: { workspaceId: member.workspace.id, kind: "own" },
    select: { ownKind: true },
    distinct: ["ownKind"],
    orderBy: { ownKind: "asc" },
    take: 100,
  });
  const { bodies, topics } = await findFormChoices(tx, member);
  return { bodies, topics, ownKinds: own.flatMap(({ ownKind }) => ownKind ?? []) };
}
