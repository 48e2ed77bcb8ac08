import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { revisedFollowUp } from "@/lib/domain/follow-up";
import { done, failed, refused } from "@/lib/domain/result";
import { saveRevision } from "@/lib/features/follow-ups/save-revision";
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
    const before = await loadPromise(tx, member, id);
    const activity = before && (await findActivitySubject(tx, member, before.activityId));
    if (!before || !activity) return failed("not_found");
    const { activityId } = before;
    const madeOn = typed.madeOn ?? before.content.madeOn;
    const content = promiseContent({ ...typed, madeOn }, activity.publicBody, today);
    if (!content) return refused("publicBody", "required");
    const revision = { id, version, content, moveReason };
    const saved = await saveRevision(tx, member, before, revision, { today, now });
    if (!saved.ok) return saved;
    const fields = saved.value;
    if (fields.length === 0) {
      nothingChanged();
      return done({ activityId });
    }
    await record({ kind: "activity_promise.revised", subjectId: id, detail: { activityId, fields } });
    return done({ activityId });
  },
);
