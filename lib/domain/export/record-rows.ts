import { z } from "zod";
import { authors, day, id, list, moment, number, words, yesOrNo } from "./row-types";

// The rows of the record itself, under the names of the API. Exports of these can be brought in again.

export const publicBodyRow = z.strictObject({
  id,
  name: words,
  kind: words,
  directoryId: words.nullable(),
  succeededBy: words.nullable(),
  succeededOn: day.nullable(),
  createdAt: moment,
  updatedAt: moment.nullable(),
  updatedBy: id.nullable(),
});

export const topicRow = z.strictObject({ id, key: words.nullable(), name: words, retired: yesOrNo });

export const consultationRow = z.strictObject({
  id,
  reference: words.nullable(),
  importKey: words.nullable(),
  title: words,
  publicBody: words,
  otherBodies: list,
  kind: words.nullable(),
  participationLevel: words.nullable(),
  voice: words.nullable(),
  topics: list,
  purpose: words.nullable(),
  whatCanChange: words.nullable(),
  whoDecides: words.nullable(),
  resourcesBehind: words.nullable(),
  hearBack: words.nullable(),
  paidFor: list,
  cameFirst: words.nullable(),
  askedOn: day.nullable(),
  startsOn: day,
  endsOn: day.nullable(),
  answerPromisedOn: day.nullable(),
  cancelledOn: day.nullable(),
  participants: number.nullable(),
  sessions: number,
  minutesEach: number.nullable(),
  staffHours: number.nullable(),
  paymentReceived: number.nullable(),
  sourceUrl: words.nullable(),
  explanationAcceptedOn: day.nullable(),
  explanationDecidedBy: words.nullable(),
  explanationMembersIn: yesOrNo.nullable(),
  notes: words.nullable(),
  toFinishSince: moment.nullable(),
  standing: words,
  flagged: yesOrNo,
  answerDueOn: day.nullable(),
  hoursAsked: number,
  ...authors,
});

export const extensionRow = z.strictObject({
  id,
  consultationId: id,
  newDueOn: day,
  agreedOn: day,
  reason: words.nullable(),
  agreedBy: words.nullable(),
  createdAt: moment,
  createdBy: id.nullable(),
  updatedAt: moment.nullable(),
  updatedBy: id.nullable(),
});

export const responseRow = z.strictObject({
  id,
  consultationId: id,
  kind: words,
  receivedOn: day.nullable(),
  summary: words.nullable(),
  sourceUrl: words.nullable(),
  toldPeopleOn: day.nullable(),
  ...authors,
});

export const activityRow = z.strictObject({
  id,
  title: words,
  kind: words,
  ownKind: words.nullable(),
  startsOn: day,
  endsOn: day.nullable(),
  place: words.nullable(),
  whose: words,
  publicBody: words.nullable(),
  hours: number.nullable(),
  topics: list,
  outcomes: list,
  outcomesSource: words.nullable(),
  notes: words.nullable(),
  ...authors,
});

export const activityGroupRow = z.strictObject({
  activityId: id,
  group: words,
  people: number.nullable(),
  brought: list,
});

export const activityOfficialRow = z.strictObject({
  activityId: id,
  position: number,
  role: words,
  office: words.nullable(),
  publicBody: words.nullable(),
});

export const followUpRow = z.strictObject({
  id,
  consultationId: id.nullable(),
  activityId: id.nullable(),
  owner: words,
  waitingOn: words,
  publicBody: words.nullable(),
  title: words,
  promisedWords: words.nullable(),
  basis: words.nullable(),
  madeByRole: words.nullable(),
  madeOn: day,
  dueOn: day.nullable(),
  bodySays: words,
  doneOn: day.nullable(),
  communitySays: words,
  evidenceUrl: words.nullable(),
  ...authors,
});

export const dateMoveRow = z.strictObject({
  id,
  followUpId: id,
  fromOn: day.nullable(),
  toOn: day.nullable(),
  reason: words,
  movedOn: day,
  createdBy: id.nullable(),
});
