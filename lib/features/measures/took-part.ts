import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FINISHED } from "@/lib/domain/standing";

/**
 * Every consultation of the current workspace with where it stands on `asOf`, as `stood`: worked out once for
 * everything that a statement asks of it. `within`: it started on or after `since` (null: all).
 */
export function stoodOn(asOf: PlainDate, since: PlainDate | null): Sql {
  return sql`
    stood AS MATERIALIZED (
      SELECT s.*, c.title, c.starts_on, c.minutes_asked AS minutes, c.participants IS NULL OR c.minutes_each IS NULL AS unknown,
        c.public_body_id, c.voice, c.payment_received, c.answer_due_on < ${asOf}::date AS answer_was_due,
        ${since}::date IS NULL OR c.starts_on >= ${since}::date AS within
      FROM standings(${asOf}::date) s
      JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
    )`;
}

/**
 * Of those in `stood`, the ones that took place (`s`) and those of them that started on or after `since` (`w`), and the
 * promises made in those and in activities of the window whose date has passed (`promise`). What every measure adds up.
 * A promise is a body's own: a joint action is nobody's to break alone. It is due by its own date, else after the
 * action period, and belongs to whoever made it.
 */
export function tookPart(today: PlainDate, since: PlainDate): Sql {
  return sql`
    s AS (
      SELECT *, standing = ANY (${[...FINISHED]}::text[]) AS finished,
        CASE WHEN standing = 'acted' THEN 'acted' WHEN flagged THEN 'none' WHEN standing = 'explained' THEN 'explained' ELSE 'open' END AS came
      FROM stood WHERE standing NOT IN ('cancelled', 'planned')
    ), w AS (
      SELECT * FROM s WHERE within
    ), promise AS MATERIALIZED (
      SELECT f.made_by AS public_body_id,
        follow_up_state(f.owner, f.waiting_on, f.body_says, f.community_says, d.due, ${today}::date) = 'done' AS kept
      FROM (
        SELECT f.*, coalesce(f.public_body_id, w.public_body_id) AS made_by
        FROM w JOIN follow_ups f ON f.workspace_id = w.workspace_id AND f.consultation_id = w.id
        UNION ALL
        SELECT f.*, coalesce(f.public_body_id, a.public_body_id)
        FROM activities a JOIN follow_ups f ON f.workspace_id = a.workspace_id AND f.activity_id = a.id
        WHERE a.starts_on >= ${since}::date
      ) f
      JOIN workspaces o ON o.id = f.workspace_id
      CROSS JOIN LATERAL (SELECT coalesce(f.due_on, f.made_on + o.action_days) AS due) d
      WHERE f.owner = 'body' AND d.due < ${today}::date
    )`;
}

/** The figures of a group of rows of `w`, under the names of `Figures`. */
export function figuresOf(): Sql {
  return sql`
    count(w.id) AS consultations, coalesce(sum(w.minutes), 0) AS minutes, count(*) FILTER (WHERE w.unknown) AS unknown,
    count(*) FILTER (WHERE w.finished) AS finished,
    coalesce(sum(w.minutes) FILTER (WHERE w.finished), 0) AS "finishedMinutes",
    coalesce(sum(w.minutes) FILTER (WHERE w.standing = 'acted'), 0) AS "actedMinutes",
    count(*) FILTER (WHERE w.flagged) AS flagged, coalesce(sum(w.minutes) FILTER (WHERE w.flagged), 0) AS "flaggedMinutes",
    count(*) FILTER (WHERE w.answer_was_due) AS "answersDue",
    count(*) FILTER (WHERE w.answer_was_due AND w.substantive) AS answered`;
}
