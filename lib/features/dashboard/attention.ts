import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { AHEAD_DAYS } from "@/lib/domain/fatigue";
import type { PlainDate } from "@/lib/domain/plain-date";

const count = z.coerce.number();
const flaggedRows = z.array(z.object({ id: z.uuid(), total: count, minutes: count, older: count }));
const dueRows = z.array(
  z.object({
    kind: z.enum(["answer", "body", "joint", "us"]),
    dueOn: z.string(),
    /** Whose date it is: agreed, given, or our own benchmark. */
    source: z.enum(["agreed", "given", "benchmark"]),
    title: z.string(),
    consultationId: z.uuid(),
    body: z.string(),
    total: count,
  }),
);

export type DueSoon = Omit<z.output<typeof dueRows>[number], "total">;
export type Flagged = {
  total: number;
  /** Hours given to all of them. */
  hours: number;
  /** How many started before the window. */
  older: number;
  /** The most pressing ones, most first: by hours × days past the date. */
  ids: string[];
};

const MOST_PRESSING = 5;
const MOST_DUE = 6;

/** The consultations of the whole record that need an answer. One statement. */
export async function findFlagged(tx: Tx, today: PlainDate, since: PlainDate): Promise<Flagged> {
  const rows = flaggedRows.parse(
    await tx.$queryRaw`
      SELECT s.id, count(*) OVER () AS total, sum(c.minutes_asked) OVER () AS minutes,
        count(*) FILTER (WHERE c.starts_on < ${since}::date) OVER () AS older
      FROM standings(${today}::date) s
      JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
      WHERE s.flagged
      ORDER BY c.minutes_asked * (${today}::date - s.overdue_since) DESC, s.overdue_since, s.id
      LIMIT ${MOST_PRESSING}`,
  );
  const [first] = rows;
  return {
    total: first?.total ?? 0,
    hours: (first?.minutes ?? 0) / 60,
    older: first?.older ?? 0,
    ids: rows.map((row) => row.id),
  };
}

/** What falls due from today to a fortnight from now: answers, promises, and what we owe. One statement. */
export async function findDueSoon(tx: Tx, today: PlainDate): Promise<{ total: number; items: DueSoon[] }> {
  const rows = dueRows.parse(
    await tx.$queryRaw`
      SELECT kind, due_on::text AS "dueOn", source, title, consultation_id AS "consultationId", body, count(*) OVER () AS total
      FROM (
        SELECT 'answer' AS kind, c.answer_due_on AS due_on, c.answer_due_source::text AS source, c.title,
          c.id AS consultation_id, b.name AS body
        FROM consultations c
        JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
        WHERE c.cancelled_on IS NULL AND c.answer_due_on BETWEEN ${today}::date AND ${today}::date + ${AHEAD_DAYS}::int
          AND NOT EXISTS (SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
                          AND r.kind IN ('findings', 'decision', 'refusal'))
        UNION ALL
        SELECT f.owner::text, coalesce(f.due_on, f.made_on + w.action_days), CASE WHEN f.due_on IS NULL THEN 'benchmark' ELSE 'given' END,
          f.title, c.id, b.name
        FROM follow_ups f
        JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
        JOIN workspaces w ON w.id = f.workspace_id
        JOIN public_bodies b ON b.workspace_id = f.workspace_id AND b.id = coalesce(f.public_body_id, c.public_body_id)
        WHERE c.cancelled_on IS NULL AND f.body_says IN ('not_started', 'in_progress')
          AND coalesce(f.due_on, f.made_on + w.action_days) BETWEEN ${today}::date AND ${today}::date + ${AHEAD_DAYS}::int
      ) due
      ORDER BY due_on, title
      LIMIT ${MOST_DUE}`,
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) };
}
