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

/** Dates that contradict the first day, each with what is wrong with it: for forms, programs and spreadsheets alike. */
export function datesOutOfOrder({
  askedOn,
  startsOn,
  endsOn,
  answerPromisedOn,
}: Dates): { field: "askedOn" | "endsOn" | "answerPromisedOn"; code: "before_start" | "after_start" }[] {
  return [
    ...(endsOn && endsOn < startsOn ? [{ field: "endsOn", code: "before_start" } as const] : []),
    ...(askedOn && askedOn > startsOn ? [{ field: "askedOn", code: "after_start" } as const] : []),
    ...(answerPromisedOn && answerPromisedOn < startsOn
      ? [{ field: "answerPromisedOn", code: "before_start" } as const]
      : []),
  ];
}

const readableDates = z.object({
  askedOn: optionalDate,
  startsOn: plainDate,
  endsOn: optionalDate,
  answerPromisedOn: optionalDate,
});

/** The schema of anything that writes a consultation, with dates that contradict each other refused. */
export function datesInOrder<S extends z.ZodType<Dates>>(schema: S): S {
  return schema.check(
    z.superRefine(
      (given, ctx) => {
        for (const { field, code } of datesOutOfOrder(readableDates.parse(given)))
          ctx.addIssue({ code: "custom", path: [field], message: code });
      },
      // Dates that can be read are compared even while another field is wrong: all mistakes are said at once.
      { when: ({ value }) => readableDates.safeParse(value).success },
    ),
  );
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
