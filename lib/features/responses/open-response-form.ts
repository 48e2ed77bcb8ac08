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
import { loadResponse } from "./response-content";

/** The form for a new answer to a consultation, or for the answer `id` of it. */
export const openResponseForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ consultationId: recordId, id: recordId.nullable() }),
  },
  async ({ tx, member }, { consultationId, id }) => {
    const consultation = await findSubject(tx, member, consultationId);
    if (!consultation) return failed("not_found");
    if (id === null) {
      const form = formKeys.newResponse(consultationId);
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadResponse(tx, member, typedId);
        return saved && valuesOf(saved.content);
      });
      return done({
        consultation,
        view: formView({ form, fresh: { id: [randomUUID()], consultationId: [consultationId] }, draft }),
      });
    }
    const response = await loadResponse(tx, member, id);
    if (response?.consultationId !== consultationId) return failed("not_found");
    const form = formKeys.response(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf(response.content) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: response.version,
        by: await saverName(tx, response.updatedBy),
        at: response.updatedAt,
      },
    });
    return done({ consultation, view });
  },
);
