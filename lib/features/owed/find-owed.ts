import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { OWED_SIDES, owedFilters, owedItem, writeOwedCursor } from "@/lib/domain/owed";
import { done } from "@/lib/domain/result";

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
export const findOwed = defineUseCase(
  { permission: "record:read", audit: "none", schema: owedFilters },
  async ({ tx, today }, { side, state, body, after, before, limit }) => {
    const found = await tx.$queryRaw`
      WITH items AS MATERIALIZED (
        SELECT 'to_us' AS side, 'answer' AS kind, c.id, c.title, NULL::text AS words, c.public_body_id AS body_id, false AS joint,
          c.answer_due_on AS due_on, c.answer_due_source::text AS source, NULL::promise_basis AS basis, NULL::text AS made_by_role,
          NULL::response_kind AS response_kind, NULL::body_says AS body_says, NULL::community_says AS community_says, NULL::date AS told_on,
          CASE s.standing WHEN 'silent' THEN 'late' ELSE 'open' END AS state, 'consultation' AS parent, c.id AS parent_id, c.title AS parent_title,
          c.answer_due_on AS sort_on
        FROM standings(${today}::date) s JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id
        WHERE s.standing IN ('silent', 'waiting')
        UNION ALL
        SELECT CASE WHEN f.owner = 'us' OR (f.owner = 'joint' AND f.waiting_on = 'us') THEN 'by_us' ELSE 'to_us' END, 'follow_up', f.id, f.title,
          f.promised_words, coalesce(f.public_body_id, c.public_body_id, a.public_body_id), f.owner = 'joint', d.due,
          CASE WHEN f.due_on IS NULL THEN 'benchmark' WHEN f.owner = 'us' THEN 'ours' WHEN f.owner = 'joint' THEN 'agreed' ELSE 'given' END,
          f.basis, f.made_by_role, NULL, f.body_says, f.community_says, NULL,
          follow_up_state(f.owner, f.waiting_on, f.body_says, f.community_says, d.due, ${today}::date),
          CASE WHEN a.id IS NULL THEN 'consultation' ELSE 'activity' END, coalesce(a.id, c.id), coalesce(a.title, c.title), d.due
        FROM follow_ups f
        JOIN workspaces w ON w.id = f.workspace_id
        LEFT JOIN consultations c ON c.workspace_id = f.workspace_id AND c.id = f.consultation_id
        LEFT JOIN activities a ON a.workspace_id = f.workspace_id AND a.id = f.activity_id
        CROSS JOIN LATERAL (SELECT coalesce(f.due_on, f.made_on + w.action_days) AS due) d
        WHERE c.cancelled_on IS NULL
        UNION ALL
        SELECT 'tell', 'tell', r.id, c.title, r.summary, c.public_body_id, false, r.received_on, NULL, NULL, NULL, r.kind, NULL, NULL,
          r.told_people_on, CASE WHEN r.told_people_on IS NULL THEN 'open' ELSE 'done' END, 'consultation', c.id, c.title,
          coalesce(r.received_on, r.created_at::date)
        FROM body_responses r JOIN consultations c ON c.workspace_id = r.workspace_id AND c.id = r.consultation_id
        WHERE r.kind IN ('findings', 'decision', 'refusal')
      ), ranked AS (
        SELECT i.*, b.name AS body, CASE WHEN state IN ('late', 'disputed') THEN 0 WHEN state = 'open' THEN 1 ELSE 2 END AS rank
        FROM items i LEFT JOIN public_bodies b ON b.id = i.body_id
        WHERE ${body}::text IS NULL OR b.id::text = ${body} OR lower(b.name) = lower(${body})
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
        (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'no', no, 'rank', rank, 'on', sort_on, 'kind', kind, 'id', id, 'title', title, 'words', words, 'body', body, 'joint', joint,
            'dueOn', due_on, 'source', source, 'basis', basis, 'madeByRole', made_by_role, 'responseKind', response_kind,
            'bodySays', body_says, 'communitySays', community_says, 'toldOn', told_on, 'state', state,
            'parent', parent, 'parentId', parent_id, 'parentTitle', parent_title) ORDER BY no), '[]') FROM page) AS page,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) ORDER BY lower(b.name)), '[]')
         FROM public_bodies b WHERE b.id IN (SELECT body_id FROM items)) AS bodies`;
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
