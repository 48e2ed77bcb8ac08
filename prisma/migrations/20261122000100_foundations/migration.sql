-- Tables, keys and indexes. What Prisma's schema cannot say (checks, row security, functions) follows in the next migrations.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "workspace_state" AS ENUM ('invited', 'active', 'suspended', 'closing', 'erased');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('council', 'health', 'police', 'university', 'college', 'school', 'ministry', 'funder', 'charity', 'other');

-- CreateEnum
CREATE TYPE "consultation_kind" AS ENUM ('survey', 'focus_group', 'meeting', 'one_to_one', 'public_committee', 'advisory_group', 'co_design', 'other');

-- CreateEnum
CREATE TYPE "participation_level" AS ENUM ('informed', 'consulted', 'involved', 'collaborating', 'deciding');

-- CreateEnum
CREATE TYPE "voice" AS ENUM ('leaders_only', 'staff', 'leaders_and_members', 'members', 'wider_community');

-- CreateEnum
CREATE TYPE "due_source" AS ENUM ('agreed', 'given', 'benchmark');

-- CreateEnum
CREATE TYPE "response_kind" AS ENUM ('acknowledgement', 'update', 'findings', 'decision', 'refusal');

-- CreateEnum
CREATE TYPE "follow_up_owner" AS ENUM ('body', 'joint', 'us');

-- CreateEnum
CREATE TYPE "waiting_on" AS ENUM ('body', 'us');

-- CreateEnum
CREATE TYPE "promise_basis" AS ENUM ('written', 'minuted', 'spoken');

-- CreateEnum
CREATE TYPE "body_says" AS ENUM ('not_started', 'in_progress', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "community_says" AS ENUM ('not_asked', 'yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('reading', 'ready', 'queued', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "locale" TEXT,
    "is_platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "session_token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "workspace_state" NOT NULL DEFAULT 'active',
    "country" TEXT NOT NULL DEFAULT 'GB',
    "region" TEXT NOT NULL DEFAULT 'ENG',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "answer_days" INTEGER NOT NULL DEFAULT 84,
    "action_days" INTEGER NOT NULL DEFAULT 182,
    "capacity_hours" DECIMAL(10,2),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "answer_periods" (
    "workspace_id" UUID NOT NULL,
    "body_kind" "body_kind" NOT NULL,
    "answer_days" INTEGER NOT NULL,

    CONSTRAINT "answer_periods_pkey" PRIMARY KEY ("workspace_id","body_kind")
);

-- CreateTable
CREATE TABLE "holidays" (
    "country" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holidays_pkey" PRIMARY KEY ("country","region","day")
);

-- CreateTable
CREATE TABLE "public_bodies" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "body_kind" NOT NULL DEFAULT 'other',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_bodies_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "topics" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "consultations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT,
    "import_key" TEXT,
    "title" TEXT NOT NULL,
    "public_body_id" UUID NOT NULL,
    "kind" "consultation_kind",
    "participation_level" "participation_level",
    "voice" "voice",
    "purpose" TEXT,
    "asked_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "answer_promised_on" DATE,
    "cancelled_on" DATE,
    "participants" INTEGER,
    "sessions" INTEGER NOT NULL DEFAULT 1,
    "minutes_each" INTEGER,
    "staff_hours" DECIMAL(10,2),
    "payment_received" DECIMAL(12,2),
    "source_url" TEXT,
    "explanation_accepted_on" DATE,
    "explanation_decided_by" TEXT,
    "explanation_members_in" BOOLEAN,
    "notes" TEXT,
    "answer_due_on" DATE,
    "answer_due_source" "due_source",
    "minutes_asked" DECIMAL(16,2) NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "consultations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "consultation_other_bodies" (
    "workspace_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "public_body_id" UUID NOT NULL,

    CONSTRAINT "consultation_other_bodies_pkey" PRIMARY KEY ("workspace_id","consultation_id","public_body_id")
);

-- CreateTable
CREATE TABLE "consultation_topics" (
    "workspace_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "consultation_topics_pkey" PRIMARY KEY ("workspace_id","consultation_id","topic_id")
);

-- CreateTable
CREATE TABLE "extensions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "new_due_on" DATE NOT NULL,
    "agreed_on" DATE NOT NULL,
    "reason" TEXT,
    "agreed_by" TEXT,
    "recorded_no" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "body_responses" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "kind" "response_kind" NOT NULL,
    "received_on" DATE,
    "summary" TEXT,
    "source_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "body_responses_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "public_body_id" UUID,
    "owner" "follow_up_owner" NOT NULL DEFAULT 'body',
    "waiting_on" "waiting_on" NOT NULL DEFAULT 'body',
    "title" TEXT NOT NULL,
    "promised_words" TEXT,
    "basis" "promise_basis",
    "made_by_role" TEXT,
    "made_on" DATE NOT NULL,
    "due_on" DATE,
    "body_says" "body_says" NOT NULL DEFAULT 'not_started',
    "done_on" DATE,
    "community_says" "community_says" NOT NULL DEFAULT 'not_asked',
    "evidence_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "date_moves" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "follow_up_id" UUID NOT NULL,
    "from_on" DATE,
    "to_on" DATE,
    "reason" TEXT NOT NULL,
    "moved_on" DATE NOT NULL,
    "recorded_no" BIGSERIAL NOT NULL,
    "created_by" UUID,

    CONSTRAINT "date_moves_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "imports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'reading',
    "headers" JSONB NOT NULL DEFAULT '[]',
    "mapping" JSONB,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "refusals" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("workspace_id","import_id","row_no")
);

