-- What platform admins may know of what an organisation keeps: numbers, never a title or a word. These two functions
-- are all that the system role can reach of it.

-- Counts for some workspaces at a moment, each by its own day. The standing rule is the one that everything else reads.
--   needs_answer  stalled, no_action, silent      in_time  promised, answered, waiting
--   under_way     planned, open                   acted    acted
--   other         explained, cancelled
CREATE FUNCTION workspace_figures(workspaces uuid[], at timestamptz)
RETURNS TABLE (workspace_id uuid, members bigint, consultations bigint, needs_answer bigint, in_time bigint, under_way bigint, acted bigint, other bigint, activities bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.id, (SELECT count(*) FROM memberships m WHERE m.workspace_id = w.id),
    s.total, s.needs_answer, s.in_time, s.under_way, s.acted, s.other,
    (SELECT count(*) FROM activities a WHERE a.workspace_id = w.id)
  FROM workspaces w
  CROSS JOIN LATERAL (
    SELECT count(*) AS total,
      count(*) FILTER (WHERE x.flagged) AS needs_answer,
      count(*) FILTER (WHERE x.standing IN ('promised', 'answered', 'waiting')) AS in_time,
      count(*) FILTER (WHERE x.standing IN ('planned', 'open')) AS under_way,
      count(*) FILTER (WHERE x.standing = 'acted') AS acted,
      count(*) FILTER (WHERE x.standing IN ('explained', 'cancelled')) AS other
    FROM standings((at AT TIME ZONE w.time_zone)::date) x WHERE x.workspace_id = w.id
  ) s
  WHERE w.id = ANY (workspaces)
$$;
GRANT EXECUTE ON FUNCTION workspace_figures(uuid[], timestamptz) TO followthrough_system;

-- About how much some workspaces keep: rows, and the bytes they take, in whatever tables carry their id.
CREATE FUNCTION workspace_storage(workspaces uuid[]) RETURNS TABLE (workspace_id uuid, entries bigint, bytes bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tables oid[] := array(
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attname = 'workspace_id' AND NOT a.attisdropped AND c.relname NOT IN ('platform_events', 'mails'));
  parts text;
BEGIN
  SELECT string_agg(format('SELECT t.workspace_id, count(*) AS entries, sum(pg_column_size(t.*)) AS bytes FROM %s t WHERE t.workspace_id = ANY ($1) GROUP BY 1', t::regclass), ' UNION ALL ')
  INTO parts FROM unnest(tables) t;
  RETURN QUERY EXECUTE format('SELECT p.workspace_id, sum(p.entries)::bigint, sum(p.bytes)::bigint FROM (%s) p GROUP BY 1', parts) USING workspaces;
END $$;
GRANT EXECUTE ON FUNCTION workspace_storage(uuid[]) TO followthrough_system;
