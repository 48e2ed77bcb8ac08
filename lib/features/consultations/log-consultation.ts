import "server-only";
import type { z } from "zod";
import { defineUseCase, type Member, type World, type WorldOf } from "@/lib/access/use-case";
import type { SqlTx, Tx } from "@/lib/db/doors";
import type { Sql } from "@/lib/db/sql";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { keepSecondTry } from "@/lib/features/drafts/keep-second-try";
import { forgetQuickLog } from "@/lib/features/quick-log/long-form";
import {
  type ConsultationContent,
  changedFields,
  contentOf,
  loadConsultation,
  type SavedConsultation,
  valuesOf,
} from "./consultation-content";
import { loggedSchema } from "./consultation-schemas";
import { findKnown, type Known } from "./find-known";
import type { NewConsultation, WrittenConsultation } from "./insert-consultation";
import { createNames, saveNew } from "./save-new";
import { keepNewPromise, recordSpokenPromise } from "./spoken-promise";

/**
 * "differs": this form had been saved before with other content. The new content waits as a draft of the edit form.
 */
export type Logged = { id: string; outcome: "logged" | "already" | "differs" };
/** "promise": only the promise is new; it waits as a draft of the promise's form. */
export type LoggedConsultation = { id: string; outcome: Logged["outcome"] | "promise" };

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

/** What logging one can write to the audit trail. */
const EVENTS = ["consultation.logged", "public_body.revised", "follow_up.recorded"] as const;
type LoggingWorld = World<typeof EVENTS>;
type Input = z.output<typeof loggedSchema>;

/** `shown`: what `show` asked for of one that was logged (see insertConsultation). */
type LoggedAndShown = LoggedConsultation & { shown?: unknown };

function newOf(input: Input): NewConsultation {
  const { id, cancelledOn, explanationAcceptedOn, explanationDecidedBy, explanationMembersIn } = input;
  const explanation = { explanationAcceptedOn, explanationDecidedBy, explanationMembersIn };
  return { id, content: contentOf(input), beside: { cancelledOn, ...explanation, toFinishSince: null } };
}

async function saved(
  { tx, member, now, today, record }: LoggingWorld,
  { id, promise, startsOn }: Input,
  { shown }: WrittenConsultation,
): Promise<Result<LoggedAndShown>> {
  if (promise !== null) {
    const spoken = { consultationId: id, words: promise, startsOn };
    await record(await recordSpokenPromise(tx, member, spoken, { today, now }));
  }
  // A program has no screens.
  if (!member.token) await forgetQuickLog(tx, member, id);
  return done({ id, outcome: "logged", shown });
}

/** Writes what is all new but its names, without what was promised aloud. Null when it is not. */
export async function logNew(
  world: WorldOf<"consultation.logged", SqlTx>,
  input: Input,
  show: Sql | null,
): Promise<WrittenConsultation | null> {
  // A kind that was chosen may correct what is known of the body.
  return input.publicBodyKind === null ? saveNew(world, newOf(input), show) : null;
}

/** Logs what is all new but its names. Null when it is not: what is known of it says how to go on. */
async function logAtOnce(world: LoggingWorld, input: Input): Promise<Result<LoggedAndShown> | null> {
  const written = await logNew(world, input, null);
  return written && saved(world, input, written);
}

/** What there is already of what is to be logged. */
export function findKnownOf({ tx, member }: LoggingWorld, input: Input): Promise<Known> {
  return findKnown(tx, member.workspace.id, { ...contentOf(input), id: input.id });
}

/** Logs a consultation, with what is known of it. */
export async function logKnown(
  world: LoggingWorld,
  input: Input,
  known: Known,
  show: Sql | null = null,
): Promise<Result<LoggedAndShown>> {
  const { tx, member, record, nothingChanged } = world;
  const consultation = newOf(input);
  const { id, content } = consultation;
  const again = (earlier: SavedConsultation) => {
    nothingChanged();
    return sentAgain(tx, member, earlier, content, input.promise);
  };
  const earlier = known.there ? await loadConsultation(tx, member, id) : null;
  if (earlier) return again(earlier);

  const corrected = await createNames(world, consultation, known, input.publicBodyKind);
  if (corrected)
    await record({ kind: "public_body.revised", subjectId: corrected, detail: { fields: ["kind"] } });
  // Waits for the same form sent a moment ago, instead of failing on it; and for a reference being taken.
  const written = await saveNew(world, consultation, show);
  if (written) return saved(world, input, written);
  const winner = await loadConsultation(tx, member, id);
  return winner ? again(winner) : refused("reference", "reference_taken");
}

/**
 * Logs a consultation. Bodies and topics are given by name and created when new; what was promised aloud becomes a
 * follow-up of the body's. Sending the same form twice makes one record. Errors: `reference_taken`, and those of the schema.
 */
export const logConsultation = defineUseCase(
  { permission: "record:write", audit: EVENTS, schema: loggedSchema },
  async (world, input): Promise<Result<LoggedConsultation>> =>
    (await logAtOnce(world, input)) ?? logKnown(world, input, await findKnownOf(world, input)),
);
