-- Files attached to a consultation, to an answer or to a follow-up. The bytes lie outside of the database, under the
-- workspace's id and `file_id`; they are written before their row, and go some time after it: see sweep-files.

-- CreateEnum
CREATE TYPE "attachment_format" AS ENUM ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp');

-- CreateTable
CREATE TABLE "attachments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID,
    "response_id" UUID,
    "follow_up_id" UUID,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" "attachment_format" NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachments_workspace_id_file_id_key" ON "attachments"("workspace_id", "file_id");

-- CreateIndex
CREATE INDEX "attachments_workspace_id_consultation_id_idx" ON "attachments"("workspace_id", "consultation_id");

-- CreateIndex
CREATE INDEX "attachments_workspace_id_response_id_idx" ON "attachments"("workspace_id", "response_id");

-- CreateIndex
CREATE INDEX "attachments_workspace_id_follow_up_id_idx" ON "attachments"("workspace_id", "follow_up_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_response_id_fkey" FOREIGN KEY ("workspace_id", "response_id") REFERENCES "body_responses"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_follow_up_id_fkey" FOREIGN KEY ("workspace_id", "follow_up_id") REFERENCES "follow_ups"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE attachments
  ADD CONSTRAINT attachments_one_record CHECK (num_nonnulls(consultation_id, response_id, follow_up_id) = 1),
  ADD CONSTRAINT attachments_name CHECK (name <> '' AND length(name) <= 200),
  ADD CONSTRAINT attachments_bytes CHECK (bytes > 0);

ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON attachments TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
-- A file is attached and removed, never changed.
GRANT SELECT, INSERT, DELETE ON attachments TO followthrough_tenant;

-- How many bytes the files of this workspace take: those in the trash still do. One at a time asks, so that two at once
-- do not both fit into the last of the room.
CREATE FUNCTION attached_bytes() RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('attached ' || current_workspace()::text, 0));
  RETURN (SELECT coalesce(sum(x.bytes), 0) FROM attachments x WHERE x.workspace_id = current_workspace())
    + (SELECT coalesce(sum((x ->> 'bytes')::bigint), 0) FROM trash t, jsonb_array_elements(t.payload -> 'attachments') x
       WHERE t.workspace_id = current_workspace());
END $$;
GRANT EXECUTE ON FUNCTION attached_bytes() TO followthrough_tenant;

