import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import type { Tally } from "@/lib/domain/fatigue";
import type { PlainDate } from "@/lib/domain/plain-date";
import { STANDINGS, type Standing } from "@/lib/domain/standing";

const count = z.coerce.number();
const rows = z.array(
  z.object({
    standing: z.enum(STANDINGS),
    consultations: count,
    minutes: count,
    unknown: count,
    bodies: count,
    all_bodies: count,
  }),
);

// Two decimals, as every hours figure is shown and compared.
function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

const TOOK_PLACE = (standing: Standing) => standing !== "cancelled" && standing !== "planned";
const FINISHED = new Set<Standing>(["acted", "explained", "stalled", "no_action", "silent"]);
const FLAGGED = new Set<Standing>(["stalled", "no_action", "silent"]);

/**
 * Adds up the consultations of the current workspace by where they stand on `asOf`, those that started on or after
 * `since` or all of them. One statement.
 */
export async function tally(tx: Tx, asOf: PlainDate, since: PlainDate | null): Promise<Tally> {
  const found = rows.parse(
    await tx.$queryRaw`
      SELECT s.standing, count(*) AS consultations, sum(c.minutes_asked) AS minutes,
        count(*) FILTER (WHERE c.participants IS NULL OR c.minutes_each IS NULL) AS unknown,
        count(DISTINCT c.public_body_id) AS bodies,
        (SELECT count(DISTINCT b.public_body_id) FROM consultations b
         WHERE b.cancelled_on IS NULL AND b.starts_on <= ${asOf}::date AND (${since}::date IS NULL OR b.starts_on >= ${since}::date)) AS all_bodies
      FROM standings(${asOf}::date) s
      JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
      WHERE ${since}::date IS NULL OR c.starts_on >= ${since}::date
      GROUP BY s.standing`,
  );
  const of = (keep: (standing: Standing) => boolean, figure: "consultations" | "minutes" | "unknown") =>
    found.filter((row) => keep(row.standing)).reduce((sum, row) => sum + row[figure], 0);
  const byStanding = Object.fromEntries(
    STANDINGS.map((standing) => [standing, of((one) => one === standing, "consultations")]),
  );
  return {
    total: of(() => true, "consultations"),
    flagged: of((standing) => FLAGGED.has(standing), "consultations"),
    byStanding: byStanding as Record<Standing, number>,
    finished: of((standing) => FINISHED.has(standing), "consultations"),
    bodies: found[0]?.all_bodies ?? 0,
    hours: {
      given: hoursOf(of(TOOK_PLACE, "minutes")),
      finished: hoursOf(of((standing) => FINISHED.has(standing), "minutes")),
      ledToAction: hoursOf(of((standing) => standing === "acted", "minutes")),
      noAction: hoursOf(of((standing) => FLAGGED.has(standing), "minutes")),
      unknown: of(TOOK_PLACE, "unknown"),
    },
  };
}
