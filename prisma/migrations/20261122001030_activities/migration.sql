-- Activities: engagement work that is not a consultation, with the promises made there; and whether our people were told.

-- CreateEnum
CREATE TYPE "activity_kind" AS ENUM ('dialogue', 'festival', 'welcome', 'sports', 'workshop', 'leader_training', 'volunteering', 'language_class', 'job_readiness', 'enterprise', 'skills_centre', 'market_linkage', 'mentoring', 'awareness', 'anti_stigma', 'media', 'advisory_group', 'politician_meeting', 'visit', 'study_tour', 'drop_in', 'phone_outreach', 'own');

-- CreateEnum
CREATE TYPE "event_owner" AS ENUM ('ours', 'theirs', 'joint');

-- CreateEnum
CREATE TYPE "participant_group" AS ENUM ('members', 'returnees', 'families', 'community_leaders', 'local_government', 'ngos', 'businesses', 'youth_groups', 'womens_groups', 'host_community', 'faith_groups', 'unions', 'media');

-- CreateEnum
CREATE TYPE "contribution" AS ENUM ('experience', 'expertise', 'mentoring', 'money', 'space', 'jobs');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('less_isolation', 'better_mental_health', 'economic_gain', 'stronger_community', 'safer_moving_choices', 'new_skills_leaders', 'policy_changed', 'service_changed', 'seat_at_table');

-- AlterTable
ALTER TABLE "body_responses" ADD COLUMN "told_people_on" DATE;

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN "activity_id" UUID, ALTER COLUMN "consultation_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "activities" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "activity_kind" NOT NULL,
    "own_kind" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "place" TEXT,
    "whose" "event_owner" NOT NULL DEFAULT 'ours',
    "public_body_id" UUID,
    "hours" DECIMAL(10,2),
    "outcomes_source" TEXT,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "activity_groups" (
    "workspace_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "group" "participant_group" NOT NULL,
    "people" INTEGER,
    "brought" "contribution"[],

    CONSTRAINT "activity_groups_pkey" PRIMARY KEY ("workspace_id","activity_id","group")
);

-- CreateTable
CREATE TABLE "activity_officials" (
    "workspace_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "office" TEXT,
    "public_body_id" UUID,

    CONSTRAINT "activity_officials_pkey" PRIMARY KEY ("workspace_id","activity_id","position")
);

-- CreateTable
CREATE TABLE "activity_outcomes" (
    "workspace_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "outcome" "outcome" NOT NULL,

    CONSTRAINT "activity_outcomes_pkey" PRIMARY KEY ("workspace_id","activity_id","outcome")
);

-- CreateTable
CREATE TABLE "activity_topics" (
    "workspace_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "activity_topics_pkey" PRIMARY KEY ("workspace_id","activity_id","topic_id")
);

-- CreateIndex
CREATE INDEX "activities_workspace_id_starts_on_id_idx" ON "activities"("workspace_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activities_workspace_id_public_body_id_idx" ON "activities"("workspace_id", "public_body_id");

-- CreateIndex
CREATE INDEX "activity_officials_workspace_id_public_body_id_idx" ON "activity_officials"("workspace_id", "public_body_id");

-- CreateIndex
CREATE INDEX "activity_topics_workspace_id_topic_id_idx" ON "activity_topics"("workspace_id", "topic_id");

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_activity_id_idx" ON "follow_ups"("workspace_id", "activity_id");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_groups" ADD CONSTRAINT "activity_groups_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_officials" ADD CONSTRAINT "activity_officials_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_outcomes" ADD CONSTRAINT "activity_outcomes_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_workspace_id_activity_id_fkey" FOREIGN KEY ("workspace_id", "activity_id") REFERENCES "activities"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_officials" ADD CONSTRAINT "activity_officials_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_workspace_id_topic_id_fkey" FOREIGN KEY ("workspace_id", "topic_id") REFERENCES "topics"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_one_parent" CHECK (num_nonnulls(consultation_id, activity_id) = 1);
ALTER TABLE "activities" ADD CONSTRAINT "activities_own_kind" CHECK ((kind = 'own') = (own_kind IS NOT NULL));
ALTER TABLE "activities" ADD CONSTRAINT "activities_dates" CHECK (ends_on >= starts_on);
ALTER TABLE "activity_groups" ADD CONSTRAINT "activity_groups_people" CHECK (people >= 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['activities', 'activity_groups', 'activity_officials', 'activity_outcomes', 'activity_topics'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO followthrough_tenant USING (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid) WITH CHECK (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO followthrough_tenant', t);
  END LOOP;
END $$;

-- An activity can be removed and put back like every other record.
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
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d JOIN follow_ups f ON f.workspace_id = d.workspace_id AND f.id = d.follow_up_id WHERE d.workspace_id = w AND f.consultation_id = c.id))
      INTO kept FROM consultations c WHERE c.workspace_id = w AND c.id = record_id;
      DELETE FROM consultations WHERE workspace_id = w AND id = record_id;
    WHEN 'follow_up' THEN
      SELECT jsonb_build_object(
        'follow_ups', jsonb_build_array(to_jsonb(f)),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d WHERE d.workspace_id = w AND d.follow_up_id = f.id))
      INTO kept FROM follow_ups f WHERE f.workspace_id = w AND f.id = record_id;
      DELETE FROM follow_ups WHERE workspace_id = w AND id = record_id;
    WHEN 'response' THEN
      SELECT jsonb_build_object('body_responses', jsonb_build_array(to_jsonb(r))) INTO kept
      FROM body_responses r WHERE r.workspace_id = w AND r.id = record_id;
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
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d JOIN follow_ups f ON f.workspace_id = d.workspace_id AND f.id = d.follow_up_id WHERE d.workspace_id = w AND f.activity_id = a.id))
      INTO kept FROM activities a WHERE a.workspace_id = w AND a.id = record_id;
      DELETE FROM activities WHERE workspace_id = w AND id = record_id;
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
  RETURN kept.subject_id;
END $$;
