-- What the platform keeps of itself: mails waiting to go out, what platform admins did, and what they had typed.

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed', 'bounced');

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "workspace_id" UUID,
    "kind" TEXT NOT NULL,
    "recipient" TEXT,
    "locale" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "workspace_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "platform_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_drafts" (
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_drafts_pkey" PRIMARY KEY ("user_id","form")
);

-- CreateIndex
CREATE INDEX "mails_state_created_at_idx" ON "mails"("state", "created_at");

-- CreateIndex
CREATE INDEX "mails_workspace_id_idx" ON "mails"("workspace_id");

-- CreateIndex
CREATE INDEX "platform_events_at_id_idx" ON "platform_events"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "platform_events_workspace_id_at_idx" ON "platform_events"("workspace_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_drafts" ADD CONSTRAINT "person_drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON mails TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON mails TO followthrough_system;

-- What admins did stays: no role of the server may change or delete it.
ALTER TABLE platform_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON platform_events TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON platform_events TO followthrough_system;

ALTER TABLE person_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON person_drafts TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON person_drafts TO followthrough_system;

-- Puts a mail in line in the transaction of the change that causes it, so that there is never one without the other.
-- The job carries the mail's id alone. `about` counts only outside of a workspace: inside, it is that workspace.
CREATE FUNCTION queue_mail(mail_kind text, mail_recipient text, mail_locale text, mail_params jsonb, about uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE mail uuid := gen_random_uuid();
BEGIN
  INSERT INTO mails (id, workspace_id, kind, recipient, locale, params)
  VALUES (mail, coalesce(current_workspace(), about), mail_kind, mail_recipient, mail_locale, mail_params);
  PERFORM graphile_worker.add_job('send-mail', json_build_object('mailId', mail), job_key => 'send-mail:' || mail::text, max_attempts => 8);
END $$;
GRANT EXECUTE ON FUNCTION queue_mail(text, text, text, jsonb, uuid) TO followthrough_tenant, followthrough_system;

-- What a platform admin did to an organisation stands in that organisation's own audit trail too. The system role
-- may add such events, and read none.
CREATE FUNCTION tell_workspace(workspace uuid, actor uuid, event_kind text, subject uuid, event_detail jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF event_kind NOT LIKE 'platform.%' THEN RAISE EXCEPTION 'not an event of the platform: %', event_kind; END IF;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
  VALUES (workspace, gen_random_uuid(), actor, event_kind, subject, event_detail);
END $$;
GRANT EXECUTE ON FUNCTION tell_workspace(uuid, uuid, text, uuid, jsonb) TO followthrough_system;
