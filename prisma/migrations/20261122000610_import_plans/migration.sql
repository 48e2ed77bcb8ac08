-- A sheet that was staged seconds ago has no statistics: the planner takes it for one row and joins it by nested loops,
-- which took minutes for 5,000 rows. Without them it hashes: seconds, whatever the statistics say.
ALTER FUNCTION write_import_rows(uuid, int, int, timestamptz) SET enable_nestloop = off;

-- Once all rows of a sheet are read: of rows with the same key the first counts. A later one that says the same is the
-- same as it, one that differs is refused, and so is one that means a consultation which another row names by its reference.
CREATE FUNCTION settle_import_repeats(sheet uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
BEGIN
  UPDATE import_rows r SET
    same_as = CASE WHEN f.same THEN f.first_row END,
    refusals = CASE WHEN NOT f.same THEN jsonb_build_array(jsonb_build_object(
      'field', CASE WHEN r.reference IS NULL THEN 'title' ELSE 'reference' END, 'code', 'duplicate_reference',
      'value', left(coalesce(r.reference, r.draft ->> 'title'), 200), 'firstRow', f.first_row)) END
  FROM (
    SELECT s.row_no, first_value(s.row_no) OVER same_key AS first_row, s.fingerprint = first_value(s.fingerprint) OVER same_key AS same
    FROM import_rows s WHERE s.workspace_id = current_workspace() AND s.import_id = sheet AND s.row_key IS NOT NULL
    WINDOW same_key AS (PARTITION BY s.row_key ORDER BY s.row_no)
  ) f
  WHERE r.workspace_id = current_workspace() AND r.import_id = sheet AND r.row_no = f.row_no AND f.first_row < f.row_no;

  UPDATE import_rows r SET refusals = jsonb_build_array(jsonb_build_object(
    'field', 'title', 'code', 'duplicate_reference', 'value', left(r.draft ->> 'title', 200)))
  FROM import_outcomes(sheet, 0, 2147483647) o
  WHERE o.clash AND r.workspace_id = current_workspace() AND r.import_id = sheet AND r.row_no = o.row_no AND r.refusals IS NULL;
END $$;
GRANT EXECUTE ON FUNCTION settle_import_repeats(uuid) TO followthrough_tenant;
