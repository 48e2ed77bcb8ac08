import "server-only";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import { type ConsultationRow, consultationRow } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";

const rows = z.array(z.object({ row: consultationRow }));

/** What lists show of a consultation, as JSON (`consultationRow`): of `c`, its `w`, `b` and `s`. */
function rowJson(today: PlainDate): Sql {
  return sql`jsonb_build_object(
      'id', c.id, 'title', c.title, 'body', b.name,
      'standing', s.standing, 'flagged', s.flagged, 'disputed', s.disputed, 'overdueSince', s.overdue_since,
      'counting', s.counting, 'doneCount', s.done_count, 'lateCount', s.late_count, 'updates', s.updates,
      'substantive', s.substantive, 'firstAnswerOn', s.first_answer_on,
      'minutesAsked', c.minutes_asked, 'hoursUnknown', c.participants IS NULL OR c.minutes_each IS NULL,
      'thread', jsonb_build_object(
        'askedOn', c.asked_on, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'cancelledOn', c.cancelled_on,
        'answerDueOn', c.answer_due_on,
        'firstAnswerDueOn', CASE WHEN c.answer_due_source = 'agreed' THEN
          (SELECT f.due_on FROM first_answer_due(c.workspace_id, c.public_body_id, c.ends_on, c.answer_promised_on) f) END,
        'explainedOn', CASE WHEN c.explanation_accepted_on <= ${today}::date THEN c.explanation_accepted_on END,
        'noActionSince', CASE WHEN s.standing = 'no_action' THEN s.overdue_since END,
        'answers', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
            'on', r.received_on,
            'kind', CASE WHEN r.kind IN ('findings', 'decision', 'refusal') THEN 'substantive' ELSE 'update' END)
            ORDER BY r.received_on), '[]')
          FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id),
        'promises', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
            'madeOn', u.made_on, 'dueOn', d.due, 'doneOn', u.done_on,
            'state', follow_up_state(u.owner, u.waiting_on, u.body_says, u.community_says, d.due, ${today}::date),
            'firstDueOn', (
              SELECT coalesce(m.from_on, u.made_on + w.action_days) FROM date_moves m
              WHERE m.workspace_id = u.workspace_id AND m.follow_up_id = u.id ORDER BY m.recorded_no LIMIT 1))
            ORDER BY d.due, u.id), '[]')
          FROM follow_ups u, LATERAL (SELECT coalesce(u.due_on, u.made_on + w.action_days) AS due) d
          WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id AND u.owner IN ('body', 'joint'))
      ))`;
}

/** The consultations that are `wanted` (id, no), each beside its workspace, body and where it stands. */
function rowsFrom(wanted: Sql, standings: Sql): Sql {
  return sql`
    FROM ${wanted} AS wanted (id, no)
    JOIN consultations c ON c.id = wanted.id
    JOIN workspaces w ON w.id = c.workspace_id
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    JOIN ${standings} s ON s.workspace_id = c.workspace_id AND s.id = c.id`;
}

/** The rows of the consultations that are `wanted` (id, no), in that order, as one JSON value; standings from `stood`. */
export function rowsJson(wanted: Sql, today: PlainDate): Sql {
  return sql`(SELECT coalesce(jsonb_agg(${rowJson(today)} ORDER BY wanted.no), '[]') ${rowsFrom(wanted, sql`stood`)})`;
}

/**
 * What lists show of these consultations of the current workspace, in the order of `ids`, with where each stands on
 * `today` and the facts its thread is drawn from. One statement. Ids that are not here are left out.
 */
export async function findRows(
  tx: SqlTx,
  ids: readonly string[],
  today: PlainDate,
): Promise<ConsultationRow[]> {
  if (ids.length === 0) return [];
  const wanted = sql`unnest(${ids}::uuid[]) WITH ORDINALITY`;
  const found = await tx.$queryRaw`
    SELECT ${rowJson(today)} AS row ${rowsFrom(wanted, sql`standings(${today}::date)`)} ORDER BY wanted.no`;
  return rows.parse(found).map(({ row }) => row);
}
