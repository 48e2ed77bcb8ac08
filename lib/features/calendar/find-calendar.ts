import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { calendarEntry, MONTHS_AHEAD, MONTHS_BACK, MOST_DATES } from "@/lib/domain/calendar";
import { done } from "@/lib/domain/result";

const entries = z.array(calendarEntry);

/**
 * The dates of the organisation for a member's calendar: answers and promises that are still owed, and what takes place,
 * from a year ago to two years ahead. Days and kinds of records only: no title, place, time or body is even read. What
 * lasts longer than a day stands on its first and on its last. One statement.
 */
export const findCalendar = defineSqlUseCase(
  {
    permission: "record:read",
    audit: "none",
    schema: z.strictObject({
      token: z
        .string()
        .optional()
        .describe("The secret of a member's own calendar address, in place of a token."),
    }),
  },
  async ({ tx, member, today }) => {
    const found = await tx.$queryRaw`
      WITH events AS (
        SELECT 'consultation' AS what, c.id, c.starts_on, c.ends_on, 'consultations' AS place, c.updated_at, c.version
        FROM consultations c WHERE c.cancelled_on IS NULL
        UNION ALL
        SELECT 'activity', a.id, a.starts_on, a.ends_on, 'activities', a.updated_at, a.version FROM activities a
      ), dates AS (
        SELECT 'answer' AS kind, c.id, c.answer_due_on AS on_day, 'consultations' AS place, c.id AS record_id, c.updated_at, c.version
        FROM consultations c
        WHERE c.cancelled_on IS NULL AND c.explanation_accepted_on IS NULL AND NOT EXISTS (
          SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
            AND r.kind IN ('findings', 'decision', 'refusal'))
        UNION ALL
        SELECT CASE f.owner WHEN 'us' THEN 'ours' ELSE 'promise' END, f.id, coalesce(f.due_on, f.made_on + w.action_days),
          CASE WHEN f.activity_id IS NULL THEN 'consultations' ELSE 'activities' END, coalesce(f.activity_id, f.consultation_id),
          f.updated_at, f.version
        FROM follow_ups f
        JOIN workspaces w ON w.id = f.workspace_id
        LEFT JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
        WHERE c.cancelled_on IS NULL AND f.body_says IN ('not_started', 'in_progress')
        UNION ALL
        SELECT CASE WHEN e.ends_on > e.starts_on THEN e.what || '_begins' ELSE e.what END, e.id, e.starts_on, e.place, e.id, e.updated_at, e.version
        FROM events e
        UNION ALL
        SELECT e.what || '_ends', e.id, e.ends_on, e.place, e.id, e.updated_at, e.version FROM events e WHERE e.ends_on > e.starts_on
      )
      SELECT kind, id, on_day::text AS "on", place, record_id AS "recordId", updated_at AS "changedAt", version
      FROM dates
      WHERE on_day BETWEEN ${today}::date - make_interval(months => ${MONTHS_BACK}::int) AND ${today}::date + make_interval(months => ${MONTHS_AHEAD}::int)
      ORDER BY abs(on_day - ${today}::date), id, kind
      LIMIT ${MOST_DATES}`;
    return done({
      slug: member.workspace.slug,
      locale: member.userLocale,
      entries: entries.parse(found).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    });
  },
);
