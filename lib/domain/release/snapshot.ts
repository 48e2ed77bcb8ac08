import { z } from "zod";
import { DUE_SOURCES } from "@/lib/domain/consultation-record";
import { STANDINGS } from "@/lib/domain/standing";
import {
  ACTIVITY_KINDS,
  BODY_KINDS,
  BODY_SAYS,
  COMMUNITY_SAYS,
  CONSULTATION_KINDS,
  CONTRIBUTIONS,
  EVENT_OWNERS,
  OUTCOMES,
  PARTICIPANT_GROUPS,
  PARTICIPATION_LEVELS,
  PROMISE_BASES,
  RESPONSE_KINDS,
  VOICES,
  WAITING_ON,
} from "@/lib/domain/taxonomy";

// What an officer sees, all of it: made once when it is released, stored, and shown as it is until it is released
// again. Nothing in it was copied from the record but by lib/domain/release/allow-list.ts.

/** The parts of a view that an owner may choose. */
export const SECTIONS = ["consultations", "promises", "responses", "activities", "measures"] as const;
export type Section = (typeof SECTIONS)[number];

/** Why a single text is not shown: it may show who somebody is, is no job title we know, or is a private address. */
export const TEXT_WITHHELD = ["identifier", "not_a_role", "private_link"] as const;
export type TextWithheld = (typeof TEXT_WITHHELD)[number];
const withheld = z.strictObject({ withheld: z.enum(TEXT_WITHHELD) });

/** A text as it was written, or why it is not shown. Nothing is ever shown in part. */
const words = z.union([z.string(), withheld]);
export type ReleasedText = z.output<typeof words>;
const maybeWords = words.nullable();

/** `YYYY-MM-DD`; of records on sensitive topics the month only, `YYYY-MM`. */
const released = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
export type ReleasedDate = z.output<typeof released>;
const maybeDate = released.nullable();

/** People: not recorded, fewer than ten (0 to 9), or rounded to 5. */
const count = z.union([z.literal("unknown"), z.literal("few"), z.number().int().min(10).multipleOf(5)]);
export type ReleasedCount = z.output<typeof count>;

/** People added up from released counts alone; `orMore`: parts of it are fewer than ten, or not recorded. */
const people = z.strictObject({ people: z.number().int().min(0).multipleOf(5), orMore: z.boolean() });
export type ReleasedPeople = z.output<typeof people>;

/** Hours that people gave, added up from released counts alone; two decimals. */
const hours = z.strictObject({ hours: z.number().min(0), orMore: z.boolean() });
export type ReleasedHours = z.output<typeof hours>;

/** Some of all. `enough`: there are enough finished consultations to show it as a share too. */
const part = z.strictObject({ part: z.number().int(), whole: z.number().int(), enough: z.boolean() });

/** The same `ref` is the same body, within one snapshot. */
const body = z.strictObject({ ref: z.string(), name: words, kind: z.enum(BODY_KINDS) });
export type ReleasedBody = z.output<typeof body>;
const topics = z.array(z.strictObject({ key: z.string().nullable(), name: words }));

/** A date on which something is due, and whose date it is. */
const due = z.strictObject({ on: released, whose: z.enum(DUE_SOURCES) });

// Stable from release to release, and says nothing about the record it stands for. Made of letters, so that it is never
// taken for a number of anything.
const ref = z.string().regex(/^[0-9a-p]{16}$/);

export const releasedConsultation = z.strictObject({
  ref,
  title: words,
  body,
  otherBodies: z.array(words),
  topics,
  /** On a sensitive topic: every date is a month. */
  monthsOnly: z.boolean(),
  kind: z.enum(CONSULTATION_KINDS).nullable(),
  participationLevel: z.enum(PARTICIPATION_LEVELS).nullable(),
  voice: z.enum(VOICES).nullable(),
  purpose: maybeWords,
  sourceUrl: maybeWords,
  askedOn: maybeDate,
  startsOn: released,
  /** Null while it is under way, also where the day it ends is known. */
  endsOn: maybeDate,
  cancelledOn: maybeDate,
  answerDue: due.nullable(),
  /** The date before anything else was agreed; null where that is the one that holds. */
  firstAnswerDue: due.nullable(),
  extensions: z.array(
    z.strictObject({ newDueOn: released, agreedOn: released, reason: maybeWords, agreedBy: maybeWords }),
  ),
  /** Where it stood on the day of the release. */
  standing: z.enum(STANDINGS),
  flagged: z.boolean(),
  disputed: z.boolean(),
  overdueSince: maybeDate,
  /** Follow-ups owned by the body or jointly, dropped ones left out; how many of them are done, and late. */
  counting: z.number().int(),
  doneCount: z.number().int(),
  lateCount: z.number().int(),
  /** Acknowledgements and updates. */
  updates: z.number().int(),
  /** Findings, a decision, or a no. */
  answered: z.boolean(),
  firstAnswerOn: maybeDate,
  reasonsAccepted: z.strictObject({ on: released, membersTookPart: z.boolean().nullable() }).nullable(),
  people: count,
  /** People's time, from the released count; null where that is not a number, or minutes are not recorded. */
  hours: z.number().min(0).nullable(),
});
export type ReleasedConsultation = z.output<typeof releasedConsultation>;

