import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { type QuickLog, type QuickRecord, quickRecord } from "@/lib/domain/quick-log";
import { done, failed, type Result } from "@/lib/domain/result";
import {
  type ConsultationContent,
  changedFields,
  type SavedConsultation,
  valuesOf,
} from "@/lib/features/consultations/consultation-content";
import { tidyName } from "@/lib/features/consultations/resolve-names";
import { keepNewPromise } from "@/lib/features/consultations/spoken-promise";
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

/** The same screen sent again: nothing is written to the record, and nothing that is new in it is lost. */
export async function sentAgain(
  tx: Tx,
  member: Member,
  saved: SavedConsultation,
  given: QuickLog,
): Promise<Result<LoggedQuickly>> {
  if (saved.createdBy !== member.userId) return failed("not_found");
  const { id } = saved;
  const record = quickRecord(given);
  const words = given.promise;
  const kept =
    words !== null &&
    (await keepNewPromise(tx, member, { consultationId: id, words, startsOn: record.startsOn }));
  if (saysTheSame(saved.content, given)) return done({ id, outcome: kept ? "promise" : "already" });
  const values = valuesOf({ ...saved.content, ...record });
  await keepSecondTry(tx, member, formKeys.consultation(id), { id: [id], ...values });
  return done({ id, outcome: "differs" });
}