-- CreateTable
CREATE TABLE "drafts" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("workspace_id","user_id","form")
);

-- CreateTable
CREATE TABLE "trash" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by" UUID,

    CONSTRAINT "trash_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_hash_key" ON "sessions"("session_token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_workspace_id_key_key" ON "topics"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "consultations_workspace_id_starts_on_id_idx" ON "consultations"("workspace_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "consultations_workspace_id_public_body_id_idx" ON "consultations"("workspace_id", "public_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultations_workspace_id_reference_key" ON "consultations"("workspace_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "consultations_workspace_id_import_key_key" ON "consultations"("workspace_id", "import_key");

-- CreateIndex
CREATE INDEX "consultation_topics_workspace_id_topic_id_idx" ON "consultation_topics"("workspace_id", "topic_id");

-- CreateIndex
CREATE INDEX "extensions_workspace_id_consultation_id_agreed_on_recorded__idx" ON "extensions"("workspace_id", "consultation_id", "agreed_on" DESC, "recorded_no" DESC);

-- CreateIndex
CREATE INDEX "body_responses_workspace_id_consultation_id_idx" ON "body_responses"("workspace_id", "consultation_id");

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_consultation_id_idx" ON "follow_ups"("workspace_id", "consultation_id");

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_due_on_idx" ON "follow_ups"("workspace_id", "due_on");

-- CreateIndex
CREATE INDEX "date_moves_workspace_id_follow_up_id_recorded_no_idx" ON "date_moves"("workspace_id", "follow_up_id", "recorded_no");

-- CreateIndex
CREATE INDEX "imports_workspace_id_created_at_idx" ON "imports"("workspace_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "trash_workspace_id_removed_at_idx" ON "trash"("workspace_id", "removed_at" DESC);

-- CreateIndex
CREATE INDEX "audit_events_workspace_id_at_id_idx" ON "audit_events"("workspace_id", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_periods" ADD CONSTRAINT "answer_periods_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_bodies" ADD CONSTRAINT "public_bodies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_other_bodies" ADD CONSTRAINT "consultation_other_bodies_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_other_bodies" ADD CONSTRAINT "consultation_other_bodies_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_topics" ADD CONSTRAINT "consultation_topics_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_topics" ADD CONSTRAINT "consultation_topics_workspace_id_topic_id_fkey" FOREIGN KEY ("workspace_id", "topic_id") REFERENCES "topics"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_responses" ADD CONSTRAINT "body_responses_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_workspace_id_consultation_id_fkey" FOREIGN KEY ("workspace_id", "consultation_id") REFERENCES "consultations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_moves" ADD CONSTRAINT "date_moves_workspace_id_follow_up_id_fkey" FOREIGN KEY ("workspace_id", "follow_up_id") REFERENCES "follow_ups"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trash" ADD CONSTRAINT "trash_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Checks and keys that Prisma's schema cannot express
ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK (email = lower(email));
ALTER TABLE "workspaces"
  ADD CONSTRAINT "workspaces_slug_shape" CHECK (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$'),
  ADD CONSTRAINT "workspaces_answer_days_range" CHECK (answer_days BETWEEN 1 AND 3650),
  ADD CONSTRAINT "workspaces_action_days_range" CHECK (action_days BETWEEN 1 AND 3650);
ALTER TABLE "answer_periods" ADD CONSTRAINT "answer_periods_range" CHECK (answer_days BETWEEN 1 AND 3650);
CREATE UNIQUE INDEX "public_bodies_name_key" ON "public_bodies" ("workspace_id", lower("name"));
CREATE UNIQUE INDEX "topics_name_key" ON "topics" ("workspace_id", lower("name"));
ALTER TABLE "consultations"
  ADD CONSTRAINT "consultations_ends_after_start" CHECK (ends_on >= starts_on),
  ADD CONSTRAINT "consultations_counts" CHECK (participants >= 0 AND sessions >= 1 AND minutes_each >= 0 AND staff_hours >= 0 AND payment_received >= 0);
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_sides" CHECK (community_says = 'not_asked' OR body_says = 'done');
