import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
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

// Only of the consultation it was found for; what was decided on is proposed no more.
async function proposedValues(tx: Tx, member: Member, where: { id: string; consultationId: string }) {
  const { workspace } = member;
  const found = await tx.answerProposal.findFirst({
    where: { workspaceId: workspace.id, decidedAt: null, ...where },
  });
  return (
    found &&
    valuesOf({
      kind: found.kind,
      receivedOn: fromDb(found.receivedOn),
      summary: found.summary,
      sourceUrl: found.sourceUrl,
    })
  );
}

/** The form for a new answer to a consultation, or for the answer `id` of it. */
export const openResponseForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({
      consultationId: recordId,
      id: recordId.nullable(),
      /** A new one may start with what looks like an answer on their page. */
      proposal: recordId.nullable().default(null),
    }),
  },
  async ({ tx, member }, { consultationId, id, proposal }) => {
    const consultation = await findSubject(tx, member, consultationId);
    if (!consultation) return failed("not_found");
    if (id === null) {
      const form = formKeys.newResponse(consultationId);
      const draft = await findNewDraft(tx, member, form, async (typedId) => {
        const saved = await loadResponse(tx, member, typedId);
        return saved && valuesOf(saved.content);
      });
      const found = proposal && (await proposedValues(tx, member, { id: proposal, consultationId }));
      const fresh = { id: [randomUUID()], consultationId: [consultationId], ...found };
      return done({
        consultation,
        proposed: Boolean(found) && !draft,
        view: formView({ form, fresh, draft }),
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
    return done({ consultation, proposed: false, view });
  },
);
