import { z } from "zod";
import {
  BODY_KINDS,
  BODY_SAYS,
  CAME_FIRST,
  COMMUNITY_SAYS,
  CONSULTATION_KINDS,
  FOLLOW_UP_OWNERS,
  PAID_FOR,
  PARTICIPATION_LEVELS,
  PROMISE_BASES,
  RESPONSE_KINDS,
  VOICES,
  WAITING_ON,
} from "./taxonomy";

const maybe = z.string().nullable();
const maybeNumber = z.number().nullable();

/** Whose date an answer's due date is. */
export const DUE_SOURCES = ["agreed", "given", "benchmark"] as const;
export type DueSource = (typeof DUE_SOURCES)[number];
const dueSource = z.enum(DUE_SOURCES).nullable();

/** A follow-up with what the rule says of it on the day it is read. */
export const recordedFollowUp = z.object({
  id: z.string(),
  owner: z.enum(FOLLOW_UP_OWNERS),
  waitingOn: z.enum(WAITING_ON),
  publicBody: maybe,
  title: z.string(),
  promisedWords: maybe,
  basis: z.enum(PROMISE_BASES).nullable(),
  madeByRole: maybe,
  madeOn: z.string(),
  /** The date somebody gave; null for an undated one. */
  dueOn: maybe,
  /** When it falls due: its own date, else the day it was made plus the action period. */
  effectiveDueOn: z.string(),
  state: z.enum(["open", "late", "done", "disputed", "dropped"]),
  bodySays: z.enum(BODY_SAYS),
  doneOn: maybe,
  communitySays: z.enum(COMMUNITY_SAYS),
  evidenceUrl: maybe,
  /** In the order they were recorded. */
  moves: z.array(z.object({ fromOn: maybe, toOn: maybe, reason: z.string(), movedOn: z.string() })),
});
export type RecordedFollowUp = z.output<typeof recordedFollowUp>;

/** A consultation with everything that is recorded of it, as its own page reads it. */
export const consultationRecord = z.object({
  id: z.string(),
  version: z.number(),
  reference: maybe,
  title: z.string(),
  publicBody: z.object({ id: z.string(), name: z.string(), kind: z.enum(BODY_KINDS) }),
  otherBodies: z.array(z.string()),
  topics: z.array(z.object({ key: maybe, name: z.string() })),
  kind: z.enum(CONSULTATION_KINDS).nullable(),
  participationLevel: z.enum(PARTICIPATION_LEVELS).nullable(),
  voice: z.enum(VOICES).nullable(),
  purpose: maybe,
  whatCanChange: maybe,
  whoDecides: maybe,
  resourcesBehind: maybe,
  hearBack: maybe,
  paidFor: z.array(z.enum(PAID_FOR)),
  cameFirst: z.enum(CAME_FIRST).nullable(),
  askedOn: maybe,
  startsOn: z.string(),
  endsOn: maybe,
  answerPromisedOn: maybe,
  cancelledOn: maybe,
  participants: maybeNumber,
  sessions: z.number(),
  minutesEach: maybeNumber,
  staffHours: maybeNumber,
  paymentReceived: maybeNumber,
  sourceUrl: maybe,
  explanationAcceptedOn: maybe,
  explanationDecidedBy: maybe,
  explanationMembersIn: z.boolean().nullable(),
  notes: maybe,
  minutesAsked: z.number(),
  answerDueOn: maybe,
  answerDueSource: dueSource,
  /** The due date and its source before anything else was agreed. */
  firstAnswerDueOn: maybe,
  firstAnswerDueSource: dueSource,
  /** Days after the end date that our own benchmark gives a body of this kind. */
  benchmarkDays: z.number(),
  /** Days after which an undated promise falls due. */
  actionDays: z.number(),
  responses: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(RESPONSE_KINDS),
      receivedOn: maybe,
      summary: maybe,
      sourceUrl: maybe,
    }),
  ),
  followUps: z.array(recordedFollowUp),
  /** In the order they count: the last one is the one that holds. */
  extensions: z.array(
    z.object({ id: z.string(), newDueOn: z.string(), agreedOn: z.string(), reason: maybe, agreedBy: maybe }),
  ),
  /** The last change to the consultation or anything below it; `by` is null when that person is no longer here. */
  changed: z.object({ at: z.string(), by: maybe }),
});
export type ConsultationRecord = z.output<typeof consultationRecord>;
export type RecordedResponse = ConsultationRecord["responses"][number];

/** Whose date a promise's due date is: theirs, agreed by both for a joint one, or our own for an undated one. */
export function promiseDueSource(followUp: Pick<RecordedFollowUp, "dueOn" | "owner">): DueSource {
  if (followUp.dueOn === null) return "benchmark";
  return followUp.owner === "joint" ? "agreed" : "given";
}

/** The first due date of a promise whose date was moved; null when it never was. */
export function firstPromisedOn(followUp: RecordedFollowUp): string | null {
  const first = followUp.moves[0]?.fromOn ?? null;
  return first !== null && first !== followUp.effectiveDueOn ? first : null;
}

/** Whether a follow-up counts for the standing: owned by the body or jointly, and not dropped. */
export function counts(followUp: Pick<RecordedFollowUp, "owner" | "bodySays">): boolean {
  return followUp.owner !== "us" && followUp.bodySays !== "dropped";
}
