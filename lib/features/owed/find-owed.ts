import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { OWED_SIDES, owedFilters, owedItem, writeOwedCursor } from "@/lib/domain/owed";
import { done } from "@/lib/domain/result";
import { owedItems, owedJson } from "./owed-items";

const answer = z.tuple([
  z.object({
    counts: z.object({ to_us: z.number(), by_us: z.number(), tell: z.number() }),
    any: z.boolean(),
    total: z.number(),
    page: z.array(owedItem.extend({ no: z.number(), rank: z.number(), on: z.string() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
]);

/**
 * A page of what is owed on one side, late first, then by date; with how much is owed on each. Answers that are due come
 * from standings(), promises are judged by follow_up_state(): the rules are theirs. One statement.
 */
export const findOwed = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: owedFilters },
  async ({ tx, today }, { side, state, body, after, before, limit }) => {
    const found = await tx.$queryRaw`
      WITH RECURSIVE ${owedItems(today)}, ranked AS (
        SELECT * FROM owing
        WHERE ${body}::text IS NULL OR body_id::text = ${body} OR owing_id::text = ${body} OR lower(body) = lower(${body}) OR lower(made_by) = lower(${body})
      ), matched AS (
        SELECT r.*, row_number() OVER (ORDER BY rank, sort_on, id) AS no FROM ranked r
        WHERE side = ${side} AND CASE ${state} WHEN 'late' THEN rank = 0 WHEN 'open' THEN rank = 1 WHEN 'done' THEN rank = 2 ELSE rank < 2 END
      ), page AS (
        SELECT * FROM matched m
        WHERE (${after?.id ?? null}::uuid IS NULL OR (rank, sort_on, id) > (${after?.rank ?? null}::int, ${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
          AND (${before?.id ?? null}::uuid IS NULL OR (rank, sort_on, id) < (${before?.rank ?? null}::int, ${before?.on ?? null}::date, ${before?.id ?? null}::uuid))
        ORDER BY CASE WHEN ${before !== null} THEN -no ELSE no END
        LIMIT ${limit}
      )
      SELECT
        (SELECT jsonb_build_object('to_us', count(*) FILTER (WHERE side = 'to_us'), 'by_us', count(*) FILTER (WHERE side = 'by_us'),
          'tell', count(*) FILTER (WHERE side = 'tell')) FROM ranked WHERE rank < 2) AS counts,
        EXISTS (SELECT FROM items) AS any,
        (SELECT count(*)::int FROM matched) AS total,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('no', no, 'rank', rank, 'on', sort_on) || ${owedJson()} ORDER BY no), '[]') FROM page) AS page,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) ORDER BY lower(b.name)), '[]')
         FROM public_bodies b WHERE b.id IN (SELECT owing_id FROM owing)) AS bodies`;
    const [{ counts, any, total, page, bodies }] = answer.parse(found);
    const first = page[0];
    const last = page.at(-1);
    return done({
      today,
      items: page,
      /** How much is owed on each side, done ones left out. */
      counts: OWED_SIDES.map((one) => ({ side: one, count: counts[one] })),
      /** Whether anything was ever owed. */
      any,
      total,
      from: first?.no ?? 0,
      to: last?.no ?? 0,
      next: last && last.no < total ? writeOwedCursor(last) : null,
      previous: first && first.no > 1 ? writeOwedCursor(first) : null,
      bodies,
    });
  },
);
