-- The same names as before, worked out for all entries at once instead of for each: some hundred times quicker.
CREATE OR REPLACE FUNCTION settle_directory_names() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH alive AS (SELECT * FROM directory_bodies WHERE merged_into IS NULL),
  said AS (SELECT DISTINCT d.id, lower(a) AS name FROM alive d, unnest(d.aliases) a),
  unmistakable AS (
    SELECT name FROM said GROUP BY name HAVING count(*) = 1
    EXCEPT SELECT lower(name) FROM alive
  ),
  others AS (SELECT s.id, array_agg(s.name ORDER BY s.name) AS names FROM said s JOIN unmistakable USING (name) GROUP BY s.id),
  meant AS (
    SELECT d.id, ARRAY[lower(d.name)] || coalesce(o.names, '{}') AS names FROM alive d LEFT JOIN others o ON o.id = d.id
    UNION ALL
    SELECT id, '{}' FROM directory_bodies WHERE merged_into IS NOT NULL
  )
  UPDATE directory_bodies d SET names = m.names FROM meant m
  WHERE m.id = d.id AND NOT (d.names @> m.names AND d.names <@ m.names)
$$;
