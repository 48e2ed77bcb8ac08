-- Without a search path of its own this can be taken apart by the planner: asked for one page it looks at one workspace,
-- and not at everybody's consultations. It is called by functions that have one.
CREATE OR REPLACE FUNCTION awaiting_on_a_page(on_day date) RETURNS TABLE (workspace_id uuid, id uuid, url text)
LANGUAGE sql STABLE AS $$
  SELECT c.workspace_id, c.id, c.source_url
  FROM consultations c JOIN workspaces w ON w.id = c.workspace_id AND w.state = 'active'
  WHERE c.source_url IS NOT NULL AND c.cancelled_on IS NULL AND c.explanation_accepted_on IS NULL AND c.starts_on <= on_day
    AND (c.ends_on IS NULL OR c.ends_on <= on_day) AND NOT EXISTS (
      SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
        AND r.kind IN ('findings', 'decision', 'refusal'))
$$;
