import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { ActivityContent } from "@/lib/domain/activity";
import { resolveBodies, resolveTopics } from "@/lib/features/consultations/resolve-names";
import { groupsOf, officialsOf } from "./activity-content";

/** The id of the public body of an activity; null where none was named. */
export async function saveActivityBody(tx: Tx, member: Member, name: string | null): Promise<string | null> {
  const [id = null] = name === null ? [] : await resolveBodies(tx, member, [name]);
  return id;
}

/** Replaces who took part, which officials came, what was observed and the topics. */
export async function saveActivityLists(
  tx: Tx,
  member: Member,
  activityId: string,
  content: ActivityContent,
): Promise<void> {
  const own = { workspaceId: member.workspace.id, activityId };
  await tx.activityGroup.deleteMany({ where: own });
  await tx.activityOfficial.deleteMany({ where: own });
  await tx.activityOutcome.deleteMany({ where: own });
  await tx.activityTopic.deleteMany({ where: own });
  const groups = groupsOf(content);
  if (groups.length > 0)
    await tx.activityGroup.createMany({ data: groups.map((group) => ({ ...own, ...group })) });
  const officials = officialsOf(content);
  for (const [position, { role, office, body }] of officials.entries()) {
    const publicBodyId = await saveActivityBody(tx, member, body);
    await tx.activityOfficial.create({ data: { ...own, position, role, office, publicBodyId } });
  }
  if (content.outcomes.length > 0)
    await tx.activityOutcome.createMany({ data: content.outcomes.map((outcome) => ({ ...own, outcome })) });
  const topics = await resolveTopics(tx, member, content.topics);
  if (topics.length > 0)
    await tx.activityTopic.createMany({ data: topics.map((topicId) => ({ ...own, topicId })) });
}
