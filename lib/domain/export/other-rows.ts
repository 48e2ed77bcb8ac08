import { z } from "zod";
import { anything, authors, day, id, list, moment, number, words, yesOrNo } from "./row-types";

// What an organisation has besides the record: for keeping and reading. It is not brought in again, but for the settings
// that dates and standings rest on (brought-settings.ts).

export const workspaceRow = z.strictObject({
  id,
  slug: words,
  name: words,
  country: words,
  region: words,
  timeZone: words,
  answerDays: number,
  actionDays: number,
  capacityHours: number.nullable(),
  locale: words,
  shareDays: number,
  shareSections: list,
  contactEmail: words.nullable(),
  retentionYears: number.nullable(),
  createdAt: moment,
  updatedAt: moment,
  updatedBy: id.nullable(),
});

export const answerPeriodRow = z.strictObject({ bodyKind: words, answerDays: number });

/** `path`: where the file itself lies in the zip. */
export const attachmentRow = z.strictObject({
  id,
  consultationId: id.nullable(),
  responseId: id.nullable(),
  followUpId: id.nullable(),
  name: words,
  format: words,
  bytes: number,
  path: words,
  createdAt: moment,
  createdBy: id.nullable(),
});

export const memberRow = z.strictObject({
  userId: id,
  name: words.nullable(),
  email: words,
  role: words,
  createdAt: moment,
});

export const invitationRow = z.strictObject({
  id,
  email: words,
  role: words,
  locale: words,
  invitedBy: id.nullable(),
  mails: number,
  createdAt: moment,
  sentAt: moment.nullable(),
  expiresAt: moment.nullable(),
  undeliveredAt: moment.nullable(),
});

export const shareRow = z.strictObject({
  id,
  audience: words,
  officerEmail: words.nullable(),
  publicBody: words.nullable(),
  fromOn: day.nullable(),
  toOn: day.nullable(),
  sections: list,
  expiresOn: day,
  wantsPassphrase: yesOrNo,
  releasedAt: moment.nullable(),
  stoppedAt: moment.nullable(),
  ...authors,
});

export const shareSnapshotRow = z.strictObject({
  shareId: id,
  releasedAt: moment,
  snapshot: anything,
  withheld: anything,
});

export const shareOpeningRow = z.strictObject({ shareId: id, at: moment, format: words });

export const auditEventRow = z.strictObject({
  id,
  at: moment,
  kind: words,
  actorId: id.nullable(),
  actorName: words.nullable(),
  tokenId: id.nullable(),
  subjectId: id.nullable(),
  detail: anything,
});

export const retentionReviewRow = z.strictObject({
  consultationId: id.nullable(),
  activityId: id.nullable(),
  lastOn: day,
  listedAt: moment,
  keepUntil: day.nullable(),
  keepReason: words.nullable(),
  decidedBy: id.nullable(),
  decidedAt: moment.nullable(),
});

export const importRow = z.strictObject({
  id,
  fileName: words,
  state: words,
  rows: number,
  created: number,
  changed: number,
  unchanged: number,
  refused: number,
  createdAt: moment,
  createdBy: id,
  finishedAt: moment.nullable(),
});

export const tokenRow = z.strictObject({
  id,
  name: words,
  role: words,
  createdAt: moment,
  createdBy: id,
  expiresAt: moment,
  revokedAt: moment.nullable(),
  revokedBy: id.nullable(),
  lastUsedAt: moment.nullable(),
});

export const supportGrantRow = z.strictObject({
  id,
  mayChange: yesOrNo,
  grantedAt: moment,
  grantedBy: id,
  expiresAt: moment,
  withdrawnAt: moment.nullable(),
  withdrawnBy: id.nullable(),
});

export const hourlyRateRow = z.strictObject({
  country: words,
  currency: words,
  validFrom: day,
  amount: number,
  source: words,
  sourceUrl: words.nullable(),
});
