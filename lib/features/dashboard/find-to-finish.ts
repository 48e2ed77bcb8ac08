import "server-only";
import { z } from "zod";
import type { SqlTx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";
import { MISSING, type ToFinish } from "@/lib/domain/quick-log";

export const toFinishFound = z.array(
  z.object({
    id: z.uuid(),
    title: z.string(),
    body: z.string(),
    startsOn: z.string(),
    missing: z.array(z.enum(MISSING)),
    total: z.coerce.number(),
  }),
);

/** Days after its first day until one that is still running is asked for its last. */
const RUNNING_DAYS = 28;

/** Consultations logged on one screen that still lack a detail: the first `most`, and on each how many there are. */
export function toFinish(today: PlainDate, most: number): Sql {
  return sql`
    SELECT c.id, c.title, b.name AS body, c.starts_on::text AS "startsOn", m.missing, count(*) OVER () AS total
    FROM consultations c
    JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    CROSS JOIN LATERAL (
      SELECT array_remove(ARRAY[
        CASE WHEN NOT EXISTS (SELECT FROM consultation_topics t WHERE t.workspace_id = c.workspace_id AND t.consultation_id = c.id) THEN 'topics' END,
        CASE WHEN c.voice IS NULL THEN 'voice' END,
        CASE WHEN c.participation_level IS NULL THEN 'participationLevel' END,
        CASE WHEN c.participants IS NULL THEN 'participants' END,
        CASE WHEN c.minutes_each IS NULL THEN 'minutesEach' END,
        CASE WHEN c.ends_on IS NULL AND c.starts_on <= ${today}::date - ${RUNNING_DAYS}::int THEN 'endsOn' END
      ], NULL) AS missing
    ) m
    WHERE c.to_finish_since IS NOT NULL AND c.cancelled_on IS NULL AND cardinality(m.missing) > 0
    ORDER BY c.to_finish_since DESC, c.id
    LIMIT ${most}`;
}

/** The list of what was found, and how many there are in all. */
export function readToFinish(found: z.output<typeof toFinishFound>): { total: number; items: ToFinish[] } {
  return { total: found[0]?.total ?? 0, items: found.map(({ total: _, ...item }) => item) };
}

/**
 * Consultations logged on one screen that still lack a detail, the newest first: the first `most`, and how many there
 * are. One that has every detail is done by itself. One statement.
 */
export async function findToFinish(tx: SqlTx, today: PlainDate, most: number) {
  return readToFinish(toFinishFound.parse(await tx.$queryRaw`${toFinish(today, most)}`));
}
