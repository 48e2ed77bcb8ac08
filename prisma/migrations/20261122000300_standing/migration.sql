-- The standing rule, once. Everything that shows, counts or filters by standing reads standings().

-- The first working day on or after `day` in a country and region; NULL for no day. A loop, because it stops at the first:
-- as a query over a month of days it made a change of settings six times slower.
CREATE FUNCTION next_working_day(day date, in_country text, in_region text) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE candidate date := day;
BEGIN
  WHILE extract(isodow FROM candidate) > 5
    OR EXISTS (SELECT FROM holidays h WHERE h.country = in_country AND h.region IN ('', in_region) AND h.day = candidate)
  LOOP
    candidate := candidate + 1;
  END LOOP;
  RETURN candidate;
END $$;

-- When an answer was due before anything else was agreed: the date the body gave, else our own benchmark.
CREATE FUNCTION first_answer_due(workspace uuid, body uuid, ended_on date, promised_on date)
RETURNS TABLE (due_on date, source due_source) LANGUAGE sql STABLE AS $$
  SELECT coalesce(promised_on, next_working_day(ended_on + coalesce(p.answer_days, w.answer_days), w.country, w.region)),
    CASE WHEN promised_on IS NOT NULL THEN 'given'::due_source WHEN ended_on IS NOT NULL THEN 'benchmark'::due_source END
  FROM workspaces w
  LEFT JOIN public_bodies b ON b.workspace_id = w.id AND b.id = body
  LEFT JOIN answer_periods p ON p.workspace_id = w.id AND p.body_kind = b.kind
  WHERE w.id = workspace
$$;

-- When an answer is due and whose date that is: agreed by both sides, given by the body, or our own benchmark.
CREATE FUNCTION answer_due(workspace uuid, consultation uuid, body uuid, ended_on date, promised_on date)
RETURNS TABLE (due_on date, source due_source) LANGUAGE sql STABLE AS $$
  SELECT coalesce(e.new_due_on, f.due_on), CASE WHEN e.new_due_on IS NOT NULL THEN 'agreed'::due_source ELSE f.source END
  FROM first_answer_due(workspace, body, ended_on, promised_on) f
  LEFT JOIN LATERAL (
    SELECT x.new_due_on FROM extensions x
    WHERE x.workspace_id = workspace AND x.consultation_id = consultation
    ORDER BY x.agreed_on DESC, x.recorded_no DESC LIMIT 1
  ) e ON true
$$;
GRANT EXECUTE ON FUNCTION next_working_day(date, text, text), first_answer_due(uuid, uuid, date, date), answer_due(uuid, uuid, uuid, date, date) TO followthrough_tenant;

CREATE FUNCTION keep_consultation_facts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT due_on, source INTO NEW.answer_due_on, NEW.answer_due_source
  FROM answer_due(NEW.workspace_id, NEW.id, NEW.public_body_id, NEW.ends_on, NEW.answer_promised_on);
  NEW.minutes_asked := coalesce(NEW.participants::numeric * NEW.sessions * NEW.minutes_each, 0) + coalesce(NEW.staff_hours * 60, 0);
  RETURN NEW;
END $$;
CREATE TRIGGER keep_facts BEFORE INSERT OR UPDATE ON consultations FOR EACH ROW EXECUTE FUNCTION keep_consultation_facts();

-- Where a follow-up stands on `today`, once: open, late, done, disputed (the community says no to what is called done) or
-- dropped. `due` is its own date, else the day it was made plus the action period. A joint one is late only while it waits
-- on the body. One expression without STRICT or SET, so that the planner inlines it.
CREATE FUNCTION follow_up_state(owner follow_up_owner, waiting_on waiting_on, body_says body_says, community_says community_says, due date, today date)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN body_says = 'dropped' THEN 'dropped'
    WHEN body_says = 'done' AND community_says = 'no' THEN 'disputed'
    WHEN body_says = 'done' THEN 'done'
    WHEN due < today AND NOT (owner = 'joint' AND waiting_on = 'us') THEN 'late'
    ELSE 'open' END
$$;
GRANT EXECUTE ON FUNCTION follow_up_state(follow_up_owner, waiting_on, body_says, community_says, date, date) TO followthrough_tenant;