-- Which of some stored files nothing needs any more: no record names them, the trash does not either. A fresh one may be
-- of an upload that is about to write its row; it stays for now, unless its workspace is gone.
CREATE FUNCTION files_to_sweep(workspaces uuid[], files uuid[], fresh boolean[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.file FROM unnest(workspaces, files, fresh) AS s (workspace, file, fresh)
  WHERE NOT EXISTS (SELECT FROM attachments x WHERE x.workspace_id = s.workspace AND x.file_id = s.file)
    AND NOT EXISTS (SELECT FROM trash t, jsonb_array_elements(t.payload -> 'attachments') x
      WHERE t.workspace_id = s.workspace AND (x ->> 'file_id')::uuid = s.file)
    AND (NOT s.fresh OR NOT EXISTS (SELECT FROM workspaces w WHERE w.id = s.workspace))
$$;
GRANT EXECUTE ON FUNCTION files_to_sweep(uuid[], uuid[], boolean[]) TO followthrough_system;

-- What is attached goes to the trash with its record, or by itself, and comes back with it.
-- Moves a record to the trash and answers the trash id; NULL when there is no such record here.
CREATE OR REPLACE FUNCTION move_to_trash(record_kind text, record_id uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  w uuid := current_workspace();
  kept jsonb;
  trash_id uuid := gen_random_uuid();
BEGIN
  CASE record_kind
    WHEN 'consultation' THEN
      SELECT jsonb_build_object(
        'consultations', jsonb_build_array(to_jsonb(c)),
        'consultation_topics', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM consultation_topics t WHERE t.workspace_id = w AND t.consultation_id = c.id),
        'consultation_other_bodies', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM consultation_other_bodies o WHERE o.workspace_id = w AND o.consultation_id = c.id),
        'extensions', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM extensions e WHERE e.workspace_id = w AND e.consultation_id = c.id),
        'body_responses', (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM body_responses r WHERE r.workspace_id = w AND r.consultation_id = c.id),
        'follow_ups', (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM follow_ups f WHERE f.workspace_id = w AND f.consultation_id = c.id),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d JOIN follow_ups f ON f.workspace_id = d.workspace_id AND f.id = d.follow_up_id WHERE d.workspace_id = w AND f.consultation_id = c.id),
        'attachments', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM attachments x WHERE x.workspace_id = w AND (x.consultation_id = c.id
          OR x.response_id IN (SELECT r.id FROM body_responses r WHERE r.workspace_id = w AND r.consultation_id = c.id)
          OR x.follow_up_id IN (SELECT f.id FROM follow_ups f WHERE f.workspace_id = w AND f.consultation_id = c.id))))
      INTO kept FROM consultations c WHERE c.workspace_id = w AND c.id = record_id;
      DELETE FROM consultations WHERE workspace_id = w AND id = record_id;
    WHEN 'follow_up' THEN
      SELECT jsonb_build_object(
        'follow_ups', jsonb_build_array(to_jsonb(f)),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d WHERE d.workspace_id = w AND d.follow_up_id = f.id),
        'attachments', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM attachments x WHERE x.workspace_id = w AND x.follow_up_id = f.id))
      INTO kept FROM follow_ups f WHERE f.workspace_id = w AND f.id = record_id;
      DELETE FROM follow_ups WHERE workspace_id = w AND id = record_id;
    WHEN 'response' THEN
      SELECT jsonb_build_object(
        'body_responses', jsonb_build_array(to_jsonb(r)),
        'attachments', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM attachments x WHERE x.workspace_id = w AND x.response_id = r.id))
      INTO kept FROM body_responses r WHERE r.workspace_id = w AND r.id = record_id;
      DELETE FROM body_responses WHERE workspace_id = w AND id = record_id;
    WHEN 'extension' THEN
      SELECT jsonb_build_object('extensions', jsonb_build_array(to_jsonb(e))) INTO kept
      FROM extensions e WHERE e.workspace_id = w AND e.id = record_id;
      DELETE FROM extensions WHERE workspace_id = w AND id = record_id;
    WHEN 'activity' THEN
      SELECT jsonb_build_object(
        'activities', jsonb_build_array(to_jsonb(a)),
        'activity_groups', (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM activity_groups g WHERE g.workspace_id = w AND g.activity_id = a.id),
        'activity_officials', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM activity_officials o WHERE o.workspace_id = w AND o.activity_id = a.id),
        'activity_outcomes', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM activity_outcomes o WHERE o.workspace_id = w AND o.activity_id = a.id),
        'activity_topics', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM activity_topics t WHERE t.workspace_id = w AND t.activity_id = a.id),
        'follow_ups', (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM follow_ups f WHERE f.workspace_id = w AND f.activity_id = a.id),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d JOIN follow_ups f ON f.workspace_id = d.workspace_id AND f.id = d.follow_up_id WHERE d.workspace_id = w AND f.activity_id = a.id),
        'attachments', (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM attachments x WHERE x.workspace_id = w AND x.follow_up_id IN (SELECT f.id FROM follow_ups f WHERE f.workspace_id = w AND f.activity_id = a.id)))
      INTO kept FROM activities a WHERE a.workspace_id = w AND a.id = record_id;
      DELETE FROM activities WHERE workspace_id = w AND id = record_id;
    WHEN 'attachment' THEN
      SELECT jsonb_build_object('attachments', jsonb_build_array(to_jsonb(x))) INTO kept
      FROM attachments x WHERE x.workspace_id = w AND x.id = record_id;
      DELETE FROM attachments WHERE workspace_id = w AND id = record_id;
    ELSE RAISE EXCEPTION 'nothing called % can be removed', record_kind;
  END CASE;
  IF kept IS NULL THEN RETURN NULL; END IF;
  INSERT INTO trash (workspace_id, id, kind, subject_id, payload, removed_by)
  VALUES (w, trash_id, record_kind, record_id, kept, current_person());
  RETURN trash_id;
