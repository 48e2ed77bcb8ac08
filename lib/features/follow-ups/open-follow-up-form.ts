import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { valuesOf } from "@/lib/features/consultations/consultation-content";
import { findSubject } from "@/lib/features/consultations/find-subject";
import { findFormChoices } from "@/lib/features/consultations/form-choices";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { loadFollowUp } from "./follow-up-content";

/** The form for a new follow-up of a consultation, or for the follow-up `id` of it. */
export const openFollowUpForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ consultationId: recordId, id: recordId.nullable() }),
  },
  async ({ tx, member }, { consultationId, id }) => {
    const consultation = await findSubject(tx, member, consultationId);
    if (!consultation) return failed("not_found");
    const choices = await findFormChoices(tx, member);
    if (id === null) {
      const form = formKeys.newFollowUp(consultationId);
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadFollowUp(tx, member, typedId);
        return saved && valuesOf(saved.content);
      });
      return done({
        consultation,
        view: formView({ form, fresh: { id: [randomUUID()], consultationId: [consultationId] }, draft }),
        moves: [],
        choices,
      });
    }
    const followUp = await loadFollowUp(tx, member, id);
    if (followUp?.consultationId !== consultationId) return failed("not_found");
    const form = formKeys.followUp(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(followUp.content) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: followUp.version,
        by: await saverName(tx, followUp.updatedBy),
        at: followUp.updatedAt,
      },
    });
    return done({ consultation, view, moves: followUp.moves, choices });
  },
);
