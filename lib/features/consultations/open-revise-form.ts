import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { loadConsultation, valuesOf } from "./consultation-content";
import { findFormChoices } from "./form-choices";

/** The form that revises a consultation: as it is recorded, or what was typed before beside the other version. */
export const openReviseForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const consultation = await loadConsultation(tx, member, id);
    if (!consultation) return failed("not_found");
    const form = formKeys.consultation(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(consultation.content) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: consultation.version,
        by: await saverName(tx, consultation.updatedBy),
        at: consultation.updatedAt,
      },
    });
    return done({
      view,
      title: consultation.content.title,
      bodyKind: consultation.publicBodyKind,
      choices: await findFormChoices(tx, member),
    });
  },
);
