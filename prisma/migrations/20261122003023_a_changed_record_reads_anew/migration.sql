-- The pages whose turn it is, each workspace's first before anybody's second. Whoever asks has them for a day: a server
-- that stops in the middle keeps nobody waiting for long. A page of GOV.UK's is known by its address, others by
-- having been pasted. What was read last is told to a site only where no consultation of that page changed since: one
-- that was logged later has a right to what the page said before.
CREATE OR REPLACE FUNCTION claim_page_looks(at timestamptz, most int) RETURNS TABLE (workspace_id uuid, url text, etag text, last_modified text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  DELETE FROM page_looks l WHERE l.created_at < at - interval '60 days'
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.workspace_id = l.workspace_id AND c.source_url = l.url);
  -- New ones are spread over the day.
  INSERT INTO page_looks (workspace_id, url, next_look_at)
  SELECT DISTINCT ON (a.workspace_id, a.url) a.workspace_id, a.url, at + random() * interval '24 hours'
  FROM awaiting_on_a_page(at::date) a
  WHERE a.url ~ '^https?://(www\.)?gov\.uk/government/consultations/[a-z0-9-]{1,250}(/[!-~]{0,200})?$'
  ON CONFLICT DO NOTHING;
  RETURN QUERY
  WITH waiting AS (
    SELECT l.workspace_id, l.url, l.next_look_at,
      row_number() OVER (PARTITION BY l.workspace_id ORDER BY l.next_look_at, l.url) AS turn
    FROM page_looks l
    WHERE l.next_look_at <= at
      AND EXISTS (SELECT FROM awaiting_on_a_page(at::date) a WHERE a.workspace_id = l.workspace_id AND a.url = l.url)
  ), chosen AS (
    SELECT w.workspace_id, w.url FROM waiting w ORDER BY w.turn, w.next_look_at, w.url LIMIT most
  )
  UPDATE page_looks l SET next_look_at = at + interval '24 hours'
  FROM chosen c
  JOIN page_looks k ON k.workspace_id = c.workspace_id AND k.url = c.url
  LEFT JOIN page_looks n ON n.workspace_id = k.workspace_id AND n.url = k.url AND NOT EXISTS (
    SELECT FROM consultations o WHERE o.workspace_id = k.workspace_id AND o.source_url = k.url AND o.updated_at > k.looked_at)
  WHERE l.workspace_id = c.workspace_id AND l.url = c.url
  RETURNING l.workspace_id, l.url, n.etag, n.last_modified;
END $$;
