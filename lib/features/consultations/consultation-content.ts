import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { TypedValues } from "@/lib/domain/form-view";
import type { BodyKind } from "@/lib/domain/taxonomy";
import type { LongForm } from "./consultation-schemas";
import { tidyName } from "./resolve-names";

/** What the long form holds of a consultation. */
export type ConsultationContent = Omit<LongForm, "publicBodyKind">;

export type SavedConsultation = {
  id: string;
  version: number;
  createdBy: string | null;
  updatedBy: string | null;
  updatedAt: Date;
  publicBodyId: string;
  publicBodyKind: BodyKind;
  content: ConsultationContent;
};

/** A consultation as the long form knows it; null when this workspace has none of that id. */
export async function loadConsultation(
  tx: Tx,
  member: Member,
  id: string,
): Promise<SavedConsultation | null> {
  const row = await tx.consultation.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    include: {
      publicBody: true,
      otherBodies: { include: { publicBody: true } },
      topics: { include: { topic: true } },
    },
  });
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    createdBy: row.createdBy,
    updatedBy: row.updatedBy,
    updatedAt: row.updatedAt,
    publicBodyId: row.publicBodyId,
    publicBodyKind: row.publicBody.kind,
    content: {
      reference: row.reference,
      title: row.title,
      publicBody: row.publicBody.name,
      otherBodies: row.otherBodies.map((other) => other.publicBody.name).sort(),
      kind: row.kind,
      participationLevel: row.participationLevel,
      voice: row.voice,
      topics: row.topics.map((topic) => topic.topic.name).sort(),
      purpose: row.purpose,
      whatCanChange: row.whatCanChange,
      whoDecides: row.whoDecides,
      resourcesBehind: row.resourcesBehind,
      hearBack: row.hearBack,
      paidFor: [...row.paidFor].sort(),
      cameFirst: row.cameFirst,
      askedOn: fromDb(row.askedOn),
      startsOn: fromDb(row.startsOn),
      endsOn: fromDb(row.endsOn),
      answerPromisedOn: fromDb(row.answerPromisedOn),
      participants: row.participants,
      sessions: row.sessions,
      minutesEach: row.minutesEach,
      staffHours: row.staffHours?.toNumber() ?? null,
      paymentReceived: row.paymentReceived?.toNumber() ?? null,
      sourceUrl: row.sourceUrl,
      notes: row.notes,
    },
  };
}

/** The long form's part of what was sent. */
export function contentOf(input: LongForm): ConsultationContent {
  return {
    reference: input.reference,
    title: input.title,
    publicBody: tidyName(input.publicBody),
    otherBodies: input.otherBodies.map(tidyName).sort(),
    kind: input.kind,
    participationLevel: input.participationLevel,
    voice: input.voice,
    topics: input.topics.map(tidyName).sort(),
    purpose: input.purpose,
    whatCanChange: input.whatCanChange,
    whoDecides: input.whoDecides,
    resourcesBehind: input.resourcesBehind,
    hearBack: input.hearBack,
    paidFor: [...new Set(input.paidFor)].sort(),
    cameFirst: input.cameFirst,
    askedOn: input.askedOn,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    answerPromisedOn: input.answerPromisedOn,
    participants: input.participants,
    sessions: input.sessions,
    minutesEach: input.minutesEach,
    staffHours: input.staffHours,
    paymentReceived: input.paymentReceived,
    sourceUrl: input.sourceUrl,
    notes: input.notes,
  };
}

/** The columns of the consultation's own table. Who asked is given by id. */
export function columnsOf(content: ConsultationContent, publicBodyId: string) {
  const { publicBody, otherBodies, topics, askedOn, startsOn, endsOn, answerPromisedOn, ...same } = content;
  return {
    ...same,
    publicBodyId,
    askedOn: toDb(askedOn),
    startsOn: toDb(startsOn),
    endsOn: toDb(endsOn),
    answerPromisedOn: toDb(answerPromisedOn),
  };
}

const BY_NAME: ReadonlySet<string> = new Set(["publicBody", "otherBodies", "topics"]);

function comparable(field: string, value: unknown): string {
  const text = JSON.stringify(
    Array.isArray(value) ? [...new Set(value.map((one) => String(one).toLowerCase()))].sort() : value,
  );
  return BY_NAME.has(field) ? text.toLowerCase() : text.replaceAll("\\r\\n", "\\n");
}

/** The names of the fields in which two versions differ. */
export function changedFields<T extends object>(before: T, after: T): string[] {
  const then = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) =>
    comparable(field, value) === comparable(field, then.get(field)) ? [] : [field],
  );
}

/** Content as a form's fields, ready to be typed over. */
export function valuesOf(content: object): TypedValues {
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      return [[name, Array.isArray(value) ? value.map(String) : [String(value)]]];
    }),
  );
}
