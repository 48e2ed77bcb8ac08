import "server-only";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { activityFilters } from "@/lib/domain/activity-filters";
import { activityRow } from "@/lib/domain/activity-record";
import { searchPatterns, writeCursor } from "@/lib/domain/consultation-filters";
import { done } from "@/lib/domain/result";

const answer = z.tuple([
  z.object({
    total: z.coerce.number(),
    any: z.boolean(),
    page: z.array(activityRow.extend({ no: z.number() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
]);

/** A page of the workspace's activities, latest first, with how many match and what can be filtered by. One statement. */
export const findActivities = defineSqlUseCase(
  { permission: "record:read", audit: "none", schema: activityFilters },
  async ({ tx, today }, { q, kind, body, fromOn, untilOn, after, before, limit }) => {
    const patterns = q === null ? null : searchPatterns(q);
    const found = await tx.$queryRaw`
      WITH matched AS MATERIALIZED (
        SELECT a.id, a.starts_on, row_number() OVER (ORDER BY a.starts_on DESC, a.id DESC) AS no
        FROM activities a
        LEFT JOIN public_bodies b ON b.workspace_id = a.workspace_id AND b.id = a.public_body_id
        CROSS JOIN LATERAL (SELECT lower(regexp_replace(normalize(concat_ws(' ', a.title, a.own_kind, a.place, b.name), NFKD),
          '[\\u0300-\\u036f\\u064b-\\u065f]', '', 'g')) AS plain) t
        WHERE (${patterns}::text[] IS NULL OR t.plain LIKE ALL (${patterns}::text[]))
          AND (${kind}::text IS NULL OR a.kind::text = ${kind})
          AND (${body}::text IS NULL OR EXISTS (
            SELECT FROM public_bodies p WHERE p.workspace_id = a.workspace_id
              AND (p.id::text = ${body} OR lower(p.name) = lower(${body}))
              AND (p.id = a.public_body_id OR EXISTS (SELECT FROM activity_officials o
                WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id AND o.public_body_id = p.id))))
          AND (${fromOn}::date IS NULL OR coalesce(a.ends_on, a.starts_on) >= ${fromOn}::date)
          AND (${untilOn}::date IS NULL OR a.starts_on <= ${untilOn}::date)
      ), page AS (
        SELECT m.id, m.starts_on, m.no FROM matched m
        WHERE (${after?.startsOn ?? null}::date IS NULL OR (m.starts_on, m.id) < (${after?.startsOn ?? null}::date, ${after?.id ?? null}::uuid))
          AND (${before?.startsOn ?? null}::date IS NULL OR (m.starts_on, m.id) > (${before?.startsOn ?? null}::date, ${before?.id ?? null}::uuid))
        ORDER BY CASE WHEN ${before !== null} THEN -m.no ELSE m.no END
        LIMIT ${limit}
      )
      SELECT
        (SELECT count(*) FROM matched) AS total,
        EXISTS (SELECT FROM activities) AS any,
        (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'no', m.no, 'id', a.id, 'title', a.title, 'kind', a.kind, 'ownKind', a.own_kind, 'startsOn', a.starts_on,
            'endsOn', a.ends_on, 'whose', a.whose, 'body', b.name,
            'people', (SELECT sum(g.people) FROM activity_groups g WHERE g.workspace_id = a.workspace_id AND g.activity_id = a.id),
            'officials', (SELECT count(*) FROM activity_officials o WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id),
            'promises', (SELECT count(*) FROM follow_ups f WHERE f.workspace_id = a.workspace_id AND f.activity_id = a.id)) ORDER BY m.no), '[]')
          FROM page m JOIN activities a ON a.id = m.id
          LEFT JOIN public_bodies b ON b.workspace_id = a.workspace_id AND b.id = a.public_body_id) AS page,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) ORDER BY lower(b.name)), '[]') FROM public_bodies b
         WHERE EXISTS (SELECT FROM activities a WHERE a.workspace_id = b.workspace_id AND a.public_body_id = b.id)
            OR EXISTS (SELECT FROM activity_officials o WHERE o.workspace_id = b.workspace_id AND o.public_body_id = b.id)) AS bodies`;
    const [{ total, any, page, bodies }] = answer.parse(found);
    const first = page[0];
    const last = page.at(-1);
    return done({
      today,
      rows: page,
      total,
      /** Whether the workspace has any activity at all. */
      any,
      from: first?.no ?? 0,
      to: last?.no ?? 0,
      next: last && last.no < total ? writeCursor(last) : null,
      previous: first && first.no > 1 ? writeCursor(first) : null,
      bodies,
    });
  },
);
