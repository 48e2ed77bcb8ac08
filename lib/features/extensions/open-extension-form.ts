import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { valuesOf } from "@/lib/features/consultations/consultation-content";
import { findSubject } from "@/lib/features/consultations/find-subject";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { loadExtension } from "./extension-content";

/** The form for a newly agreed answer date, or for the one that was recorded as `id`. */
export const openExtensionForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ consultationId: recordId, id: recordId.nullable() }),
  },
  async ({ tx, member }, { consultationId, id }) => {
    const consultation = await findSubject(tx, member, consultationId);
    if (!consultation) return failed("not_found");
    if (id === null) {
      const form = formKeys.newExtension(consultationId);
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadExtension(tx, member, typedId);
        return saved && valuesOf(saved.content);
      });
      return done({
        consultation,
        view: formView({ form, fresh: { id: [randomUUID()], consultationId: [consultationId] }, draft }),
      });
    }
    const extension = await loadExtension(tx, member, id);
    if (extension?.consultationId !== consultationId) return failed("not_found");
    const form = formKeys.extension(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(extension.content) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: extension.version,
        by: await saverName(tx, extension.saved.by),
        at: extension.saved.at,
      },
    });
    return done({ consultation, view });
  },
);
