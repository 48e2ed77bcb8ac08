import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { FollowUpInput } from "@/lib/domain/follow-up";
import type { PlainDate } from "@/lib/domain/plain-date";
import { resolveBodies, tidyName } from "@/lib/features/consultations/resolve-names";

export type FollowUpContent = Omit<FollowUpInput, "id" | "consultationId">;

/** A follow-up as its form knows it, with every move of its due date; null when this workspace has none of that id. */
export async function loadFollowUp(tx: Tx, member: Member, id: string) {
  const row = await tx.followUp.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    include: { publicBody: true, dateMoves: { orderBy: { recordedNo: "asc" } } },
  });
  if (!row) return null;
  const { version, consultationId, activityId, createdBy, updatedBy, updatedAt } = row;
  const content: FollowUpContent = {
    owner: row.owner,
    waitingOn: row.waitingOn,
    publicBody: row.publicBody?.name ?? null,
    title: row.title,
    promisedWords: row.promisedWords,
    basis: row.basis,
    madeByRole: row.madeByRole,
    madeOn: fromDb(row.madeOn),
    dueOn: fromDb(row.dueOn),
    bodySays: row.bodySays,
    doneOn: fromDb(row.doneOn),
    communitySays: row.communitySays,
    evidenceUrl: row.evidenceUrl,
  };
  const moves = row.dateMoves.map((move) => ({
    fromOn: fromDb(move.fromOn),
    toOn: fromDb(move.toOn),
    reason: move.reason,
    movedOn: fromDb(move.movedOn),
  }));
  return { id, version, consultationId, activityId, createdBy, updatedBy, updatedAt, content, moves };
}

/**
 * A follow-up's content as it is kept: made today unless a date was given, waiting on somebody only when it is
 * joint, and a body of its own only when that is not the one that asked.
 */
export function settledContent(content: FollowUpContent, askedBy: string, today: PlainDate): FollowUpContent {
  const own = content.publicBody === null ? null : tidyName(content.publicBody);
  return {
    ...content,
    publicBody: own !== null && own.toLowerCase() !== askedBy.toLowerCase() ? own : null,
    waitingOn: content.owner === "joint" ? content.waitingOn : "body",
    madeOn: content.madeOn ?? today,
  };
}

/** The columns of a settled follow-up; its body is created when new. */
export async function followUpColumns(
  tx: Tx,
  member: Member,
  { publicBody, madeOn, dueOn, doneOn, ...same }: FollowUpContent,
  today: PlainDate,
) {
  const [publicBodyId = null] = publicBody === null ? [] : await resolveBodies(tx, member, [publicBody]);
  return { ...same, publicBodyId, madeOn: toDb(madeOn ?? today), dueOn: toDb(dueOn), doneOn: toDb(doneOn) };
}