/** What a promise or an answer belongs to. `ref` leads to it where that section is part of the view. */
const parent = z.strictObject({
  kind: z.enum(["consultation", "activity"]),
  ref: ref.nullable(),
  title: words,
});

export const releasedPromise = z.strictObject({
  ref,
  parent,
  body: body.nullable(),
  topics,
  monthsOnly: z.boolean(),
  /** Joint: both sides promised it; then `waitingOn` says whose turn it is. */
  owner: z.enum(["body", "joint"]),
  waitingOn: z.enum(WAITING_ON),
  title: words,
  /** The words of the promise; "as we noted it" where `basis` is spoken. */
  promisedWords: maybeWords,
  basis: z.enum(PROMISE_BASES).nullable(),
  madeByRole: maybeWords,
  madeOn: released,
  due,
  /** Every date it had before, first one first. */
  moves: z.array(z.strictObject({ fromOn: maybeDate, toOn: maybeDate, reason: words, movedOn: released })),
  /** On the day of the release. */
  state: z.enum(["open", "late", "done", "disputed", "dropped"]),
  bodySays: z.enum(BODY_SAYS),
  communitySays: z.enum(COMMUNITY_SAYS),
  doneOn: maybeDate,
  evidenceUrl: maybeWords,
});
export type ReleasedPromise = z.output<typeof releasedPromise>;

export const releasedResponse = z.strictObject({
  ref,
  parent,
  body,
  monthsOnly: z.boolean(),
  kind: z.enum(RESPONSE_KINDS),
  receivedOn: maybeDate,
  summary: maybeWords,
  sourceUrl: maybeWords,
});
export type ReleasedResponse = z.output<typeof releasedResponse>;

export const releasedActivity = z.strictObject({
  ref,
  title: words,
  kind: z.enum(ACTIVITY_KINDS),
  /** The organisation's own kind, where `kind` is `own`. */
  ownKind: maybeWords,
  monthsOnly: z.boolean(),
  startsOn: released,
  /** Null while it goes on. */
  endsOn: maybeDate,
  whose: z.enum(EVENT_OWNERS),
  body: body.nullable(),
  topics,
  outcomes: z.array(z.enum(OUTCOMES)),
  groups: z.array(
    z.strictObject({
      group: z.enum(PARTICIPANT_GROUPS),
      people: count,
      brought: z.array(z.enum(CONTRIBUTIONS)),
    }),
  ),
  people,
  officials: z.array(z.strictObject({ role: words, office: maybeWords, body: body.nullable() })),
});
export type ReleasedActivity = z.output<typeof releasedActivity>;

/** Over the consultations and promises of the view. Numbers of consultations are exact, numbers of people never. */
const measures = z.strictObject({
  /** Took place: neither cancelled nor still to come. */
  consultations: z.number().int(),
  /** Past their clock. Under five, no shares are shown: too few to compare. */
  finished: z.number().int(),
  flagged: z.number().int(),
  people,
  hoursGiven: hours,
  hoursOfFinished: hours,
  hoursLedToAction: hours,
  hoursNoAction: hours,
  /** With a substantive answer, of those past the date their answer was due. */
  answered: part,
  /** Done and not denied, of the body's own promises whose date has passed, dropped ones included. */
  promisesKept: part,
  /** Members took part themselves, of those where that is recorded. */
  membersTookPart: part,
});
export type ReleasedMeasures = z.output<typeof measures>;

export const snapshot = z.strictObject({
  version: z.literal(1),
  organisation: z.string(),
  /** Where an officer can write to: "we answered", "this is wrong". Null where none was given. */
  replyTo: z.string().nullable(),
  /** The day of the release, in the organisation's time zone. Everything reads as of then. */
  releasedOn: z.string(),
  /** The day the organisation last looked into its inbox and at the body's website for answers. */
  checkedOn: z.string(),
  scope: z.strictObject({
    /** Null: every public body. */
    body: body.nullable(),
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    sections: z.array(z.enum(SECTIONS)),
  }),
  /** Days after which an undated promise falls due, by the organisation's own benchmark. */
  actionDays: z.number().int(),
  /** Sections that were not chosen are empty. Consultations by date, latest first; promises by due date. */
  consultations: z.array(releasedConsultation),
  promises: z.array(releasedPromise),
  responses: z.array(releasedResponse),
  activities: z.array(releasedActivity),
  /** Null where it was not chosen. */
  measures: measures.nullable(),
});
export type Snapshot = z.output<typeof snapshot>;