END $$;

-- Puts a removed record back and answers its id; NULL when there is nothing of that id in the trash.
-- Raises unique_violation when its reference was taken in the meantime, foreign_key_violation when what it belongs to is gone.
CREATE OR REPLACE FUNCTION restore_from_trash(trash_id uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kept trash;
BEGIN
  DELETE FROM trash WHERE workspace_id = current_workspace() AND id = trash_id RETURNING * INTO kept;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO consultations SELECT * FROM jsonb_populate_recordset(NULL::consultations, kept.payload -> 'consultations');
  INSERT INTO consultation_topics SELECT * FROM jsonb_populate_recordset(NULL::consultation_topics, kept.payload -> 'consultation_topics');
  INSERT INTO consultation_other_bodies SELECT * FROM jsonb_populate_recordset(NULL::consultation_other_bodies, kept.payload -> 'consultation_other_bodies');
  INSERT INTO body_responses SELECT * FROM jsonb_populate_recordset(NULL::body_responses, kept.payload -> 'body_responses');
  INSERT INTO activities SELECT * FROM jsonb_populate_recordset(NULL::activities, kept.payload -> 'activities');
  INSERT INTO activity_groups SELECT * FROM jsonb_populate_recordset(NULL::activity_groups, kept.payload -> 'activity_groups');
  INSERT INTO activity_officials SELECT * FROM jsonb_populate_recordset(NULL::activity_officials, kept.payload -> 'activity_officials');
  INSERT INTO activity_outcomes SELECT * FROM jsonb_populate_recordset(NULL::activity_outcomes, kept.payload -> 'activity_outcomes');
  INSERT INTO activity_topics SELECT * FROM jsonb_populate_recordset(NULL::activity_topics, kept.payload -> 'activity_topics');
  INSERT INTO follow_ups SELECT * FROM jsonb_populate_recordset(NULL::follow_ups, kept.payload -> 'follow_ups');
  INSERT INTO date_moves SELECT * FROM jsonb_populate_recordset(NULL::date_moves, kept.payload -> 'date_moves');
  INSERT INTO extensions SELECT * FROM jsonb_populate_recordset(NULL::extensions, kept.payload -> 'extensions');
  INSERT INTO attachments SELECT * FROM jsonb_populate_recordset(NULL::attachments, kept.payload -> 'attachments');
  RETURN kept.subject_id;
END $$;

-- Writes one erasure down, and has it copied to the file and what was attached removed. Inside of a workspace it is
-- always one of that workspace's records; a person or a whole workspace is erased from outside.
CREATE OR REPLACE FUNCTION record_erasure(erased_kind text, erased uuid, erased_within uuid) RETURNS void
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
    PERFORM graphile_worker.add_job('sweep-files', '{}'::json, job_key => 'sweep-files', max_attempts => 25);
  END IF;
END $$;

-- About how much some workspaces keep: rows, and the bytes they take, in whatever tables carry their id, with the
-- files attached to their records.
CREATE OR REPLACE FUNCTION workspace_storage(workspaces uuid[]) RETURNS TABLE (workspace_id uuid, entries bigint, bytes bigint)
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
  parts := parts || ' UNION ALL SELECT f.workspace_id, 0, sum(f.bytes) FROM attachments f WHERE f.workspace_id = ANY ($1) GROUP BY 1';
  RETURN QUERY EXECUTE format('SELECT p.workspace_id, sum(p.entries)::bigint, sum(p.bytes)::bigint FROM (%s) p GROUP BY 1', parts) USING workspaces;
END $$;
