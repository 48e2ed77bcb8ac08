import "server-only";
import { z } from "zod";
import { type Sql, sql } from "@/lib/db/sql";
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
export const overviewFound = z.object({
  groups: z.array(group),
  bodies: z.number(),
  any: z.boolean(),
  flagged: z.object({ total: z.number(), minutes: z.number(), older: z.number() }),
});

export type Flagged = {
  total: number;
  /** Hours given to all of them. */
  hours: number;
  /** How many started before the window. */
  older: number;
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

/** What the consultations of `stood` add up to, as one JSON value (`overviewFound`). */
export function overviewJson(): Sql {
  return sql`(SELECT jsonb_build_object(
    'groups', (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM (
      SELECT standing, count(*) AS consultations, sum(minutes) AS minutes, count(*) FILTER (WHERE unknown) AS unknown
      FROM stood WHERE within GROUP BY standing) g),
    'bodies', (SELECT count(DISTINCT public_body_id) FROM stood WHERE within AND standing NOT IN ('cancelled', 'planned')),
    'any', EXISTS (SELECT FROM stood),
    'flagged', (SELECT jsonb_build_object('total', count(*), 'minutes', coalesce(sum(minutes), 0), 'older', count(*) FILTER (WHERE NOT within))
      FROM stood WHERE flagged)))`;
}

/** The `most` most pressing of the flagged ones in `stood` as (id, no), most first: by hours × days past the date. */
export function mostPressing(asOf: PlainDate, most: number): Sql {
  return sql`(SELECT id, row_number() OVER (ORDER BY minutes * (${asOf}::date - overdue_since) DESC, overdue_since, id) AS no
    FROM stood WHERE flagged ORDER BY no LIMIT ${most})`;
}

/** The figures of an overview that was found. */
export function readOverview({ groups, bodies, flagged, any }: z.output<typeof overviewFound>): {
  tally: Tally;
  flagged: Flagged;
  any: boolean;
} {
  const { total, older, minutes } = flagged;
  return { any, tally: tallyOf(groups, bodies), flagged: { total, older, hours: hoursOf(minutes) } };
}
