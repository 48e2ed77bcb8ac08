import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { valuesOf } from "@/lib/features/consultations/consultation-content";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { findActivityChoices } from "./activity-choices";
import { loadActivity } from "./activity-content";

/** The form for a new activity (`id` null), or for one that is recorded: as it is, or what was typed before. */
export const openActivityForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId.nullable() }) },
  async ({ tx, member }, { id }) => {
    if (id === null) {
      const form = formKeys.newActivity;
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadActivity(tx, member, typedId);
        return saved && valuesOf(saved.content);
      });
      const view = formView({ form, fresh: { id: [randomUUID()], whose: ["ours"] }, draft });
      return done({ view, title: "", choices: await findActivityChoices(tx, member) });
    }
    const activity = await loadActivity(tx, member, id);
    if (!activity) return failed("not_found");
    const form = formKeys.activity(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(activity.content) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: activity.version,
        by: await saverName(tx, activity.updatedBy),
        at: activity.updatedAt,
      },
    });
    return done({ view, title: activity.content.title, choices: await findActivityChoices(tx, member) });
  },
);
