-- The same names as before. And an organisation often names a body before the directory knows it: whenever names change,
-- rows that nobody had linked yet are, so that a merge or a succession reaches them too. What it said of the body stays.
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
  WHERE m.id = d.id AND NOT (d.names @> m.names AND d.names <@ m.names);

  WITH known AS (
    SELECT DISTINCT ON (n.name) n.name, d.id FROM directory_bodies d, unnest(d.names) AS n (name)
    WHERE d.merged_into IS NULL ORDER BY n.name, d.current DESC, d.id
  )
  UPDATE public_bodies b SET directory_id = k.id FROM known k WHERE b.directory_id IS NULL AND lower(b.name) = k.name
$$;
SELECT settle_directory_names();
