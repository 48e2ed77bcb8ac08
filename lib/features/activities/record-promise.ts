import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newActivityPromise } from "@/lib/domain/follow-up";
import { done, failed, refused } from "@/lib/domain/result";
import { changedFields, valuesOf } from "@/lib/features/consultations/consultation-content";
import type { Logged } from "@/lib/features/consultations/log-consultation";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { followUpColumns } from "@/lib/features/follow-ups/follow-up-content";
import { findActivitySubject, loadPromise, promiseContent } from "./promise-content";

/** Records what was promised at an activity, by whoever it was. Sending the same form twice makes one record. */
export const recordPromise = defineUseCase(
  { permission: "record:write", audit: ["activity_promise.recorded"], schema: newActivityPromise },
  async ({ tx, member, now, today, record, nothingChanged }, { id, activityId, ...typed }) => {
    const activity = await findActivitySubject(tx, member, activityId);
    if (!activity) return failed("not_found");
    const content = promiseContent(typed, activity.publicBody, today);
    if (!content) return refused("publicBody", "required");
    const created = await tx.followUp.createMany({
      data: [
        {
          workspaceId: member.workspace.id,
          id,
          activityId,
          ...(await followUpColumns(tx, member, content, today)),
          createdAt: now,
          createdBy: member.userId,
          updatedAt: now,
          updatedBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      const detail = { activityId, owner: content.owner };
      await record({ kind: "activity_promise.recorded", subjectId: id, detail });
      return done<Logged>({ id, outcome: "logged" });
    }
    const earlier = await loadPromise(tx, member, id);
    if (earlier?.createdBy !== member.userId || earlier.activityId !== activityId) return failed("not_found");
    nothingChanged();
    if (changedFields(earlier.content, content).length === 0) return done<Logged>({ id, outcome: "already" });
    await keepSecondTry(tx, member, formKeys.followUp(id), { id: [id], ...valuesOf(content) });
    return done<Logged>({ id, outcome: "differs" });
  },
);
