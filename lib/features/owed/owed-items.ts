import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlainDate } from "@/lib/domain/plain-date";

/**
 * The parts of a statement (WITH RECURSIVE) that say who owes what: `items`, everything that is owed; `heir`, who took
 * over from a body that ended; and `owing`, items with the body's name. What a body still owes when it ends is its
 * successor's, shown as made by the earlier one (`made_by`); what is done stays where it was.
 */
export function owedItems(today: PlainDate): Sql {
  return sql`
      items AS MATERIALIZED (
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
      ), heirs AS (
        SELECT b.id, b.succeeded_by AS heir FROM public_bodies b WHERE b.succeeded_on <= ${today}::date
        UNION
        SELECT h.id, b.succeeded_by FROM heirs h JOIN public_bodies b ON b.id = h.heir WHERE b.succeeded_on <= ${today}::date
      ), heir AS (
        SELECT h.id, b.id AS heir_id, b.name FROM heirs h JOIN public_bodies b ON b.id = h.heir
        WHERE b.succeeded_on IS NULL OR b.succeeded_on > ${today}::date
      ), owing AS (
        SELECT i.*, coalesce(h.name, b.name) AS body, CASE WHEN h.id IS NOT NULL THEN b.name END AS made_by, coalesce(h.heir_id, b.id) AS owing_id,
          CASE WHEN state IN ('late', 'disputed') THEN 0 WHEN state = 'open' THEN 1 ELSE 2 END AS rank
        FROM items i
        LEFT JOIN public_bodies b ON b.id = i.body_id
        LEFT JOIN heir h ON h.id = i.body_id AND i.side = 'to_us' AND i.state NOT IN ('done', 'dropped')
      )`;
}

/** A row of `owing` as JSON, under the names of `owedItem`. */
export function owedJson(): Sql {
  return sql`
    jsonb_build_object(
      'kind', kind, 'id', id, 'title', title, 'words', words, 'body', body, 'madeBy', made_by, 'joint', joint,
      'dueOn', due_on, 'source', source, 'basis', basis, 'madeByRole', made_by_role, 'responseKind', response_kind,
      'bodySays', body_says, 'communitySays', community_says, 'toldOn', told_on, 'state', state,
      'parent', parent, 'parentId', parent_id, 'parentTitle', parent_title)`;
}
