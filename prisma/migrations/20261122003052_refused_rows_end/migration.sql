-- Rows that an import refused stay for 30 days, to be mended and brought in again. Their cells are nobody's record.
CREATE FUNCTION erase_refused_rows(workspace uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM import_rows r USING imports i
  WHERE i.workspace_id = workspace AND i.state = 'done' AND i.moved_at < at - interval '30 days'
    AND r.workspace_id = i.workspace_id AND r.import_id = i.id
$$;
GRANT EXECUTE ON FUNCTION erase_refused_rows(uuid, timestamptz) TO followthrough_system;
