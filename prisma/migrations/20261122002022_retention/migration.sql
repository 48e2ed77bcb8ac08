-- How long things are kept. Records older than an organisation wants are listed first; owners have 30 days to look at
-- them, then they are erased for good. So are removed records, uploads that nobody ran and invitations nobody took.

-- CreateTable
CREATE TABLE "retention_reviews" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID,
    "activity_id" UUID,
    "last_on" DATE NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "keep_until" DATE,
    "keep_reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_reviews_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_reviews_workspace_id_consultation_id_key" ON "retention_reviews"("workspace_id", "consultation_id");

-- CreateIndex
CREATE UNIQUE INDEX "retention_reviews_workspace_id_activity_id_key" ON "retention_reviews"("workspace_id", "activity_id");

-- AddForeignKey
ALTER TABLE "retention_reviews" ADD CONSTRAINT "retention_reviews_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_reviews" ADD CONSTRAINT "retention_reviews_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_reviews" ADD CONSTRAINT "retention_reviews_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "retention_reviews"
  -- One record each, and it goes by that record's id.
  ADD CONSTRAINT "retention_reviews_one_record" CHECK (num_nonnulls(consultation_id, activity_id) = 1 AND id = coalesce(consultation_id, activity_id)),
  ADD CONSTRAINT "retention_reviews_kept" CHECK ((keep_until IS NULL) = (keep_reason IS NULL));

ALTER TABLE retention_reviews ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON retention_reviews TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
-- Listing is the functions' work; an owner decides.
GRANT SELECT, UPDATE (keep_until, keep_reason, decided_by, decided_at) ON retention_reviews TO followthrough_tenant;

-- The last day on which anything is recorded to have happened, or to fall due, for each record of a workspace.
CREATE FUNCTION last_days(workspace uuid) RETURNS TABLE (consultation_id uuid, activity_id uuid, last_on date)
LANGUAGE sql STABLE AS $$
  WITH promised AS (
    SELECT f.consultation_id, f.activity_id,
      max(greatest(f.made_on, f.due_on, f.done_on,
        (SELECT max(d.moved_on) FROM date_moves d WHERE d.workspace_id = f.workspace_id AND d.follow_up_id = f.id))) AS last_on
    FROM follow_ups f WHERE f.workspace_id = workspace GROUP BY 1, 2
  )
  SELECT c.id, NULL::uuid, greatest(
      c.starts_on, c.ends_on, c.asked_on, c.cancelled_on, c.answer_due_on, c.explanation_accepted_on, p.last_on,
      (SELECT max(greatest(r.received_on, r.told_people_on)) FROM body_responses r WHERE r.workspace_id = workspace AND r.consultation_id = c.id))
  FROM consultations c LEFT JOIN promised p ON p.consultation_id = c.id WHERE c.workspace_id = workspace
  UNION ALL
  SELECT NULL::uuid, a.id, greatest(a.starts_on, a.ends_on, p.last_on)
  FROM activities a LEFT JOIN promised p ON p.activity_id = a.id WHERE a.workspace_id = workspace
$$;

-- Brings the list of old records up to date; answers how many came onto it. What is no longer old goes from it; what was
-- to be kept until a day that has passed comes back with a new grace. `anew`: false lists nothing else while a list of
-- the last four weeks stands, so that owners are not written to every night.
CREATE FUNCTION list_old_records(workspace uuid, at timestamptz, anew boolean) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kept_for int;
  today date;
  oldest date;
  listed bigint := 0;
  more bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('retention ' || workspace::text, 0));
  SELECT w.retention_years, (at AT TIME ZONE w.time_zone)::date INTO kept_for, today FROM workspaces w WHERE w.id = workspace;
  IF kept_for IS NULL THEN
    DELETE FROM retention_reviews v WHERE v.workspace_id = workspace;
    RETURN 0;
  END IF;
  oldest := today - make_interval(years => kept_for);
  DELETE FROM retention_reviews v USING last_days(workspace) l
  WHERE v.workspace_id = workspace AND v.id = coalesce(l.consultation_id, l.activity_id) AND l.last_on >= oldest;
  UPDATE retention_reviews v SET listed_at = at, keep_until = NULL, keep_reason = NULL
  WHERE v.workspace_id = workspace AND v.keep_until < today;
  GET DIAGNOSTICS listed = ROW_COUNT;
  IF anew OR NOT EXISTS (SELECT FROM retention_reviews v WHERE v.workspace_id = workspace AND v.listed_at > at - interval '28 days') THEN
    INSERT INTO retention_reviews (workspace_id, id, consultation_id, activity_id, last_on, listed_at)
    SELECT workspace, coalesce(l.consultation_id, l.activity_id), l.consultation_id, l.activity_id, l.last_on, at
    FROM last_days(workspace) l WHERE l.last_on < oldest
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS more = ROW_COUNT;
    listed := listed + more;
  END IF;
  RETURN listed;
