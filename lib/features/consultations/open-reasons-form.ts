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
import { explanationVersion } from "./explanation";
import { findSubject } from "./find-subject";

/** The form for accepting the reasons a body gave. Its version is all that is said so far. */
export const openReasonsForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({ id: recordId }) },
  async ({ tx, member }, { id }) => {
    const consultation = await findSubject(tx, member, id);
    if (!consultation) return failed("not_found");
    const { acceptedOn, decidedBy, membersTookPart } = consultation.explanation;
    const form = formKeys.reasons(id);
    const took = membersTookPart === null ? null : membersTookPart ? "yes" : "no";
    const view = formView({
      form,
      fresh: { id: [id], ...valuesOf({ acceptedOn, decidedBy, membersTookPart: took }) },
      draft: await findDraft(tx, member, form),
      saved: {
        version: explanationVersion(consultation.explanation),
        by: await saverName(tx, consultation.updatedBy),
        at: consultation.updatedAt,
      },
    });
    return done({ view, consultation });
  },
);
