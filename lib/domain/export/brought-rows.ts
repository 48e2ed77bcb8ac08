import { z } from "zod";
import { newActivity } from "@/lib/domain/activity";
import { consultationFields, datesInOrder } from "@/lib/domain/consultation";
import { choice, optionalDate, optionalText, plainDate, text, wholeNumber } from "@/lib/domain/fields";
import { newExtension, newFollowUp, newResponse } from "@/lib/domain/follow-up";
import { notWords } from "@/lib/domain/privacy/free-text";
import { BODY_KINDS, CONTRIBUTIONS, OUTCOMES, PARTICIPANT_GROUPS } from "@/lib/domain/taxonomy";
import type { BroughtIn } from "./files";
import { moment as anyMoment } from "./row-types";

// The rows of an export as they are brought in: the same fields as the forms have, by the same rules. What is worked out,
// and who did something elsewhere, is read over.

/** Ids of answers that imports wrote are made of a hash, and no UUID of any version. */
const recordId = z.guid("not_found");
const moment = notWords(anyMoment, "a moment");
const readOver = notWords(z.unknown(), "worked out anew");
const key = notWords(optionalText(500), "a key");
const person = notWords(recordId.nullable(), "who it was elsewhere");
const made = { createdAt: moment, createdBy: person, updatedAt: moment, updatedBy: person };
const names = (longest: number) => z.array(text(longest)).max(50, "too_many");

/** Two records that contradict each other, or one that contradicts itself: the path and what is wrong. */
type Wrong = (path: string, message: string) => void;
function checked<S extends z.ZodObject>(row: S, check: (input: z.output<S>, wrong: Wrong) => void) {
  return row.superRefine((input, ctx) =>
    check(input, (path, message) => ctx.addIssue({ code: "custom", path: [path], message })),
  );
}

const { shape: activity } = newActivity;
const { shape: followUp } = newFollowUp;
const { shape: extension } = newExtension;

export const BROUGHT_ROWS = {
  publicBodies: checked(
    z.strictObject({
      id: recordId,
      name: text(300),
      kind: choice(BODY_KINDS),
      directoryId: readOver,
      succeededBy: optionalText(300),
      succeededOn: optionalDate,
      createdAt: moment,
      updatedAt: moment.nullable(),
      updatedBy: person,
    }),
    ({ succeededBy, succeededOn }, wrong) => {
      if ((succeededBy === null) !== (succeededOn === null)) wrong("succeededOn", "required");
    },
  ),
  topics: z.strictObject({ id: recordId, key, name: text(200), retired: z.boolean("unknown_choice") }),
  consultations: datesInOrder(
    z.strictObject({
      id: recordId,
      importKey: key,
      ...consultationFields,
      toFinishSince: moment.nullable(),
      standing: readOver,
      flagged: readOver,
      answerDueOn: readOver,
      hoursAsked: readOver,
      ...made,
    }),
  ),
  extensions: checked(
    z.strictObject({
      id: recordId,
      consultationId: recordId,
      newDueOn: extension.newDueOn,
      agreedOn: extension.agreedOn,
      reason: extension.reason,
      agreedBy: extension.agreedBy,
      ...made,
      updatedAt: moment.nullable(),
    }),
    ({ newDueOn, agreedOn }, wrong) => {
      if (newDueOn < agreedOn) wrong("newDueOn", "before_agreed");
    },
  ),
  responses: z.strictObject({
    ...newResponse.shape,
    id: recordId,
    consultationId: recordId,
    toldPeopleOn: optionalDate,
    ...made,
  }),
  activities: checked(
    z.strictObject({
      id: recordId,
      title: activity.title,
      kind: activity.kind,
      ownKind: activity.ownKind,
      startsOn: activity.startsOn,
      endsOn: activity.endsOn,
      place: activity.place,
      whose: activity.whose,
      publicBody: activity.publicBody,
      hours: activity.hours,
      topics: names(200),
      outcomes: z.array(choice(OUTCOMES)).max(50, "too_many"),
      outcomesSource: activity.outcomesSource,
      notes: activity.notes,
      ...made,
    }),
    ({ startsOn, endsOn, kind, ownKind }, wrong) => {
      if (endsOn && endsOn < startsOn) wrong("endsOn", "before_start");
      if ((kind === "own") !== (ownKind !== null)) wrong("ownKind", "required");
    },
  ),
  activityGroups: z.strictObject({
    activityId: recordId,
    group: choice(PARTICIPANT_GROUPS),
    people: wholeNumber(0, 1_000_000).nullable(),
    brought: z.array(choice(CONTRIBUTIONS)).max(50, "too_many"),
  }),
  activityOfficials: z.strictObject({
    activityId: recordId,
    position: wholeNumber(0, 1000),
    role: text(200),
    office: optionalText(200),
    publicBody: optionalText(300),
  }),
  followUps: checked(
    z.strictObject({
      id: recordId,
      consultationId: recordId.nullable(),
      activityId: recordId.nullable(),
      owner: followUp.owner,
      waitingOn: followUp.waitingOn,
      publicBody: followUp.publicBody,
      title: followUp.title,
      promisedWords: followUp.promisedWords,
      basis: followUp.basis,
      madeByRole: followUp.madeByRole,
      madeOn: plainDate,
      dueOn: followUp.dueOn,
      bodySays: followUp.bodySays,
      doneOn: followUp.doneOn,
      communitySays: followUp.communitySays,
      evidenceUrl: followUp.evidenceUrl,
      ...made,
    }),
    ({ consultationId, activityId, communitySays, bodySays, doneOn, madeOn }, wrong) => {
      if ((consultationId === null) === (activityId === null)) wrong("consultationId", "required");
      if (communitySays !== "not_asked" && bodySays !== "done") wrong("communitySays", "only_when_done");
      if (doneOn && bodySays !== "done") wrong("doneOn", "only_when_done");
      if (doneOn && doneOn < madeOn) wrong("doneOn", "before_made");
    },
  ),
  dateMoves: z.strictObject({
    id: recordId,
    followUpId: recordId,
    fromOn: optionalDate,
    toOn: optionalDate,
    reason: text(2000),
    movedOn: plainDate,
    createdBy: person,
  }),
} satisfies Record<BroughtIn, z.ZodType>;
