import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { newActivity } from "@/lib/domain/activity";
import { done, failed } from "@/lib/domain/result";
import { changedFields, valuesOf } from "@/lib/features/consultations/consultation-content";
import type { Logged } from "@/lib/features/consultations/log-consultation";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { activityColumns, loadActivity, tidyContent } from "./activity-content";
import { saveActivityBody, saveActivityLists } from "./save-activity-lists";

/**
 * Logs an activity. Public bodies and topics are given by name and created when new. Sending the same form twice
 * makes one record; with other content the second waits as a draft of the edit form.
 */
export const logActivity = defineUseCase(
  { permission: "record:write", audit: ["activity.logged"], schema: newActivity },
  async ({ tx, member, now, record, nothingChanged }, { id, ...typed }) => {
    const content = tidyContent(typed);
    const publicBodyId = await saveActivityBody(tx, member, content.publicBody);
    const created = await tx.activity.createMany({
      data: [
        {
          workspaceId: member.workspace.id,
          id,
          ...activityColumns(content, publicBodyId),
          createdAt: now,
          createdBy: member.userId,
          updatedAt: now,
          updatedBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count > 0) {
      await saveActivityLists(tx, member, id, content);
      await record({ kind: "activity.logged", subjectId: id, detail: {} });
      return done<Logged>({ id, outcome: "logged" });
    }
    const earlier = await loadActivity(tx, member, id);
    if (earlier?.createdBy !== member.userId) return failed("not_found");
    nothingChanged();
    if (changedFields(earlier.content, content).length === 0) return done<Logged>({ id, outcome: "already" });
    await keepSecondTry(tx, member, formKeys.activity(id), { id: [id], ...valuesOf(content) });
    return done<Logged>({ id, outcome: "differs" });
  },
);