END $$;

-- The same for an owner who has just said how long records are kept.
CREATE FUNCTION list_old_records_here(at timestamptz) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT list_old_records(current_workspace(), at, true) WHERE is_owner_here()
$$;
GRANT EXECUTE ON FUNCTION list_old_records_here(timestamptz) TO followthrough_tenant;

-- The nightly look at one workspace. Answers what it did: `listed` records newly on the list, and how many of each kind
-- were erased. Twice at once does no harm: the second waits, and finds it done.
CREATE FUNCTION erase_what_is_old(workspace uuid, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  its_state workspace_state;
  old record;
  listed bigint := 0;
  consultations_gone int := 0;
  activities_gone int := 0;
  removed_gone int := 0;
  uploads_gone int;
  invitations_gone int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('retention ' || workspace::text, 0));
  SELECT w.state INTO its_state FROM workspaces w WHERE w.id = workspace;
  IF its_state IS NULL OR its_state NOT IN ('active', 'suspended', 'closing') THEN RETURN NULL; END IF;

  FOR old IN DELETE FROM trash t WHERE t.workspace_id = workspace AND t.removed_at < at - interval '30 days' RETURNING t.id LOOP
    PERFORM record_erasure('trash', old.id, workspace);
    removed_gone := removed_gone + 1;
  END LOOP;
  DELETE FROM imports i WHERE i.workspace_id = workspace AND i.state <> 'done' AND i.moved_at < at - interval '30 days';
  GET DIAGNOSTICS uploads_gone = ROW_COUNT;
  DELETE FROM invitations i WHERE i.workspace_id = workspace AND coalesce(i.expires_at, i.created_at + interval '14 days') < at - interval '30 days';
  GET DIAGNOSTICS invitations_gone = ROW_COUNT;
  -- What somebody typed just as they were removed.
  DELETE FROM drafts d WHERE d.workspace_id = workspace AND d.updated_at < at - interval '8 days'
    AND NOT EXISTS (SELECT FROM memberships m WHERE m.workspace_id = d.workspace_id AND m.user_id = d.user_id);

  IF its_state = 'active' THEN
    listed := list_old_records(workspace, at, false);
    FOR old IN
      SELECT v.id, v.consultation_id FROM retention_reviews v
      WHERE v.workspace_id = workspace AND v.keep_until IS NULL AND v.listed_at <= at - interval '30 days'
    LOOP
      IF old.consultation_id IS NOT NULL THEN
        DELETE FROM consultations c WHERE c.workspace_id = workspace AND c.id = old.id;
        PERFORM record_erasure('consultation', old.id, workspace);
        consultations_gone := consultations_gone + 1;
      ELSE
        DELETE FROM activities a WHERE a.workspace_id = workspace AND a.id = old.id;
        PERFORM record_erasure('activity', old.id, workspace);
        activities_gone := activities_gone + 1;
      END IF;
    END LOOP;
  ELSE
    -- Nobody can decide anything now: the grace begins again when they can.
    UPDATE retention_reviews v SET listed_at = at WHERE v.workspace_id = workspace AND v.listed_at < at;
  END IF;

  IF listed > 0 THEN
    INSERT INTO audit_events (workspace_id, id, kind, detail)
    VALUES (workspace, gen_random_uuid(), 'retention.listed', jsonb_build_object('records', listed));
  END IF;
  IF consultations_gone + activities_gone + removed_gone + uploads_gone + invitations_gone > 0 THEN
    INSERT INTO audit_events (workspace_id, id, kind, detail)
    VALUES (workspace, gen_random_uuid(), 'retention.erased', jsonb_build_object(
      'consultations', consultations_gone, 'activities', activities_gone, 'removed', removed_gone,
      'uploads', uploads_gone, 'invitations', invitations_gone));
  END IF;
  RETURN jsonb_build_object('listed', listed, 'consultations', consultations_gone, 'activities', activities_gone,
    'removed', removed_gone, 'uploads', uploads_gone, 'invitations', invitations_gone);
END $$;
GRANT EXECUTE ON FUNCTION erase_what_is_old(uuid, timestamptz) TO followthrough_system;
