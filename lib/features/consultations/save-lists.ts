import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { BodyKind } from "@/lib/domain/taxonomy";
import { resolveBodies, resolveTopics } from "./resolve-names";

/** The id of the body that asked. A kind that was chosen counts for a new body and corrects a known one. */
export async function saveAskingBody(
  tx: Tx,
  member: Member,
  name: string,
  kind: BodyKind | null,
): Promise<{ id: string; kindCorrected: boolean }> {
  const [id = ""] = await resolveBodies(tx, member, [name], kind ?? "other");
  if (!kind) return { id, kindCorrected: false };
  const corrected = await tx.publicBody.updateMany({
    where: { workspaceId: member.workspace.id, id, kind: { not: kind } },
    data: { kind },
  });
  return { id, kindCorrected: corrected.count > 0 };
}

/** Replaces a consultation's topics and other bodies. The asking body is not one of the others. */
export async function saveLists(
  tx: Tx,
  member: Member,
  consultation: { id: string; publicBodyId: string },
  lists: { topics: string[]; otherBodies: string[] },
): Promise<void> {
  const own = { workspaceId: member.workspace.id, consultationId: consultation.id };
  const topics = await resolveTopics(tx, member, lists.topics);
  const bodies = await resolveBodies(tx, member, lists.otherBodies);
  await tx.consultationTopic.deleteMany({ where: { ...own, topicId: { notIn: topics } } });
  await tx.consultationOtherBody.deleteMany({ where: { ...own, publicBodyId: { notIn: bodies } } });
  if (topics.length > 0)
    await tx.consultationTopic.createMany({
      data: topics.map((topicId) => ({ ...own, topicId })),
      skipDuplicates: true,
    });
  const others = bodies.filter((id) => id !== consultation.publicBodyId);
  if (others.length > 0) {
    await tx.consultationOtherBody.createMany({
      data: others.map((publicBodyId) => ({ ...own, publicBodyId })),
      skipDuplicates: true,
    });
  }
}
