import "server-only";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";
import { STANDINGS } from "@/lib/domain/standing";
import { CONSULTATION_KINDS, PARTICIPATION_LEVELS, VOICES } from "@/lib/domain/taxonomy";
import { date, maybeDate } from "./dates";
import { followUpResource } from "./follow-up-resource";
import { responseResource } from "./response-resource";

export const extensionResource = z.strictObject({
  id: z.uuid(),
  newDueOn: date,
  agreedOn: date,
  reason: z.string().nullable(),
  agreedBy: z.string().nullable(),
});

/** A consultation as programs read it. Hours have two decimals. */
export const consultationResource = z.strictObject({
  id: z.uuid(),
  reference: z.string().nullable(),
  title: z.string(),
  publicBody: z.string(),
  otherBodies: z.array(z.string()),
  kind: z.enum(CONSULTATION_KINDS).nullable(),
  participationLevel: z.enum(PARTICIPATION_LEVELS).nullable(),
  voice: z.enum(VOICES).nullable(),
  topics: z.array(z.string()),
  purpose: z.string().nullable(),
  askedOn: maybeDate,
  startsOn: date,
  endsOn: maybeDate,
  answerPromisedOn: maybeDate,
  cancelledOn: maybeDate,
  participants: z.number().int().nullable(),
  sessions: z.number().int(),
  minutesEach: z.number().int().nullable(),
  staffHours: z.number().nullable(),
  paymentReceived: z.number().nullable(),
  sourceUrl: z.string().nullable(),
  explanationAcceptedOn: maybeDate,
  notes: z.string().nullable(),
  standing: z.enum(STANDINGS),
  flagged: z.boolean(),
  answerDueOn: maybeDate,
  hoursAsked: z.number(),
  extensions: z.array(extensionResource),
});
export type ConsultationResource = z.output<typeof consultationResource>;

/** One consultation with what was recorded of it since. */
export const wholeConsultation = z.strictObject({
  ...consultationResource.shape,
  responses: z.array(responseResource),
  followUps: z.array(followUpResource),
});
export type WholeConsultation = z.output<typeof wholeConsultation>;

const listed = z.array(z.object({ record: consultationResource }));
const whole = z.array(z.object({ record: wholeConsultation }));

// The fields of `c`, whose asking body is `b` and which stands as `s` says.
const FIELDS = sql`jsonb_build_object(
  'id', c.id, 'reference', c.reference, 'title', c.title, 'publicBody', b.name,
  'otherBodies', (SELECT coalesce(jsonb_agg(ob.name ORDER BY lower(ob.name)), '[]')
    FROM consultation_other_bodies o JOIN public_bodies ob ON ob.workspace_id = o.workspace_id AND ob.id = o.public_body_id
    WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id),
  'kind', c.kind, 'participationLevel', c.participation_level, 'voice', c.voice,
  'topics', (SELECT coalesce(jsonb_agg(tp.name ORDER BY lower(tp.name)), '[]')
    FROM consultation_topics ct JOIN topics tp ON tp.workspace_id = ct.workspace_id AND tp.id = ct.topic_id
    WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id),
  'purpose', c.purpose, 'askedOn', c.asked_on, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
  'answerPromisedOn', c.answer_promised_on, 'cancelledOn', c.cancelled_on, 'participants', c.participants,
  'sessions', c.sessions, 'minutesEach', c.minutes_each, 'staffHours', c.staff_hours, 'paymentReceived', c.payment_received,
  'sourceUrl', c.source_url, 'explanationAcceptedOn', c.explanation_accepted_on, 'notes', c.notes,
  'standing', s.standing, 'flagged', s.flagged, 'answerDueOn', c.answer_due_on, 'hoursAsked', round(c.minutes_asked / 60, 2),
  'extensions', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'newDueOn', e.new_due_on, 'agreedOn', e.agreed_on, 'reason', e.reason, 'agreedBy', e.agreed_by)
      ORDER BY e.agreed_on, e.recorded_no), '[]')
    FROM extensions e WHERE e.workspace_id = c.workspace_id AND e.consultation_id = c.id))`;

/**
 * Consultations of the current workspace as they stand on `today`, latest start first. `which` stands behind
 * `FROM consultations c`: it joins who asked as `b`, and chooses. One statement.
 */
export async function listConsultations(
  tx: SqlTx,
  { which, today, most }: { which: Sql; today: PlainDate; most: number },
): Promise<ConsultationResource[]> {
  const found = await tx.$queryRaw`
    WITH page AS (SELECT c.workspace_id, c.id FROM consultations c ${which} ORDER BY c.starts_on DESC, c.id DESC LIMIT ${most})
    SELECT ${FIELDS} AS record
    FROM page JOIN consultations c ON c.workspace_id = page.workspace_id AND c.id = page.id
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    JOIN standings(${today}::date) s ON s.workspace_id = c.workspace_id AND s.id = c.id
    ORDER BY c.starts_on DESC, c.id DESC`;
  return listed.parse(found).map(({ record }) => record);
}

// The fields of one with its answers and follow-ups.
const WHOLE_FIELDS = sql`${FIELDS} || jsonb_build_object(
  'responses', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', r.id, 'kind', r.kind, 'receivedOn', r.received_on, 'summary', r.summary, 'sourceUrl', r.source_url)
      ORDER BY r.received_on, r.created_at, r.id), '[]')
    FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id),
  'followUps', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', u.id, 'owner', u.owner, 'waitingOn', u.waiting_on, 'publicBody', ub.name, 'title', u.title,
      'promisedWords', u.promised_words, 'basis', u.basis, 'madeByRole', u.made_by_role, 'madeOn', u.made_on,
      'dueOn', u.due_on, 'bodySays', u.body_says, 'doneOn', u.done_on, 'communitySays', u.community_says,
      'evidenceUrl', u.evidence_url) ORDER BY u.made_on, u.created_at, u.id), '[]')
    FROM follow_ups u LEFT JOIN public_bodies ub ON ub.workspace_id = u.workspace_id AND ub.id = u.public_body_id
    WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id))`;

/** What the statement that writes a consultation gives back of it. Nobody has answered it yet. */
export const NEW_FIELDS = sql`${FIELDS} || '{"responses": [], "followUps": []}'`;

/** One consultation with its answers and follow-ups; null when it is not this workspace's. One statement. */
export async function readConsultation(
  tx: SqlTx,
  workspaceId: string,
  id: string,
  today: PlainDate,
): Promise<WholeConsultation | null> {
  const found = await tx.$queryRaw`
    SELECT ${WHOLE_FIELDS} AS record
    FROM consultations c
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    JOIN standings(${today}::date) s ON s.workspace_id = c.workspace_id AND s.id = c.id
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${id}::uuid`;
  return whole.parse(found)[0]?.record ?? null;
}
