import "server-only";
import { z } from "zod";
import { type Sql, sql } from "@/lib/db/sql";
import type { TimeValue } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";

const rate = z.object({
  amount: z.number(),
  validFrom: z.string(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
});
export const timeValueFound = z.object({
  currency: z.string().nullable(),
  value: z.number(),
  payments: z.number(),
  minutes: z.number(),
  withoutRate: z.number(),
  rates: z.array(rate),
});

/**
 * What the hours given in `w` (tookPart) come to, as one JSON value (`timeValueFound`): each consultation's hours × the
 * hourly rate of the workspace's country on the day it started, and what was paid for it. In the currency of the
 * country's latest rate; hours of days before its first rate are left out and counted.
 */
export function timeValueJson(today: PlainDate): Sql {
  return sql`(
    WITH known AS (
      SELECT r.* FROM hourly_rates r JOIN workspaces o ON o.country = r.country
      WHERE r.valid_from <= ${today}::date
        AND r.currency = (SELECT l.currency FROM hourly_rates l WHERE l.country = o.country AND l.valid_from <= ${today}::date ORDER BY l.valid_from DESC, l.currency LIMIT 1)
    ), given AS (
      SELECT w.minutes, coalesce(w.payment_received, 0) AS paid, k.amount, k.id AS rate_id
      FROM w LEFT JOIN LATERAL (SELECT k.id, k.amount FROM known k WHERE k.valid_from <= w.starts_on ORDER BY k.valid_from DESC LIMIT 1) k ON true
    )
    SELECT jsonb_build_object(
      'currency', (SELECT min(currency) FROM known),
      'value', coalesce(round(sum(minutes / 60 * amount), 2), 0),
      'payments', coalesce(sum(paid) FILTER (WHERE amount IS NOT NULL), 0),
      'minutes', coalesce(sum(minutes) FILTER (WHERE amount IS NOT NULL), 0),
      'withoutRate', coalesce(sum(minutes) FILTER (WHERE amount IS NULL), 0),
      'rates', (SELECT coalesce(jsonb_agg(jsonb_build_object('amount', k.amount, 'validFrom', k.valid_from, 'source', k.source, 'sourceUrl', k.source_url) ORDER BY k.valid_from), '[]')
        FROM known k WHERE k.id IN (SELECT rate_id FROM given)))
    FROM given)`;
}

/** What was found, with what it is worth less what was paid. Null where the country has no rate. */
export function readTimeValue({ currency, ...figures }: z.output<typeof timeValueFound>): TimeValue | null {
  if (currency === null) return null;
  // Whole pence in, whole pence out.
  const worth = Math.round((figures.value - figures.payments) * 100) / 100;
  return { currency, ...figures, worth };
}
