import "server-only";
import type { Member } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { PlainDate } from "@/lib/domain/plain-date";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { type FollowUpContent, followUpColumns } from "./follow-up-content";

type Revision = {
  id: string;
  /** The version its writer began from. */
  version: number;
  content: FollowUpContent;
  moveReason: string | null;
};

/**
 * Saves what was revised of a follow-up, whatever it belongs to. Moving its due date asks for the reason
 * (`move_reason_needed`), and every earlier date stays. `conflict` when somebody saved it since.
 * @returns the names of the fields that changed; none when it says the same as before
 */
export async function saveRevision(
  tx: Tx,
  member: Member,
  before: { version: number; content: FollowUpContent },
  { id, version, content, moveReason }: Revision,
  { today, now }: { today: PlainDate; now: Date },
): Promise<Result<string[]>> {
  const workspaceId = member.workspace.id;
  const fields = changedFields(before.content, content);
  if (fields.length === 0) return done([]);
  if (before.version !== version) return failed("conflict");
  const moved = fields.includes("dueOn");
  if (moved && moveReason === null) return refused("moveReason", "move_reason_needed");
  const saved = await tx.followUp.updateMany({
    where: { workspaceId, id, version },
    data: {
      ...(await followUpColumns(tx, member, content, today)),
      version: { increment: 1 },
      updatedAt: now,
      updatedBy: member.userId,
    },
  });
  if (saved.count === 0) return failed("conflict");
  if (moved && moveReason !== null) {
    await tx.dateMove.create({
      data: {
        workspaceId,
        followUpId: id,
        fromOn: toDb(before.content.dueOn),
        toOn: toDb(content.dueOn),
        reason: moveReason,
        movedOn: toDb(today),
        createdBy: member.userId,
      },
    });
  }
  return done(fields);
}