-- What the due date is computed from lives in other tables too; a change there recomputes it in the same transaction.
CREATE FUNCTION recompute_after_extension() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE changed extensions := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE consultations SET answer_due_on = answer_due_on WHERE workspace_id = changed.workspace_id AND id = changed.consultation_id;
  RETURN NULL;
END $$;
CREATE TRIGGER recompute AFTER INSERT OR UPDATE OR DELETE ON extensions FOR EACH ROW EXECUTE FUNCTION recompute_after_extension();

CREATE FUNCTION recompute_after_settings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE consultations SET answer_due_on = answer_due_on WHERE workspace_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER recompute AFTER UPDATE OF answer_days, country, region ON workspaces FOR EACH ROW
  WHEN ((OLD.answer_days, OLD.country, OLD.region) IS DISTINCT FROM (NEW.answer_days, NEW.country, NEW.region))
  EXECUTE FUNCTION recompute_after_settings();

CREATE FUNCTION recompute_after_period() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE changed answer_periods := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE consultations c SET answer_due_on = answer_due_on FROM public_bodies b
  WHERE c.workspace_id = changed.workspace_id AND b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    AND b.kind IN (changed.body_kind, OLD.body_kind);
  RETURN NULL;
END $$;
CREATE TRIGGER recompute AFTER INSERT OR UPDATE OR DELETE ON answer_periods FOR EACH ROW EXECUTE FUNCTION recompute_after_period();

CREATE FUNCTION recompute_after_body_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE consultations SET answer_due_on = answer_due_on WHERE workspace_id = NEW.workspace_id AND public_body_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER recompute AFTER UPDATE OF kind ON public_bodies FOR EACH ROW WHEN (OLD.kind IS DISTINCT FROM NEW.kind)
  EXECUTE FUNCTION recompute_after_body_kind();

-- Only benchmark dates that could rest on a changed holiday: those within 31 days after it or before it.
CREATE FUNCTION recompute_after_holidays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE consultations c SET answer_due_on = answer_due_on
  FROM workspaces w
  WHERE w.id = c.workspace_id AND c.answer_due_source = 'benchmark'
    AND EXISTS (SELECT FROM changed h WHERE h.country = w.country AND h.region IN ('', w.region)
                AND h.day BETWEEN c.answer_due_on - 31 AND c.answer_due_on + 31);
  RETURN NULL;
END $$;
CREATE TRIGGER recompute_added AFTER INSERT ON holidays REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recompute_after_holidays();
CREATE TRIGGER recompute_removed AFTER DELETE ON holidays REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recompute_after_holidays();

-- Where each consultation of the current workspace stands on `today`.
-- One SELECT, STABLE, neither STRICT nor with a SET clause: so the planner inlines it under row security.
--   disputed       stalled only because the community says "no" to what the body calls done
--   overdue_since  the day after which it has been flagged; NULL when it is not
--   counting, done_count, late_count   follow-ups owned by the body or jointly, dropped ones left out
--   first_answer_on  the first dated substantive response
CREATE FUNCTION standings(today date)
RETURNS TABLE (
  workspace_id uuid, id uuid, standing text, flagged boolean, disputed boolean, overdue_since date,
  counting bigint, done_count bigint, late_count bigint, updates bigint, substantive boolean, first_answer_on date
) LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT c.workspace_id, c.id, s.standing, s.standing IN ('stalled', 'no_action', 'silent'),
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
    SELECT CASE
      WHEN c.cancelled_on IS NOT NULL THEN 'cancelled'
      WHEN c.starts_on > today THEN 'planned'
      WHEN f.late_count + f.disputed_count > 0 THEN 'stalled'
      WHEN c.ends_on IS NULL OR c.ends_on >= today THEN 'open'
      WHEN f.done_count > 0 THEN 'acted'
      WHEN f.counting > 0 THEN 'promised'
      WHEN c.explanation_accepted_on <= today THEN 'explained'
      WHEN r.substantive AND (today <= c.answer_due_on OR today <= r.first_on + 28) THEN 'answered'
      WHEN today <= c.answer_due_on THEN 'waiting'
      WHEN r.substantive THEN 'no_action'
      ELSE 'silent' END AS standing
  ) s
$$;
GRANT EXECUTE ON FUNCTION standings(date) TO followthrough_tenant;
