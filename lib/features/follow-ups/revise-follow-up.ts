import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import { revisedFollowUp } from "@/lib/domain/follow-up";
import { done, failed, refused } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { followUpColumns, loadFollowUp, settledContent } from "./follow-up-content";

/**
 * Revises a follow-up: its words, what the body says and what the community says. Moving its due date asks for the
 * reason (`move_reason_needed`), and every earlier date stays. Fails with `conflict` when somebody saved it since.
 */
export const reviseFollowUp = defineUseCase(
  {
    permission: "record:write",
    audit: ["follow_up.revised"],
    schema: revisedFollowUp,
    before: async (tx, member, { id }) => (await loadFollowUp(tx, member, id))?.content,
  },
  async ({ tx, member, now, today, record, nothingChanged }, { id, version, moveReason, ...typed }) => {
    const workspaceId = member.workspace.id;
    const before = await loadFollowUp(tx, member, id);
    const consultationId = before?.consultationId;
    if (!before || !consultationId) return failed("not_found");
    const consultation = await tx.consultation.findUnique({
      where: { workspaceId_id: { workspaceId, id: consultationId } },
      select: { publicBody: { select: { name: true } } },
    });
    if (!consultation) return failed("not_found");
    const madeOn = typed.madeOn ?? before.content.madeOn;
    const content = settledContent({ ...typed, madeOn }, consultation.publicBody.name, today);
    const fields = changedFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ consultationId });
    }
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
    await record({ kind: "follow_up.revised", subjectId: id, detail: { consultationId, fields } });
    return done({ consultationId });
  },
);
