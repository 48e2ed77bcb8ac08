import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { recordId } from "@/lib/domain/fields";
import { done, failed } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { valuesOf } from "./consultation-content";
import { findSubject } from "./find-subject";

/** The form for a consultation that was called off. Its version is the date given so far. */
export const openCancelForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const consultation = await findSubject(tx, member, id);
    if (!consultation) return failed("not_found");
    const { cancelledOn } = consultation;
    const form = formKeys.cancel(id);
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf({ cancelledOn }) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: cancelledOn ?? "",
        by: await saverName(tx, consultation.updatedBy),
        at: consultation.updatedAt,
      },
    });
    return done({ view, consultation });
  },
);
