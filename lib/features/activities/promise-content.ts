import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { PlainDate } from "@/lib/domain/plain-date";
import {
  type FollowUpContent,
  loadFollowUp,
  settledContent,
} from "@/lib/features/follow-ups/follow-up-content";

/** The activity a promise was made at, as far as its forms need it; null when this workspace has none of that id. */
export async function findActivitySubject(tx: Tx, member: Member, id: string) {
  const row = await tx.activity.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    select: { id: true, title: true, publicBody: { select: { name: true } } },
  });
  return row && { id: row.id, title: row.title, publicBody: row.publicBody?.name ?? null };
}

/** A promise made at an activity, as its form knows it; null for any other follow-up. */
export async function loadPromise(tx: Tx, member: Member, id: string) {
  const followUp = await loadFollowUp(tx, member, id);
  return followUp?.activityId ? { ...followUp, activityId: followUp.activityId } : null;
}

/** As it is kept; null when it is somebody else's promise and nobody says whose. */
export function promiseContent(
  typed: FollowUpContent,
  publicBody: string | null,
  today: PlainDate,
): FollowUpContent | null {
  const content = settledContent(typed, publicBody ?? "", today);
  return content.owner === "us" || content.publicBody !== null || publicBody !== null ? content : null;
}
