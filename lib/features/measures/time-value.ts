import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import type { TimeValue } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";

const rate = z.object({
  amount: z.coerce.number(),
  validFrom: z.string(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
});
const answer = z.tuple([
  z.object({
    currency: z.string().nullable(),
    value: z.coerce.number(),
    payments: z.coerce.number(),
    minutes: z.coerce.number(),
    withoutRate: z.coerce.number(),
    rates: z.array(rate),
  }),
]);

/**
 * What the hours given in the window come to: each consultation's hours × the hourly rate of the workspace's country on
 * the day it started, less what was paid for it. In the currency of the country's latest rate; hours of days before
 * its first rate are left out and counted. Null where the country has no rate. One statement.
 */
export async function findTimeValue(tx: Tx, today: PlainDate, since: PlainDate): Promise<TimeValue | null> {
  const found = await tx.$queryRaw`
    WITH known AS (
      SELECT r.* FROM hourly_rates r JOIN workspaces o ON o.country = r.country
      WHERE r.valid_from <= ${today}::date
        AND r.currency = (SELECT l.currency FROM hourly_rates l WHERE l.country = o.country AND l.valid_from <= ${today}::date ORDER BY l.valid_from DESC, l.currency LIMIT 1)
    ), given AS (
      SELECT c.minutes_asked AS minutes, coalesce(c.payment_received, 0) AS paid, k.amount, k.id AS rate_id
      FROM standings(${today}::date) s
      JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
      LEFT JOIN LATERAL (SELECT k.id, k.amount FROM known k WHERE k.valid_from <= c.starts_on ORDER BY k.valid_from DESC LIMIT 1) k ON true
      WHERE s.standing NOT IN ('cancelled', 'planned') AND c.starts_on >= ${since}::date
    )
    SELECT (SELECT min(currency) FROM known) AS currency,
      (SELECT coalesce(round(sum(minutes / 60 * amount), 2), 0) FROM given WHERE amount IS NOT NULL) AS value,
      (SELECT coalesce(sum(paid), 0) FROM given WHERE amount IS NOT NULL) AS payments,
      (SELECT coalesce(sum(minutes), 0) FROM given WHERE amount IS NOT NULL) AS minutes,
      (SELECT coalesce(sum(minutes), 0) FROM given WHERE amount IS NULL) AS "withoutRate",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('amount', k.amount, 'validFrom', k.valid_from, 'source', k.source, 'sourceUrl', k.source_url) ORDER BY k.valid_from), '[]')
       FROM known k WHERE k.id IN (SELECT rate_id FROM given)) AS rates`;
  const [{ currency, ...figures }] = answer.parse(found);
  if (currency === null) return null;
  // Whole pence in, whole pence out.
  const worth = Math.round((figures.value - figures.payments) * 100) / 100;
  return { currency, ...figures, worth };
}
