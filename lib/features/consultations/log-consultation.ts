import "server-only";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { forgetQuickLog } from "@/lib/features/quick-log/long-form";
import {
  type ConsultationContent,
  changedFields,
  columnsOf,
  contentOf,
  loadConsultation,
  type SavedConsultation,
  valuesOf,
} from "./consultation-content";
import { loggedSchema } from "./consultation-schemas";
import { saveAskingBody, saveLists } from "./save-lists";
import { keepNewPromise, recordSpokenPromise } from "./spoken-promise";

/**
 * "differs": this form had been saved before with other content. The new content waits as a draft of the edit form.
 */
export type Logged = { id: string; outcome: "logged" | "already" | "differs" };
/** "promise": only the promise is new; it waits as a draft of the promise's form. */
export type LoggedConsultation = { id: string; outcome: Logged["outcome"] | "promise" };

const there = z.tuple([z.object({ there: z.boolean() })]);

async function isThere(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const [one] = there.parse(
    await tx.$queryRaw`
      SELECT EXISTS (SELECT FROM consultations WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid) AS there`,
  );
  return one.there;
}

async function sentAgain(
  tx: Tx,
  member: Member,
  { id, ...saved }: SavedConsultation,
  content: ConsultationContent,
  words: string | null,
): Promise<Result<LoggedConsultation>> {
  if (saved.createdBy !== member.userId) return failed("not_found");
  const kept =
    words !== null &&
    (await keepNewPromise(tx, member, { consultationId: id, words, startsOn: content.startsOn }));
  if (changedFields(saved.content, content).length === 0)
    return done({ id, outcome: kept ? "promise" : "already" });
  await keepSecondTry(tx, member, formKeys.consultation(id), { id: [id], ...valuesOf(content) });
  return done({ id, outcome: "differs" });
}

/**
 * Logs a consultation. Bodies and topics are given by name and created when new; what was promised aloud becomes a
 * follow-up of the body's. Sending the same form twice makes one record. Errors: `reference_taken`, and those of the schema.
 */
export const logConsultation = defineUseCase(
  {
    permission: "record:write",
    audit: ["consultation.logged", "public_body.revised", "follow_up.recorded"],
    schema: loggedSchema,
  },
  async ({ tx, member, now, today, record, nothingChanged }, input) => {
    const workspaceId = member.workspace.id;
    const content = contentOf(input);
    const earlier = (await isThere(tx, workspaceId, input.id))
      ? await loadConsultation(tx, member, input.id)
      : null;
    if (earlier) {
      nothingChanged();
      return sentAgain(tx, member, earlier, content, input.promise);
    }

    const body = await saveAskingBody(tx, member, input.publicBody, input.publicBodyKind);
    // Waits for the same form sent a moment ago, instead of failing on it; and for a reference being taken.
    const created = await tx.consultation.createMany({
      data: [
        {
          workspaceId,
          id: input.id,
          ...columnsOf(content, body.id),
          cancelledOn: toDb(input.cancelledOn),
          explanationAcceptedOn: toDb(input.explanationAcceptedOn),
          explanationDecidedBy: input.explanationDecidedBy,
          explanationMembersIn: input.explanationMembersIn,
          createdAt: now,
          createdBy: member.userId,
          updatedAt: now,
          updatedBy: member.userId,
        },
      ],
      skipDuplicates: true,
    });
    if (created.count === 0) {
      const winner = await loadConsultation(tx, member, input.id);
      if (!winner) return refused("reference", "reference_taken");
      nothingChanged();
      return sentAgain(tx, member, winner, content, input.promise);
    }
    await saveLists(tx, member, { id: input.id, publicBodyId: body.id, fresh: true }, content);
    if (body.kindCorrected)
      await record({ kind: "public_body.revised", subjectId: body.id, detail: { fields: ["kind"] } });
    await record({ kind: "consultation.logged", subjectId: input.id, detail: {} });
    if (input.promise !== null) {
      const spoken = { consultationId: input.id, words: input.promise, startsOn: content.startsOn };
      await record(await recordSpokenPromise(tx, member, spoken, { today, now }));
    }
    // A program has no screens.
    if (!member.token) await forgetQuickLog(tx, member, input.id);
    return done<LoggedConsultation>({ id: input.id, outcome: "logged" });
  },
);
