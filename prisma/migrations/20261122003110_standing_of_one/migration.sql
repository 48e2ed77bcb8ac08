-- The standing rule as an expression, so that the statement that writes a consultation can also say where it stands:
-- standings() cannot see what its own statement has just written. The rule still stands once.

-- First match wins. `broken`: promises late or disputed; `done` and `counting`: as standings() counts them; `substantive`
-- and `first_on`: whether there was a substantive response, and the first one's day. One expression without STRICT or
-- SET, so that the planner inlines it.
CREATE FUNCTION standing_by_rule(
  cancelled_on date, starts_on date, ends_on date, explanation_accepted_on date, answer_due_on date,
  broken bigint, done bigint, counting bigint, substantive boolean, first_on date, today date
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN cancelled_on IS NOT NULL THEN 'cancelled'
    WHEN starts_on > today THEN 'planned'
    WHEN broken > 0 THEN 'stalled'
    WHEN ends_on IS NULL OR ends_on >= today THEN 'open'
    WHEN done > 0 THEN 'acted'
    WHEN counting > 0 THEN 'promised'
    WHEN explanation_accepted_on <= today THEN 'explained'
    WHEN substantive AND (today <= answer_due_on OR today <= first_on + 28) THEN 'answered'
    WHEN today <= answer_due_on THEN 'waiting'
    WHEN substantive THEN 'no_action'
    ELSE 'silent' END
$$;

-- Whether people gave their time and nothing is recorded in return.
CREATE FUNCTION is_flagged(standing text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT standing IN ('stalled', 'no_action', 'silent')
$$;
GRANT EXECUTE ON FUNCTION
  standing_by_rule(date, date, date, date, date, bigint, bigint, bigint, boolean, date, date), is_flagged(text)
  TO followthrough_tenant;

-- Where each consultation of the current workspace stands on `today`.
-- One SELECT, STABLE, neither STRICT nor with a SET clause: so the planner inlines it under row security.
--   disputed       stalled only because the community says "no" to what the body calls done
--   overdue_since  the day after which it has been flagged; NULL when it is not
--   counting, done_count, late_count   follow-ups owned by the body or jointly, dropped ones left out
--   first_answer_on  the first dated substantive response
CREATE OR REPLACE FUNCTION standings(today date)
RETURNS TABLE (
  workspace_id uuid, id uuid, standing text, flagged boolean, disputed boolean, overdue_since date,
  counting bigint, done_count bigint, late_count bigint, updates bigint, substantive boolean, first_answer_on date
) LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT c.workspace_id, c.id, s.standing, is_flagged(s.standing),
    s.standing = 'stalled' AND f.late_count = 0,
    CASE s.standing
      WHEN 'stalled' THEN coalesce(f.late_since, f.disputed_since)
      WHEN 'no_action' THEN greatest(c.answer_due_on, r.first_on + 28)
      WHEN 'silent' THEN c.answer_due_on END,
    f.counting, f.done_count, f.late_count, r.updates, r.substantive, r.first_on
  FROM consultations c
  JOIN workspaces w ON w.id = c.workspace_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS counting,
      count(*) FILTER (WHERE p.state = 'done') AS done_count,
      count(*) FILTER (WHERE p.state = 'disputed') AS disputed_count,
      count(*) FILTER (WHERE p.state = 'late') AS late_count,
      min(p.due) FILTER (WHERE p.state = 'late') AS late_since,
      -- Said to be done ahead of its date: disputed from today on, not from a day to come.
      least(min(coalesce(p.done_on, p.due)) FILTER (WHERE p.state = 'disputed'), today) AS disputed_since
    FROM (
      SELECT d.due, u.done_on, follow_up_state(u.owner, u.waiting_on, u.body_says, u.community_says, d.due, today) AS state
      FROM follow_ups u, LATERAL (SELECT coalesce(u.due_on, u.made_on + w.action_days) AS due) d
      WHERE u.workspace_id = c.workspace_id AND u.consultation_id = c.id
        AND u.owner IN ('body', 'joint') AND u.body_says <> 'dropped'
    ) p
  ) f
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE b.kind IN ('findings', 'decision', 'refusal')) > 0 AS substantive,
      min(b.received_on) FILTER (WHERE b.kind IN ('findings', 'decision', 'refusal')) AS first_on,
      count(*) FILTER (WHERE b.kind IN ('acknowledgement', 'update')) AS updates
    FROM body_responses b
    WHERE b.workspace_id = c.workspace_id AND b.consultation_id = c.id
  ) r
  CROSS JOIN LATERAL (
    SELECT standing_by_rule(
      c.cancelled_on, c.starts_on, c.ends_on, c.explanation_accepted_on, c.answer_due_on,
      f.late_count + f.disputed_count, f.done_count, f.counting, r.substantive, r.first_on, today) AS standing
  ) s
$$;
