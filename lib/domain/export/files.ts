import type { z } from "zod";
import * as other from "./other-rows";
import * as record from "./record-rows";

/**
 * A file of an export: the row each line holds, and what each of its columns means, as a key of the catalogue
 * (`take-out.column.<key>`). A column without an explanation does not compile.
 */
export type ExportFile<S extends z.ZodObject = z.ZodObject, M = Readonly<Record<string, string>>> = {
  row: S;
  means: M;
  /** Columns that only the JSON lines hold: a cell has no room for them. */
  exactOnly: readonly string[];
};

function file<S extends z.ZodObject, const M extends Record<keyof z.output<S>, string>>(
  row: S,
  means: M,
  exactOnly: readonly (keyof z.output<S> & string)[] = [],
): ExportFile<S, M> {
  return { row, means, exactOnly };
}

const AUTHORS = {
  createdAt: "createdAt",
  createdBy: "createdBy",
  updatedAt: "updatedAt",
  updatedBy: "updatedBy",
} as const;

/** Every file of an export in the order it is written and brought in: what others refer to comes first. */
export const EXPORT_FILES = {
  workspace: file(other.workspaceRow, {
    id: "id",
    slug: "slug",
    name: "organisationName",
    country: "country",
    region: "region",
    timeZone: "timeZone",
    answerDays: "answerDays",
    actionDays: "actionDays",
    capacityHours: "capacityHours",
    locale: "locale",
    shareDays: "shareDays",
    shareSections: "shareSections",
    contactEmail: "contactEmail",
    retentionYears: "retentionYears",
    createdAt: "createdAt",
    updatedAt: "updatedAt",
    updatedBy: "updatedBy",
  }),
  answerPeriods: file(other.answerPeriodRow, { bodyKind: "bodyKind", answerDays: "periodDays" }),
  publicBodies: file(record.publicBodyRow, {
    id: "id",
    name: "bodyName",
    kind: "bodyKind",
    directoryId: "directoryId",
    succeededBy: "succeededBy",
    succeededOn: "succeededOn",
    createdAt: "createdAt",
    updatedAt: "updatedAt",
    updatedBy: "updatedBy",
  }),
  topics: file(record.topicRow, { id: "id", key: "topicKey", name: "topicName", retired: "retired" }),
  consultations: file(record.consultationRow, {
    id: "id",
    reference: "reference",
    importKey: "importKey",
    title: "title",
    publicBody: "askingBody",
    otherBodies: "otherBodies",
    kind: "consultationKind",
    participationLevel: "participationLevel",
    voice: "voice",
    topics: "topics",
    purpose: "purpose",
    whatCanChange: "whatCanChange",
    whoDecides: "whoDecides",
    resourcesBehind: "resourcesBehind",
    hearBack: "hearBack",
    paidFor: "paidFor",
    cameFirst: "cameFirst",
    askedOn: "askedOn",
    startsOn: "startsOn",
    endsOn: "endsOn",
    answerPromisedOn: "answerPromisedOn",
    cancelledOn: "cancelledOn",
    participants: "participants",
    sessions: "sessions",
    minutesEach: "minutesEach",
    staffHours: "staffHours",
    paymentReceived: "paymentReceived",
    sourceUrl: "sourceUrl",
    explanationAcceptedOn: "explanationAcceptedOn",
    explanationDecidedBy: "explanationDecidedBy",
    explanationMembersIn: "explanationMembersIn",
    notes: "notes",
    toFinishSince: "toFinishSince",
    standing: "standing",
    flagged: "flagged",
    answerDueOn: "answerDueOn",
    hoursAsked: "hoursAsked",
    ...AUTHORS,
  }),
  extensions: file(record.extensionRow, {
    id: "id",
    consultationId: "consultationId",
    newDueOn: "newDueOn",
    agreedOn: "agreedOn",
    reason: "extensionReason",
    agreedBy: "agreedBy",
    ...AUTHORS,
  }),
  responses: file(record.responseRow, {
    id: "id",
    consultationId: "consultationId",
    kind: "responseKind",
    receivedOn: "receivedOn",
    summary: "summary",
    sourceUrl: "sourceUrl",
    toldPeopleOn: "toldPeopleOn",
    ...AUTHORS,
  }),
  activities: file(record.activityRow, {
    id: "id",
    title: "title",
    kind: "activityKind",
    ownKind: "ownKind",
    startsOn: "startsOn",
    endsOn: "endsOn",
    place: "place",
    whose: "whose",
    publicBody: "activityBody",
    hours: "hours",
    topics: "topics",
    outcomes: "outcomes",
    outcomesSource: "outcomesSource",
    notes: "notes",
    ...AUTHORS,
  }),
  activityGroups: file(record.activityGroupRow, {
    activityId: "activityId",
    group: "group",
    people: "people",
    brought: "brought",
  }),
  activityOfficials: file(record.activityOfficialRow, {
    activityId: "activityId",
    position: "position",
    role: "officialRole",
    office: "office",
    publicBody: "officialBody",
  }),
  followUps: file(record.followUpRow, {
    id: "id",
    consultationId: "orConsultationId",
    activityId: "orActivityId",
    owner: "owner",
    waitingOn: "waitingOn",
    publicBody: "followUpBody",
    title: "followUpTitle",
    promisedWords: "promisedWords",
    basis: "basis",
    madeByRole: "madeByRole",
    madeOn: "madeOn",
    dueOn: "dueOn",
    bodySays: "bodySays",
    doneOn: "doneOn",
    communitySays: "communitySays",
    evidenceUrl: "evidenceUrl",
    ...AUTHORS,
  }),
  dateMoves: file(record.dateMoveRow, {
    id: "id",
    followUpId: "followUpId",
    fromOn: "movedFromOn",
    toOn: "movedToOn",
    reason: "moveReason",
    movedOn: "movedOn",
    createdBy: "createdBy",
  }),
  attachments: file(other.attachmentRow, {
    id: "id",
    consultationId: "orConsultationId",
    responseId: "orResponseId",
    followUpId: "orFollowUpId",
    name: "fileName",
    format: "fileFormat",
    bytes: "bytes",
    path: "path",
    createdAt: "createdAt",
    createdBy: "createdBy",
  }),
  members: file(other.memberRow, {
    userId: "userId",
    name: "memberName",
    email: "memberEmail",
    role: "role",
    createdAt: "memberSince",
  }),
  invitations: file(other.invitationRow, {
    id: "id",
    email: "invitedEmail",
    role: "role",
    locale: "locale",
    invitedBy: "invitedBy",
    mails: "mails",
    createdAt: "createdAt",
    sentAt: "sentAt",
    expiresAt: "linkEndsAt",
    undeliveredAt: "undeliveredAt",
  }),
  shares: file(other.shareRow, {
    id: "id",
    audience: "audience",
    officerEmail: "officerEmail",
    publicBody: "shareBody",
    fromOn: "shareFromOn",
    toOn: "shareToOn",
    sections: "shareSections",
    expiresOn: "shareEndsOn",
    wantsPassphrase: "wantsPassphrase",
    releasedAt: "releasedAt",
    stoppedAt: "stoppedAt",
    ...AUTHORS,
  }),
  shareSnapshots: file(
    other.shareSnapshotRow,
    { shareId: "shareId", releasedAt: "releasedAt", snapshot: "snapshot", withheld: "withheld" },
    ["snapshot"],
  ),
  shareOpenings: file(other.shareOpeningRow, { shareId: "shareId", at: "openedAt", format: "openedAs" }),
  auditEvents: file(other.auditEventRow, {
    id: "id",
    at: "eventAt",
    kind: "eventKind",
    actorId: "actorId",
    actorName: "actorName",
    tokenId: "tokenId",
    subjectId: "subjectId",
    detail: "detail",
  }),
  retentionReviews: file(other.retentionReviewRow, {
    consultationId: "orConsultationId",
    activityId: "orActivityId",
    lastOn: "lastOn",
    listedAt: "listedAt",
    keepUntil: "keepUntil",
    keepReason: "keepReason",
    decidedBy: "decidedBy",
    decidedAt: "decidedAt",
  }),
  imports: file(other.importRow, {
    id: "id",
    fileName: "fileName",
    state: "importState",
    rows: "importRows",
    created: "importCreated",
    changed: "importChanged",
    unchanged: "importUnchanged",
    refused: "importRefused",
    createdAt: "createdAt",
    createdBy: "createdBy",
    finishedAt: "finishedAt",
  }),
  tokens: file(other.tokenRow, {
    id: "id",
    name: "tokenName",
    role: "role",
    createdAt: "createdAt",
    createdBy: "createdBy",
    expiresAt: "tokenEndsAt",
    revokedAt: "revokedAt",
    revokedBy: "revokedBy",
    lastUsedAt: "lastUsedAt",
  }),
  supportGrants: file(other.supportGrantRow, {
    id: "id",
    mayChange: "mayChange",
    grantedAt: "grantedAt",
    grantedBy: "grantedBy",
    expiresAt: "grantEndsAt",
    withdrawnAt: "withdrawnAt",
    withdrawnBy: "withdrawnBy",
  }),
  hourlyRates: file(other.hourlyRateRow, {
    country: "country",
    currency: "currency",
    validFrom: "validFrom",
    amount: "amount",
    source: "rateSource",
    sourceUrl: "sourceUrl",
  }),
};

export type ExportFileName = keyof typeof EXPORT_FILES;
type Files = typeof EXPORT_FILES;
/** What a column can mean: a key of `take-out.column`. */
export type ColumnMeaning = {
  [F in ExportFileName]: Files[F]["means"][keyof Files[F]["means"]];
}[ExportFileName];

export const EXPORT_FILE_NAMES = Object.keys(EXPORT_FILES) as ExportFileName[];

/** The files that can be brought in again, in the order in which that is done. */
export const BROUGHT_IN = [
  "publicBodies",
  "topics",
  "consultations",
  "extensions",
  "responses",
  "activities",
  "activityGroups",
  "activityOfficials",
  "followUps",
  "dateMoves",
] as const satisfies readonly ExportFileName[];
export type BroughtIn = (typeof BROUGHT_IN)[number];

/** What stands in the manifest by which an export is recognised. */
export const EXPORT_FORMAT = "followthrough-export";
/** Raised when an older server could misread what a newer one writes. */
export const EXPORT_VERSION = 1;
