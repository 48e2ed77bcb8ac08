import { z } from "zod";
import { beforeYouAgree } from "./before-you-agree";
import {
  choice,
  optionalDate,
  optionalText,
  optionalUrl,
  plainDate,
  recordId,
  text,
  twoDecimals,
  wholeNumber,
} from "./fields";
import { sourceKey } from "./privacy/free-text";
import { CONSULTATION_KINDS, PARTICIPATION_LEVELS, VOICES } from "./taxonomy";

/** The fields a person or a program may write. Units: minutes, hours, pounds (or the workspace's currency). */
export const consultationFields = {
  reference: sourceKey(optionalText(200)),
  title: text(1000),
  publicBody: text(300),
  otherBodies: z.array(text(300)).max(50, "too_many"),
  kind: choice(CONSULTATION_KINDS).nullable(),
  participationLevel: choice(PARTICIPATION_LEVELS).nullable(),
  voice: choice(VOICES).nullable(),
  topics: z.array(text(200)).max(50, "too_many"),
  purpose: optionalText(20_000),
  ...beforeYouAgree,
  askedOn: optionalDate,
  startsOn: plainDate,
  endsOn: optionalDate,
  answerPromisedOn: optionalDate,
  cancelledOn: optionalDate,
  participants: wholeNumber(0, 1_000_000).nullable(),
  sessions: wholeNumber(1, 1000),
  minutesEach: wholeNumber(0, 10_000).nullable(),
  staffHours: twoDecimals(100_000).nullable(),
  paymentReceived: twoDecimals(100_000_000).nullable(),
  sourceUrl: optionalUrl,
  explanationAcceptedOn: optionalDate,
  explanationDecidedBy: optionalText(200),
  explanationMembersIn: z.boolean("unknown_choice").nullable(),
  notes: optionalText(20_000),
};

const withDefaults = {
  ...consultationFields,
  reference: consultationFields.reference.default(null),
  otherBodies: consultationFields.otherBodies.default([]),
  kind: consultationFields.kind.default(null),
  participationLevel: consultationFields.participationLevel.default(null),
  voice: consultationFields.voice.default(null),
  topics: consultationFields.topics.default([]),
  purpose: consultationFields.purpose.default(null),
  whatCanChange: consultationFields.whatCanChange.default(null),
  whoDecides: consultationFields.whoDecides.default(null),
  resourcesBehind: consultationFields.resourcesBehind.default(null),
  hearBack: consultationFields.hearBack.default(null),
  paidFor: consultationFields.paidFor.default([]),
  cameFirst: consultationFields.cameFirst.default(null),
  askedOn: consultationFields.askedOn.default(null),
  endsOn: consultationFields.endsOn.default(null),
  answerPromisedOn: consultationFields.answerPromisedOn.default(null),
  cancelledOn: consultationFields.cancelledOn.default(null),
  participants: consultationFields.participants.default(null),
  sessions: consultationFields.sessions.default(1),
  minutesEach: consultationFields.minutesEach.default(null),
  staffHours: consultationFields.staffHours.default(null),
  paymentReceived: consultationFields.paymentReceived.default(null),
  sourceUrl: consultationFields.sourceUrl.default(null),
  explanationAcceptedOn: consultationFields.explanationAcceptedOn.default(null),
  explanationDecidedBy: consultationFields.explanationDecidedBy.default(null),
  explanationMembersIn: consultationFields.explanationMembersIn.default(null),
  notes: consultationFields.notes.default(null),
};

type Dates = {
  askedOn: string | null;
  startsOn: string;
  endsOn: string | null;
  answerPromisedOn: string | null;
};

const readableDates = z.object({
  askedOn: optionalDate,
  startsOn: plainDate,
  endsOn: optionalDate,
  answerPromisedOn: optionalDate,
});

// Dates that can be read are compared even while another field is wrong: all mistakes are said at once.
const when = ({ value }: { value: unknown }) => readableDates.safeParse(value).success;

/** The schema of anything that writes a consultation, with dates that contradict each other refused. */
export function datesInOrder<S extends z.ZodType<Dates>>(schema: S): S {
  return schema
    .refine(({ endsOn, startsOn }) => !endsOn || endsOn >= startsOn, {
      path: ["endsOn"],
      error: "before_start",
      when,
    })
    .refine(({ askedOn, startsOn }) => !askedOn || askedOn <= startsOn, {
      path: ["askedOn"],
      error: "after_start",
      when,
    })
    .refine(({ answerPromisedOn, startsOn }) => !answerPromisedOn || answerPromisedOn >= startsOn, {
      path: ["answerPromisedOn"],
      error: "before_start",
      when,
    });
}

/** A whole consultation, as the form and the API write it. Unknown fields are refused. */
export const consultationInput = datesInOrder(z.strictObject(withDefaults));
export type ConsultationInput = z.output<typeof consultationInput>;

/** A new one carries the id its form was opened with: the same form sent twice makes one record. */
export const newConsultation = datesInOrder(z.strictObject({ id: recordId, ...withDefaults }));

/** A revision says which version it was made from. */
export const revisedConsultation = datesInOrder(
  z.strictObject({ id: recordId, version: wholeNumber(1, 1_000_000_000), ...withDefaults }),
);
