import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import type { DraftPayload } from "@/lib/domain/draft";
import { promiseTitle, type QuickLog, type QuickRecord, quickRecord } from "@/lib/domain/quick-log";
import { done, failed, type Result } from "@/lib/domain/result";
import {
  type ConsultationContent,
  changedFields,
  type SavedConsultation,
  valuesOf,
} from "@/lib/features/consultations/consultation-content";
import { tidyName } from "@/lib/features/consultations/resolve-names";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";

/**
 * "differs": this screen had been saved before with other content, which waits as a draft of the long form.
 * "promise": only the promise is new; it waits as a draft of the promise's form.
 */
export type LoggedQuickly = { id: string; outcome: "logged" | "already" | "differs" | "promise" };

function differing(saved: ConsultationContent, record: QuickRecord): string[] {
  const { publicBody, title, kind, startsOn, endsOn, participants, minutesEach } = saved;
  const before = { publicBody, title, kind, startsOn, endsOn, participants, minutesEach };
  return changedFields(before, { ...record, publicBody: tidyName(record.publicBody) });
}

/** Whether the record says what the screen says. What was added to the record since is no difference. */
export function saysTheSame(saved: ConsultationContent, given: QuickLog): boolean {
  return differing(saved, quickRecord(given)).length === 0;
}

async function keepPromise(tx: Tx, member: Member, consultation: string, given: QuickLog, words: string) {
  const payload: DraftPayload = {
    values: {
      id: [randomUUID()],
      consultationId: [consultation],
      owner: ["body"],
      title: [promiseTitle(words)],
      promisedWords: [words],
      basis: ["spoken"],
      madeOn: [quickRecord(given).startsOn],
    },
    errors: [],
    code: null,
  };
  const key = {
    workspaceId: member.workspace.id,
    userId: member.userId,
    form: formKeys.newFollowUp(consultation),
  };
  await tx.draft.upsert({
    where: { workspaceId_userId_form: key },
    create: { ...key, payload },
    update: { payload, updatedAt: new Date() },
  });
}

/** The same screen sent again: nothing is written to the record, and nothing that is new in it is lost. */
export async function sentAgain(
  tx: Tx,
  member: Member,
  saved: SavedConsultation,
  given: QuickLog,
): Promise<Result<LoggedQuickly>> {
  if (saved.createdBy !== member.userId) return failed("not_found");
  const { id } = saved;
  const words = given.promise;
  const known =
    words === null ||
    (await tx.followUp.findFirst({
      where: { workspaceId: member.workspace.id, consultationId: id, promisedWords: words },
      select: { id: true },
    })) !== null;
  if (!known) await keepPromise(tx, member, id, given, words);
  if (saysTheSame(saved.content, given)) return done({ id, outcome: known ? "already" : "promise" });
  const values = valuesOf({ ...saved.content, ...quickRecord(given) });
  await keepSecondTry(tx, member, formKeys.consultation(id), { id: [id], ...values });
  return done({ id, outcome: "differs" });
}
