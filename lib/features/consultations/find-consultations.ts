import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { consultationFilters, writeCursor } from "@/lib/domain/consultation-filters";
import { done } from "@/lib/domain/result";
import { findRows } from "./find-rows";
import { matching } from "./matching";

const answer = z.tuple([
  z.object({
    total: z.coerce.number(),
    any: z.boolean(),
    page: z.array(z.object({ id: z.string(), startsOn: z.string(), no: z.number() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
    topics: z.array(z.object({ id: z.string(), key: z.string().nullable(), name: z.string() })),
  }),
]);

/**
 * A page of the workspace's consultations, latest start first, with how many match, where the pages before and after
 * begin, and what can be filtered by. Two statements.
 */
export const findConsultations = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: consultationFilters },
  async ({ tx, today: now }, filters) => {
    const { after, before, limit } = filters;
    const today = filters.asOf ?? now;
    // One row per match is numbered in the database and the page cut out of it; nothing is loaded to be counted.
    const found = await tx.$queryRaw`
      WITH matched AS MATERIALIZED (
        SELECT c.id, c.starts_on, row_number() OVER (ORDER BY c.starts_on DESC, c.id DESC) AS no
        FROM consultations c
        ${matching(filters, today)}
      ), page AS (
        SELECT m.id, m.starts_on, m.no FROM matched m
        WHERE (${after?.startsOn ?? null}::date IS NULL OR (m.starts_on, m.id) < (${after?.startsOn ?? null}::date, ${after?.id ?? null}::uuid))
          AND (${before?.startsOn ?? null}::date IS NULL OR (m.starts_on, m.id) > (${before?.startsOn ?? null}::date, ${before?.id ?? null}::uuid))
        ORDER BY CASE WHEN ${before !== null} THEN -m.no ELSE m.no END
        LIMIT ${limit}
      )
      SELECT
        (SELECT count(*) FROM matched) AS total,
        EXISTS (SELECT FROM consultations) AS any,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'startsOn', starts_on, 'no', no) ORDER BY no), '[]') FROM page) AS page,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) ORDER BY lower(b.name)), '[]') FROM public_bodies b
         WHERE EXISTS (SELECT FROM consultations c WHERE c.workspace_id = b.workspace_id AND c.public_body_id = b.id)) AS bodies,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'key', p.key, 'name', p.name) ORDER BY lower(p.name)), '[]') FROM topics p
         WHERE EXISTS (SELECT FROM consultation_topics ct WHERE ct.workspace_id = p.workspace_id AND ct.topic_id = p.id)) AS topics`;
    const [{ total, any, page, bodies, topics }] = answer.parse(found);
    const first = page[0];
    const last = page.at(-1);
    return done({
      today,
      rows: await findRows(
        tx,
        page.map(({ id }) => id),
        today,
      ),
      total,
      /** Whether the workspace has any consultation at all. */
      any,
      /** Where the page lies: "26 to 50 of 5,048"; zero when it is empty. */
      from: first?.no ?? 0,
      to: last?.no ?? 0,
      next: last && last.no < total ? writeCursor(last) : null,
      previous: first && first.no > 1 ? writeCursor(first) : null,
      bodies,
      topics,
    });
  },
);
