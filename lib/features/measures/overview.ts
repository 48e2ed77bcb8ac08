import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import type { Tally } from "@/lib/domain/fatigue";
import { hoursOf } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FINISHED, FLAGGED, STANDINGS, type Standing } from "@/lib/domain/standing";

const group = z.object({
  standing: z.enum(STANDINGS),
  consultations: z.number(),
  minutes: z.number(),
  unknown: z.number(),
});
const answer = z.tuple([
  z.object({
    groups: z.array(group),
    bodies: z.coerce.number(),
    any: z.boolean(),
    flagged: z.object({ total: z.number(), minutes: z.number(), older: z.number(), ids: z.array(z.uuid()) }),
  }),
]);

export type Flagged = {
  total: number;
  /** Hours given to all of them. */
  hours: number;
  /** How many started before the window. */
  older: number;
  /** The most pressing ones, most first: by hours × days past the date. */
  ids: string[];
};

function tallyOf(groups: z.output<typeof group>[], bodies: number): Tally {
  const sum = (figure: "consultations" | "minutes" | "unknown", keep: (standing: Standing) => boolean) =>
    groups.reduce((total, row) => total + (keep(row.standing) ? row[figure] : 0), 0);
  const tookPlace = (standing: Standing) => standing !== "cancelled" && standing !== "planned";
  const finished = (standing: Standing) => FINISHED.includes(standing);
  const flagged = (standing: Standing) => FLAGGED.includes(standing);
  return {
    total: sum("consultations", () => true),
    flagged: sum("consultations", flagged),
    byStanding: countByStanding(groups),
    finished: sum("consultations", finished),
    bodies,
    hours: {
      given: hoursOf(sum("minutes", tookPlace)),
      finished: hoursOf(sum("minutes", finished)),
      ledToAction: hoursOf(sum("minutes", (standing) => standing === "acted")),
      noAction: hoursOf(sum("minutes", flagged)),
      unknown: sum("unknown", tookPlace),
    },
  };
}

function countByStanding(groups: z.output<typeof group>[]): Record<Standing, number> {
  const counts: Record<Standing, number> = {
    cancelled: 0,
    planned: 0,
    stalled: 0,
    open: 0,
    acted: 0,
    promised: 0,
    explained: 0,
    answered: 0,
    waiting: 0,
    no_action: 0,
    silent: 0,
  };
  for (const { standing, consultations } of groups) counts[standing] = consultations;
  return counts;
}

/**
 * What the current workspace's consultations add up to on `asOf`: those that started on or after `since` (null: all)
 * as a tally, and of all of them the flagged ones, with the ids of the `most` most pressing, and whether there is any
 * consultation at all. One statement.
 */
export async function findOverview(
  tx: Tx,
  asOf: PlainDate,
  since: PlainDate | null,
  most: number,
): Promise<{ tally: Tally; flagged: Flagged; any: boolean }> {
  const found = await tx.$queryRaw`
    WITH s AS MATERIALIZED (
      SELECT s.id, s.standing, s.flagged, s.overdue_since, c.starts_on, c.minutes_asked, c.public_body_id,
        c.participants IS NULL OR c.minutes_each IS NULL AS unknown,
        ${since}::date IS NULL OR c.starts_on >= ${since}::date AS within
      FROM standings(${asOf}::date) s
      JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
    )
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM (
        SELECT standing, count(*) AS consultations, sum(minutes_asked) AS minutes, count(*) FILTER (WHERE unknown) AS unknown
        FROM s WHERE within GROUP BY standing) g) AS groups,
      (SELECT count(DISTINCT public_body_id) FROM s WHERE within AND standing NOT IN ('cancelled', 'planned')) AS bodies,
      EXISTS (SELECT FROM s) AS any,
      (SELECT jsonb_build_object('total', count(*), 'minutes', coalesce(sum(minutes_asked), 0), 'older', count(*) FILTER (WHERE NOT within),
        'ids', (SELECT coalesce(jsonb_agg(id), '[]') FROM (
          SELECT id FROM s WHERE flagged
          ORDER BY minutes_asked * (${asOf}::date - overdue_since) DESC, overdue_since, id LIMIT ${most}) pressing))
       FROM s WHERE flagged) AS flagged`;
  const [{ groups, bodies, flagged, any }] = answer.parse(found);
  return { any, tally: tallyOf(groups, bodies), flagged: { ...flagged, hours: hoursOf(flagged.minutes) } };
}
