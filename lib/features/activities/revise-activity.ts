import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { revisedActivity } from "@/lib/domain/activity";
import { done, failed } from "@/lib/domain/result";
import { changedFields } from "@/lib/features/consultations/consultation-content";
import { activityColumns, loadActivity, tidyContent } from "./activity-content";
import { saveActivityBody, saveActivityLists } from "./save-activity-lists";

/** Revises an activity. Fails with `conflict` when somebody saved it since, unless it already says the same. */
export const reviseActivity = defineUseCase(
  {
    permission: "record:write",
    audit: ["activity.revised"],
    schema: revisedActivity,
    before: async (tx, member, { id }) => (await loadActivity(tx, member, id))?.content,
  },
  async ({ tx, member, now, record, nothingChanged }, { id, version, ...typed }) => {
    const before = await loadActivity(tx, member, id);
    if (!before) return failed("not_found");
    const content = tidyContent(typed);
    const fields = changedFields(before.content, content);
    if (fields.length === 0) {
      nothingChanged();
      return done({ id });
    }
    const saved = await tx.activity.updateMany({
      where: { workspaceId: member.workspace.id, id, version },
      data: {
        ...activityColumns(content, await saveActivityBody(tx, member, content.publicBody)),
        version: { increment: 1 },
        updatedAt: now,
        updatedBy: member.userId,
      },
    });
    if (saved.count === 0) return failed("conflict");
    await saveActivityLists(tx, member, id, content);
    await record({ kind: "activity.revised", subjectId: id, detail: { fields } });
    return done({ id });
  },
);
