import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { consultationFilters, searchPatterns, writeCursor } from "@/lib/domain/consultation-filters";
import { done } from "@/lib/domain/result";
import { FLAGGED, STANDINGS } from "@/lib/domain/standing";
import { findRows } from "./find-rows";

const answer = z.tuple([
  z.object({
    total: z.coerce.number(),
    any: z.boolean(),
    page: z.array(z.object({ id: z.string(), startsOn: z.string(), no: z.number() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
    topics: z.array(z.object({ id: z.string(), key: z.string().nullable(), name: z.string() })),
  }),
]);

type Filters = z.output<typeof consultationFilters>;

/** The standings that pass; null when all do. */
function wantedStandings({ standing, flagged }: Filters): readonly string[] | null {
  if (standing.length === 0 && flagged === null) return null;
  const among = standing.length > 0 ? standing : STANDINGS;
  return flagged === null ? among : among.filter((one) => FLAGGED.includes(one) === flagged);
}

/**
 * A page of the workspace's consultations, latest start first, with how many match, where the pages before and after
 * begin, and what can be filtered by. Two statements.
 */
export const findConsultations = defineUseCase(
  { permission: "record:read", audit: "none", schema: consultationFilters },
  async ({ tx, today: now }, filters) => {
    const { q, body, topic, kind, fromOn, untilOn, after, before, limit } = filters;
    const today = filters.asOf ?? now;
    const patterns = q === null ? null : searchPatterns(q);
    const standings = wantedStandings(filters);
    // One row per match is numbered in the database and the page cut out of it; nothing is loaded to be counted.
    const found = await tx.$queryRaw`
      WITH matched AS MATERIALIZED (
        SELECT c.id, c.starts_on, row_number() OVER (ORDER BY c.starts_on DESC, c.id DESC) AS no
        FROM consultations c
        JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
        CROSS JOIN LATERAL (SELECT lower(concat_ws(' ', c.title, c.reference, b.name)) AS plain) t
        WHERE (${patterns}::text[] IS NULL OR CASE WHEN octet_length(t.plain) = length(t.plain) THEN t.plain
            ELSE lower(regexp_replace(normalize(t.plain, NFKD), '[\\u0300-\\u036f\\u064b-\\u065f]', '', 'g')) END LIKE ALL (${patterns}::text[]))
          AND (${body}::text IS NULL OR c.public_body_id::text = ${body} OR lower(b.name) = lower(${body}))
          AND (${topic}::text IS NULL OR EXISTS (
            SELECT FROM consultation_topics ct JOIN topics p ON p.workspace_id = ct.workspace_id AND p.id = ct.topic_id
            WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id
              AND (p.id::text = ${topic} OR p.key = ${topic} OR lower(p.name) = lower(${topic}))))
          AND (${kind}::text IS NULL OR c.kind::text = ${kind})
          AND (${fromOn}::date IS NULL OR c.starts_on >= ${fromOn}::date)
          AND (${untilOn}::date IS NULL OR c.starts_on <= ${untilOn}::date)
          AND (${standings}::text[] IS NULL OR EXISTS (
            SELECT FROM standings(${today}::date) s
            WHERE s.workspace_id = c.workspace_id AND s.id = c.id AND s.standing = ANY (${standings}::text[])))
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
