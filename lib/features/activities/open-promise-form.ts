import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { valuesOf } from "@/lib/features/consultations/consultation-content";
import { findFormChoices } from "@/lib/features/consultations/form-choices";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { findActivitySubject, loadPromise } from "./promise-content";

/** The form for a new promise made at an activity, or for the promise `id` of it. */
export const openPromiseForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ activityId: recordId, id: recordId.nullable() }),
  },
  async ({ tx, member }, { activityId, id }) => {
    const activity = await findActivitySubject(tx, member, activityId);
    if (!activity) return failed("not_found");
    const { bodies } = await findFormChoices(tx, member);
    if (id === null) {
      const form = formKeys.newPromise(activityId);
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadPromise(tx, member, typedId);
        return saved && { ...valuesOf(saved.content), activityId: [saved.activityId] };
      });
      const view = formView({ form, fresh: { id: [randomUUID()], activityId: [activityId] }, draft });
      return done({ activity, view, moves: [], bodies });
    }
    const promise = await loadPromise(tx, member, id);
    if (promise?.activityId !== activityId) return failed("not_found");
    const form = formKeys.followUp(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(promise.content) },
      draft: await findDraft(tx, member, form),
      saved: { version: promise.version, by: await saverName(tx, promise.updatedBy), at: promise.updatedAt },
    });
    return done({ activity, view, moves: promise.moves, bodies });
  },
);
