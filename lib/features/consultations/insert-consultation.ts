import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { AuditInsert } from "@/lib/db/audit";
import type { SqlTx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { ConsultationContent } from "./consultation-content";
import { idsOfNames } from "./names-of-one";

/** What a new consultation says beside the long form's content. */
export type Beside = {
  cancelledOn: PlainDate | null;
  explanationAcceptedOn: PlainDate | null;
  explanationDecidedBy: string | null;
  explanationMembersIn: boolean | null;
  /** It was logged on one screen, then; null for everything else. */
  toFinishSince: Date | null;
};

export type NewConsultation = { id: string; content: ConsultationContent; beside: Beside };

const written = z.object({ eventId: z.uuid(), shown: z.unknown() });
/** The event's id, and what `show` asked for. */
export type WrittenConsultation = z.output<typeof written>;

/**
 * Writes a new consultation, its lists and its event, in one statement. Null, and nothing is written, when one of its
 * names is not known, or there is one of this id or reference: it waits for whoever is taking them in this very moment.
 * The asking body is not one of the others.
 * @param show what to give back of it, as JSON: an expression over the consultation `c`, its body `b`, where it stands
 * on `today` as `s`, and its lists, which the statement has under their tables' names. Null: nothing.
 */
export async function insertConsultation(
  tx: SqlTx,
  member: Member,
  { id, content: a, beside }: NewConsultation,
  { now, today, event, show }: { now: Date; today: PlainDate; event: AuditInsert; show: Sql | null },
): Promise<WrittenConsultation | null> {
  const found = await tx.$queryRaw`
    WITH named AS (${idsOfNames(member.workspace.id, a)}),
    c AS (
      INSERT INTO consultations (
        workspace_id, id, reference, title, public_body_id, kind, participation_level, voice, purpose,
        what_can_change, who_decides, resources_behind, hear_back, paid_for, came_first,
        asked_on, starts_on, ends_on, answer_promised_on, cancelled_on,
        participants, sessions, minutes_each, staff_hours, payment_received, source_url, notes,
        explanation_accepted_on, explanation_decided_by, explanation_members_in,
        to_finish_since, created_at, created_by, updated_at, updated_by)
      SELECT
        named.workspace_id, ${id}::uuid, ${a.reference}, ${a.title}, named.public_body, ${a.kind}::consultation_kind,
        ${a.participationLevel}::participation_level, ${a.voice}::voice, ${a.purpose},
        ${a.whatCanChange}, ${a.whoDecides}, ${a.resourcesBehind}, ${a.hearBack}, ${a.paidFor}::paid_for[], ${a.cameFirst}::came_first,
        ${a.askedOn}::date, ${a.startsOn}::date, ${a.endsOn}::date, ${a.answerPromisedOn}::date, ${beside.cancelledOn}::date,
        ${a.participants}::int, ${a.sessions}::int, ${a.minutesEach}::int, ${a.staffHours}::numeric, ${a.paymentReceived}::numeric,
        ${a.sourceUrl}, ${a.notes},
        ${beside.explanationAcceptedOn}::date, ${beside.explanationDecidedBy}, ${beside.explanationMembersIn}::boolean,
        ${beside.toFinishSince}::timestamptz, ${now}::timestamptz, ${member.userId}::uuid, ${now}::timestamptz, ${member.userId}::uuid
      FROM named
      WHERE named.public_body IS NOT NULL AND array_position(named.topics || named.other_bodies, NULL) IS NULL
      ON CONFLICT DO NOTHING RETURNING *),
    consultation_topics AS (
      INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
      SELECT DISTINCT c.workspace_id, c.id, t.id FROM c, named, unnest(named.topics) AS t (id) RETURNING *),
    consultation_other_bodies AS (
      INSERT INTO consultation_other_bodies (workspace_id, consultation_id, public_body_id)
      SELECT DISTINCT c.workspace_id, c.id, o.id FROM c, named, unnest(named.other_bodies) AS o (id)
      WHERE o.id <> c.public_body_id RETURNING *),
    told AS (${event.insert} FROM c RETURNING id)
    SELECT told.id AS "eventId", ${show ?? sql`NULL`} AS shown
    FROM c CROSS JOIN told
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    CROSS JOIN LATERAL (
      SELECT standing, is_flagged(standing) AS flagged FROM standing_by_rule(
        c.cancelled_on, c.starts_on, c.ends_on, c.explanation_accepted_on, c.answer_due_on, 0, 0, 0, false, NULL, ${today}::date)
      AS standing) s`;
  return z.array(written).parse(found)[0] ?? null;
}
