-- The erasure ledger: what was erased for good, by id alone. It is written in the transaction of the erasure, and a job
-- copies it to a file beside the backups, so that a database restored from an older copy loses the same things again.

-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "within" UUID,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasures_subject_id_idx" ON "erasures"("subject_id");

-- What stays of an organisation that was erased: days and counts. Its name is gone; its slug is kept as a hash, so that
-- an old link never leads to somebody else (one that nobody ever came into leaves its slug free).
-- CreateTable
CREATE TABLE "workspace_tombstones" (
    "id" UUID NOT NULL,
    "slug_hash" TEXT,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "erased_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "workspace_tombstones_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_tombstones_slug_hash_key" ON "workspace_tombstones"("slug_hash");

-- CreateIndex
CREATE INDEX "workspace_tombstones_erased_on_id_idx" ON "workspace_tombstones"("erased_on" DESC, "id" DESC);

ALTER TABLE erasures ADD CONSTRAINT erasures_kind CHECK (
  CASE WHEN kind IN ('workspace', 'person') THEN within IS NULL
    WHEN kind IN ('consultation', 'activity', 'trash') THEN within IS NOT NULL ELSE false END);
ALTER TABLE workspace_tombstones ADD CONSTRAINT workspace_tombstones_reason CHECK (reason IN ('closed', 'asked', 'never_used', 'replayed'));

ALTER TABLE erasures ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON erasures TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT ON erasures TO followthrough_system;

ALTER TABLE workspace_tombstones ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON workspace_tombstones TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT ON workspace_tombstones TO followthrough_system;

-- Writes one erasure down, and has it copied to the file. Inside of a workspace it is always one of that workspace's
-- records; a person or a whole workspace is erased from outside.
CREATE FUNCTION record_erasure(erased_kind text, erased uuid, erased_within uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_workspace() IS NOT NULL AND erased_kind IN ('workspace', 'person') THEN
    RAISE EXCEPTION 'a % is not erased from inside of a workspace', erased_kind;
  END IF;
  INSERT INTO erasures (id, kind, subject_id, within)
  VALUES (gen_random_uuid(), erased_kind, erased, coalesce(current_workspace(), erased_within));
  -- A shadow database has no queue.
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    PERFORM graphile_worker.add_job('keep-erasures', '{}'::json, job_key => 'keep-erasures', max_attempts => 25);
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION record_erasure(text, uuid, uuid) TO followthrough_tenant, followthrough_system;

-- Takes a workspace away with every row that carries its id, whatever table it is in: tables are looked up, so that a
-- new one cannot be forgotten. What admins did to it stays (ids only). Members and officers who have nothing else
-- here go too.
-- Not callable by any login role. Answers the number of rows by table, and the people who went.
CREATE FUNCTION wipe_workspace(workspace uuid, at timestamptz, why text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  gone workspaces;
  people uuid[] := array(
    SELECT m.user_id FROM memberships m WHERE m.workspace_id = workspace
    UNION SELECT u.id FROM shares s JOIN users u ON u.email = s.officer_email WHERE s.workspace_id = workspace);
  remaining oid[] := array(
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attname = 'workspace_id' AND NOT a.attisdropped AND c.relname <> 'platform_events');
  free oid[];
  one oid;
  removed bigint;
  counts jsonb := '{}';
BEGIN
  SELECT * INTO gone FROM workspaces w WHERE w.id = workspace FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- Those first that nothing left refers to.
  WHILE cardinality(remaining) > 0 LOOP
    free := array(
      SELECT t FROM unnest(remaining) t WHERE NOT EXISTS (
        SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = t AND k.conrelid <> t AND k.conrelid = ANY (remaining)));
    IF cardinality(free) = 0 THEN RAISE EXCEPTION 'tables refer to each other in a circle: %', remaining::regclass[]; END IF;
    FOREACH one IN ARRAY free LOOP
      EXECUTE format('DELETE FROM %s WHERE workspace_id = $1', one::regclass) USING workspace;
      GET DIAGNOSTICS removed = ROW_COUNT;
      IF removed > 0 THEN counts := counts || jsonb_build_object(one::regclass::text, removed); END IF;
    END LOOP;
    remaining := array(SELECT t FROM unnest(remaining) t WHERE t <> ALL (free));
  END LOOP;
  DELETE FROM workspaces w WHERE w.id = workspace;
  people := array(
    SELECT u.id FROM users u WHERE u.id = ANY (people) AND NOT u.is_platform_admin
      AND NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id)
      AND NOT EXISTS (SELECT FROM shares s WHERE s.officer_email = u.email));
  PERFORM wipe_person(p) FROM unnest(people) p;
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    DELETE FROM graphile_worker._private_jobs j WHERE j.payload ->> 'workspaceId' = workspace::text;
  END IF;
  INSERT INTO workspace_tombstones (id, slug_hash, opened_on, closed_on, erased_on, reason, counts)
  VALUES (
    gone.id, CASE WHEN why <> 'never_used' THEN encode(sha256(convert_to(gone.slug, 'UTF8')), 'hex') END, (gone.created_at AT TIME ZONE gone.time_zone)::date,
    gone.closing_on, (at AT TIME ZONE gone.time_zone)::date, why, counts)
  ON CONFLICT DO NOTHING;
  PERFORM record_erasure('workspace', workspace, NULL);
  RETURN jsonb_build_object('counts', counts, 'people', to_jsonb(people));
END $$;

-- Takes a person away: whatever carries their id as a user's goes with them. Not callable by any login role.
CREATE FUNCTION wipe_person(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one oid;
BEGIN
  IF NOT EXISTS (SELECT FROM users u WHERE u.id = person) THEN RETURN; END IF;
  FOR one IN
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attname = 'user_id' AND NOT a.attisdropped
  LOOP
    EXECUTE format('DELETE FROM %s WHERE user_id = $1', one::regclass) USING person;
  END LOOP;
  DELETE FROM verification_tokens t WHERE t.identifier = (SELECT u.email FROM users u WHERE u.id = person);
  DELETE FROM mails m WHERE m.recipient = (SELECT u.email FROM users u WHERE u.id = person);
  DELETE FROM users u WHERE u.id = person;
  PERFORM record_erasure('person', person, NULL);
END $$;

-- Erases again what the ledger says was erased, in a database restored from an older copy. Not callable by any login
-- role: a restore runs as the owner. Answers whether there was anything left to erase.
CREATE FUNCTION replay_erasure(entry uuid, erased_kind text, erased uuid, erased_within uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE there boolean;
BEGIN
  there := CASE erased_kind
    WHEN 'workspace' THEN EXISTS (SELECT FROM workspaces WHERE id = erased)
    WHEN 'person' THEN EXISTS (SELECT FROM users WHERE id = erased)
    WHEN 'consultation' THEN EXISTS (SELECT FROM consultations WHERE workspace_id = erased_within AND id = erased)
    WHEN 'activity' THEN EXISTS (SELECT FROM activities WHERE workspace_id = erased_within AND id = erased)
    WHEN 'trash' THEN EXISTS (SELECT FROM trash WHERE workspace_id = erased_within AND id = erased) END;
  IF there IS NULL THEN RAISE EXCEPTION 'nothing called % can be erased', erased_kind; END IF;
  IF there THEN
    CASE erased_kind
      WHEN 'workspace' THEN PERFORM wipe_workspace(erased, at, 'replayed');
      WHEN 'person' THEN PERFORM wipe_person(erased);
      WHEN 'consultation' THEN DELETE FROM consultations WHERE workspace_id = erased_within AND id = erased;
      WHEN 'activity' THEN DELETE FROM activities WHERE workspace_id = erased_within AND id = erased;
      WHEN 'trash' THEN DELETE FROM trash WHERE workspace_id = erased_within AND id = erased;
    END CASE;
  END IF;
  -- Wiping wrote it down anew: the entry that is replayed is the one that counts.
  DELETE FROM erasures WHERE kind = erased_kind AND subject_id = erased AND within IS NOT DISTINCT FROM erased_within AND id <> entry;
  INSERT INTO erasures (id, kind, subject_id, within, erased_at) VALUES (entry, erased_kind, erased, erased_within, at) ON CONFLICT DO NOTHING;
  RETURN there;
END $$;
