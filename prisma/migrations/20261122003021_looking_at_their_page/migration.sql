-- Pages of public bodies that are looked at again for an answer, and what looks like one. Nothing of it counts: a person
-- records an answer, or says that it is none.

-- A page that was pasted, or that a consultation names as its source: when it is looked at next.
-- CreateTable
CREATE TABLE "page_looks" (
    "workspace_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_look_at" TIMESTAMPTZ(3) NOT NULL,
    "looked_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "last_modified" TEXT,

    CONSTRAINT "page_looks_pkey" PRIMARY KEY ("workspace_id","url")
);

-- CreateTable
CREATE TABLE "answer_proposals" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "kind" "response_kind" NOT NULL,
    "received_on" DATE,
    "summary" TEXT,
    "source_url" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "taken" BOOLEAN,

    CONSTRAINT "answer_proposals_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "page_looks_next_look_at_idx" ON "page_looks"("next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "answer_proposals_workspace_id_consultation_id_fingerprint_key" ON "answer_proposals"("workspace_id", "consultation_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "page_looks" ADD CONSTRAINT "page_looks_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_proposals" ADD CONSTRAINT "answer_proposals_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only what is decided is written by members; what is proposed comes from the functions below.
ALTER TABLE answer_proposals ADD CONSTRAINT "answer_proposals_decided" CHECK ((decided_at IS NULL) = (taken IS NULL));

ALTER TABLE page_looks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON page_looks TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
GRANT SELECT, INSERT ON page_looks TO followthrough_tenant;

ALTER TABLE answer_proposals ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON answer_proposals TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
GRANT SELECT, UPDATE (decided_at, decided_by, taken) ON answer_proposals TO followthrough_tenant;

-- Consultations that are over and wait for an answer, with the page they came from.
-- Without a search path of its own this can be taken apart by the planner: asked for one page it looks at one workspace,
-- and not at everybody's consultations. It is called by functions that have one.
CREATE FUNCTION awaiting_on_a_page(on_day date) RETURNS TABLE (workspace_id uuid, id uuid, url text)
LANGUAGE sql STABLE AS $$
  SELECT c.workspace_id, c.id, c.source_url
  FROM consultations c JOIN workspaces w ON w.id = c.workspace_id AND w.state = 'active'
  WHERE c.source_url IS NOT NULL AND c.cancelled_on IS NULL AND c.explanation_accepted_on IS NULL AND c.starts_on <= on_day
    AND (c.ends_on IS NULL OR c.ends_on <= on_day) AND NOT EXISTS (
      SELECT FROM body_responses r WHERE r.workspace_id = c.workspace_id AND r.consultation_id = c.id
        AND r.kind IN ('findings', 'decision', 'refusal'))
$$;

-- The pages whose turn it is, each workspace's first before anybody's second. Whoever asks has them for a day: a server
-- that stops in the middle keeps nobody waiting for long. A page of GOV.UK's is known by its address, others by
-- having been pasted. What was read last is told to a site only where no consultation of that page changed since: one
-- that was logged later has a right to what the page said before.
CREATE FUNCTION claim_page_looks(at timestamptz, most int) RETURNS TABLE (workspace_id uuid, url text, etag text, last_modified text)
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
GRANT EXECUTE ON FUNCTION claim_page_looks(timestamptz, int) TO followthrough_system;

-- What came of a look: `went` is read, unchanged or failed. A page that fails is left alone for longer each time. What was
-- published is proposed once: not again when it was dismissed, unless the page says something else. Answers how many
-- proposals are new.
CREATE FUNCTION note_page_look(workspace uuid, page text, at timestamptz, went text, new_etag text, new_last_modified text, published jsonb) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE made int := 0;
BEGIN
  UPDATE page_looks l SET looked_at = at,
    failures = CASE went WHEN 'failed' THEN least(l.failures + 1, 10) ELSE 0 END,
    next_look_at = at + CASE went
      WHEN 'failed' THEN least(interval '1 day' * power(2, least(l.failures, 10)), interval '30 days')
      ELSE interval '23 hours' + random() * interval '2 hours' END,
    etag = CASE went WHEN 'read' THEN new_etag ELSE l.etag END,
    last_modified = CASE went WHEN 'read' THEN new_last_modified ELSE l.last_modified END
  WHERE l.workspace_id = workspace AND l.url = page;
  IF went <> 'read' THEN RETURN 0; END IF;
  -- What nobody has decided on yet gives way to what the page says now.
  DELETE FROM answer_proposals p USING consultations c
  WHERE c.workspace_id = workspace AND c.source_url = page AND p.workspace_id = c.workspace_id AND p.consultation_id = c.id
    AND p.decided_at IS NULL AND p.fingerprint IS DISTINCT FROM published ->> 'fingerprint';
  IF published IS NULL THEN RETURN 0; END IF;
  INSERT INTO answer_proposals (workspace_id, id, consultation_id, fingerprint, kind, received_on, summary, source_url, found_at)
  SELECT a.workspace_id, gen_random_uuid(), a.id, published ->> 'fingerprint', (published ->> 'kind')::response_kind,
    (published ->> 'on')::date, published ->> 'summary', page, at
  FROM awaiting_on_a_page(at::date) a WHERE a.workspace_id = workspace AND a.url = page
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION note_page_look(uuid, text, timestamptz, text, text, text, jsonb) TO followthrough_system;
