import "server-only";
import { z } from "zod";
import { type Sql, sql } from "@/lib/db/sql";
import { type DueSoon, dueSoon } from "@/lib/domain/due-soon";
import { AHEAD_DAYS } from "@/lib/domain/fatigue";
import type { PlainDate } from "@/lib/domain/plain-date";

/** They stand above what falls due, and must not push all of it out. The next ones follow when these are decided on. */
const MOST_PROPOSALS = 3;

export const dueSoonFound = z.array(dueSoon.extend({ total: z.coerce.number() }));

/**
 * What falls due from `today` to a fortnight from now: answers, promises, and what we owe; before that, what looks like
 * an answer and waits for somebody to say so. The first `most` by date, and on each how many there are.
 */
export function dueSoonRows(today: PlainDate, most: number): Sql {
  return sql`
    SELECT kind, due_on::text AS "dueOn", source, basis, title, place, record_id AS "recordId", body, count(*) OVER () AS total
    FROM (
      SELECT 'answer' AS kind, c.answer_due_on AS due_on, c.answer_due_source::text AS source, NULL AS basis, c.title,
        'consultations' AS place, c.id AS record_id, b.name AS body
      FROM consultations c
      JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
      WHERE c.cancelled_on IS NULL AND c.explanation_accepted_on IS NULL
        AND c.answer_due_on BETWEEN ${today}::date AND ${today}::date + ${AHEAD_DAYS}::int
        AND NOT EXISTS (
          SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
            AND r.kind IN ('findings', 'decision', 'refusal'))
      UNION ALL
      SELECT f.owner::text, coalesce(f.due_on, f.made_on + w.action_days),
        CASE WHEN f.due_on IS NULL THEN 'benchmark' ELSE 'given' END, f.basis::text, f.title,
        CASE WHEN f.activity_id IS NULL THEN 'consultations' ELSE 'activities' END, coalesce(f.activity_id, f.consultation_id), b.name
      FROM follow_ups f
      LEFT JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
      LEFT JOIN activities a ON a.workspace_id = f.workspace_id AND a.id = f.activity_id
      JOIN workspaces w ON w.id = f.workspace_id
      LEFT JOIN public_bodies b ON b.workspace_id = f.workspace_id
        AND b.id = coalesce(f.public_body_id, c.public_body_id, a.public_body_id)
      WHERE c.cancelled_on IS NULL AND f.body_says IN ('not_started', 'in_progress')
        AND coalesce(f.due_on, f.made_on + w.action_days) BETWEEN ${today}::date AND ${today}::date + ${AHEAD_DAYS}::int
      UNION ALL
      (SELECT 'proposal', coalesce(p.received_on, p.found_at::date), 'given', NULL, c.title, 'consultations', c.id, b.name
      FROM answer_proposals p
      JOIN consultations c ON c.workspace_id = p.workspace_id AND c.id = p.consultation_id
      JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
      WHERE p.decided_at IS NULL AND NOT EXISTS (
        SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
          AND r.kind IN ('findings', 'decision', 'refusal'))
      ORDER BY p.found_at DESC, p.id LIMIT ${MOST_PROPOSALS})
    ) due
    ORDER BY kind <> 'proposal', due_on, title
    LIMIT ${most}`;
}

/** The list of what was found, and how many there are in all. */
export function readDueSoon(found: z.output<typeof dueSoonFound>): { total: number; items: DueSoon[] } {
  return { total: found[0]?.total ?? 0, items: found.map(({ total: _, ...item }) => item) };
}
