import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import { revisedFollowUp } from "@/lib/domain/follow-up";
import { done, failed, refused } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { followUpColumns } from "@/lib/features/follow-ups/follow-up-content";
import { findActivitySubject, loadPromise, promiseContent } from "./promise-content";

/** Revises a promise made at an activity, by the rules of every follow-up: a moved date asks for the reason and stays. */
export const revisePromise = defineUseCase(
  {
    permission: "record:write",
    audit: ["activity_promise.revised"],
    schema: revisedFollowUp,
    before: async (tx, member, { id }) => (await loadPromise(tx, member, id))?.content,
  },
  async ({ tx, member, now, today, record, nothingChanged }, { id, version, moveReason, ...typed }) => {
    const workspaceId = member.workspace.id;
    const before = await loadPromise(tx, member, id);
    const activity = before && (await findActivitySubject(tx, member, before.activityId));
    if (!before || !activity) return failed("not_found");
    const { activityId } = before;
    const madeOn = typed.madeOn ?? before.content.madeOn;
    const content = promiseContent({ ...typed, madeOn }, activity.publicBody, today);
    if (!content) return refused("publicBody", "required");
    const fields = changedFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ activityId });
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
    await record({ kind: "activity_promise.revised", subjectId: id, detail: { activityId, fields } });
    return done({ activityId });
  },
);
