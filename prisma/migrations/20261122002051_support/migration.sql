-- Platform support may look into an organisation only where an owner let them, for a time, in sight of every member.

-- CreateTable
CREATE TABLE "support_grants" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "may_change" BOOLEAN NOT NULL DEFAULT false,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "ran_out_told" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "support_grants_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "support_visits" (
    "workspace_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_visits_pkey" PRIMARY KEY ("workspace_id","grant_id","session_id")
);

-- CreateIndex
CREATE INDEX "support_grants_expires_at_idx" ON "support_grants"("expires_at");

-- AddForeignKey
ALTER TABLE "support_grants" ADD CONSTRAINT "support_grants_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_visits" ADD CONSTRAINT "support_visits_workspace_id_grant_id_fkey" FOREIGN KEY ("workspace_id", "grant_id") REFERENCES "support_grants"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One at a time: a second one is given after the first was taken back or ran out.
CREATE UNIQUE INDEX "support_grants_one_open" ON "support_grants" ("workspace_id") WHERE "withdrawn_at" IS NULL AND NOT "ran_out_told";
ALTER TABLE "support_grants"
  ADD CONSTRAINT "support_grants_at_most_a_week" CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '7 days 1 hour');

-- The organisation gives and takes back; nobody can make a grant last longer, or change what it was for.
ALTER TABLE support_grants ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON support_grants TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
CREATE POLICY system ON support_grants FOR SELECT TO followthrough_system USING (true);
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by) ON support_grants TO followthrough_tenant;
GRANT SELECT ON support_grants TO followthrough_system;

-- Written by the door alone.
ALTER TABLE support_visits ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON support_visits FOR SELECT TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
CREATE POLICY system ON support_visits FOR SELECT TO followthrough_system USING (true);
GRANT SELECT ON support_visits TO followthrough_tenant, followthrough_system;

-- The grant that lets platform support into a workspace now.
CREATE FUNCTION live_support(workspace uuid) RETURNS support_grants
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g FROM support_grants g WHERE g.workspace_id = workspace AND g.withdrawn_at IS NULL AND g.expires_at > now()
$$;

-- Writes down the end of a grant that ran out, once. A job calls it at that moment; so does whoever gives a new one.
CREATE FUNCTION tell_support_ran_out(workspace uuid, grant_id uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ended support_grants;
BEGIN
  IF current_workspace() <> workspace THEN RETURN false; END IF;
  UPDATE support_grants g SET ran_out_told = true
  WHERE g.workspace_id = workspace AND g.id = grant_id AND g.withdrawn_at IS NULL AND g.expires_at <= now() AND NOT g.ran_out_told
  RETURNING * INTO ended;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail, at)
  VALUES (workspace, gen_random_uuid(), NULL, 'support.ran_out', grant_id, '{}', ended.expires_at);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION tell_support_ran_out(uuid, uuid) TO followthrough_system, followthrough_tenant;

-- The job that writes the end down waits from the moment of the grant.
CREATE FUNCTION schedule_support_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'support-ran-out', json_build_object('workspaceId', NEW.workspace_id, 'grantId', NEW.id),
    run_at => NEW.expires_at, job_key => 'support-ran-out:' || NEW.id::text, max_attempts => 8);
  RETURN NULL;
END $$;
CREATE TRIGGER schedule_support_end AFTER INSERT ON support_grants FOR EACH ROW EXECUTE FUNCTION schedule_support_end();

-- What the door answers. `support`: whoever entered is platform support. `supportGrant`: the grant that is live, for everybody to see.
CREATE FUNCTION tenant_answer(person uuid, workspace uuid, as_role member_role, is_support boolean) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'outcome', 'entered',
    'userId', person, 'userName', coalesce(u.name, u.email), 'userLocale', u.locale,
    'role', as_role, 'support', is_support,
    'supportGrant', (SELECT jsonb_build_object('mayChange', g.may_change, 'until', g.expires_at) FROM live_support(workspace) g WHERE g.id IS NOT NULL),
    'workspace', jsonb_build_object(
      'id', w.id, 'slug', w.slug, 'name', w.name, 'state', w.state,
      'country', w.country, 'region', w.region, 'timeZone', w.time_zone,
      'answerDays', w.answer_days, 'actionDays', w.action_days),
    'otherWorkspaces', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name), '[]')
      FROM memberships m JOIN workspaces o ON o.id = m.workspace_id
      WHERE m.user_id = person AND o.id <> workspace AND o.state IN ('active', 'suspended', 'closing')))
  FROM workspaces w, users u WHERE w.id = workspace AND u.id = person
$$;

-- Sets the tenant of this transaction and says who is there. Not callable by any login role.
-- A viewer, and everybody in a workspace that is not active, gets a read-only transaction.
CREATE OR REPLACE FUNCTION set_tenant(person uuid, workspace uuid, wants_write boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_member record;
BEGIN
  SELECT w.state, m.role AS member_role INTO found_member
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = person AND m.workspace_id = workspace AND w.state IN ('active', 'suspended', 'closing');
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'not_found');
  END IF;
  IF NOT wants_write OR found_member.member_role = 'viewer' OR found_member.state <> 'active' THEN
    PERFORM set_config('transaction_read_only', 'on', true);
  END IF;
  PERFORM set_config('app.workspace_id', workspace::text, true), set_config('app.user_id', person::text, true);
  RETURN tenant_answer(person, workspace, found_member.member_role, false);
END $$;

-- The same for platform support: a platform admin who is no member, while a grant of that workspace is live, in a
-- session that has had its second factor. `demo`: nobody is asked for one there. The first entrance of each session
-- is written down for the organisation.
CREATE FUNCTION set_tenant_for_support(session_hash text, workspace uuid, wants_write boolean, demo boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  visitor record;
  allowed support_grants := live_support(workspace);
  as_role member_role;
BEGIN
  SELECT s.id AS session_id, s.user_id, w.state INTO visitor
  FROM sessions s JOIN users u ON u.id = s.user_id, workspaces w
  WHERE s.session_token_hash = session_hash AND u.is_platform_admin AND (demo OR s.second_factor_at IS NOT NULL)
    AND w.id = workspace AND w.state IN ('active', 'suspended', 'closing');
  IF NOT FOUND OR allowed.id IS NULL THEN
    RETURN jsonb_build_object('outcome', 'not_found');
  END IF;
  as_role := CASE WHEN allowed.may_change THEN 'editor'::member_role ELSE 'viewer'::member_role END;
  INSERT INTO support_visits (workspace_id, grant_id, session_id, user_id)
  VALUES (workspace, allowed.id, visitor.session_id, visitor.user_id) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
    VALUES (workspace, gen_random_uuid(), visitor.user_id, 'support.entered', allowed.id, jsonb_build_object('mayChange', allowed.may_change));
  END IF;
  IF NOT wants_write OR as_role = 'viewer' OR visitor.state <> 'active' THEN
    PERFORM set_config('transaction_read_only', 'on', true);
  END IF;
  PERFORM set_config('app.workspace_id', workspace::text, true), set_config('app.user_id', visitor.user_id::text, true);
  RETURN tenant_answer(visitor.user_id, workspace, as_role, true);
END $$;

-- The door of pages and actions: session, membership and tenant in one statement.
-- The last seven days before a session's row expires are its afterlife: it opens nothing any more,
-- but keep_draft() still knows whose typing it was.
DROP FUNCTION enter(text, text, boolean);
CREATE FUNCTION enter(session_hash text, workspace_slug text, wants_write boolean, demo boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person uuid := (SELECT s.user_id FROM sessions s WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days');
  workspace uuid := (SELECT w.id FROM workspaces w WHERE w.slug = workspace_slug);
  answer jsonb;
BEGIN
  IF person IS NULL THEN
    RETURN jsonb_build_object('outcome', 'signed_out');
  END IF;
  answer := set_tenant(person, workspace, wants_write);
  IF answer ->> 'outcome' = 'not_found' AND workspace IS NOT NULL THEN
    RETURN set_tenant_for_support(session_hash, workspace, wants_write, demo);
  END IF;
  RETURN answer;
END $$;
GRANT EXECUTE ON FUNCTION enter(text, text, boolean, boolean) TO followthrough_tenant;

-- Keeps what was typed, also when the session ran out in the last week. Answers whether it was kept.
-- Platform support that may change things is kept for like an editor.
CREATE OR REPLACE FUNCTION keep_draft(session_hash text, workspace_slug text, draft_form text, draft_payload jsonb) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO drafts (workspace_id, user_id, form, payload, updated_at)
  SELECT w.id, s.user_id, left(draft_form, 200), draft_payload, now()
  FROM sessions s CROSS JOIN workspaces w
  WHERE s.session_token_hash = session_hash AND s.expires > now()
    AND w.slug = workspace_slug AND w.state IN ('active', 'suspended', 'closing')
    AND (EXISTS (SELECT FROM memberships m WHERE m.user_id = s.user_id AND m.workspace_id = w.id AND m.role <> 'viewer')
      OR EXISTS (SELECT FROM support_visits v, live_support(w.id) g
                 WHERE v.workspace_id = w.id AND v.session_id = s.id AND v.grant_id = g.id AND g.may_change))
  ON CONFLICT (workspace_id, user_id, form) DO UPDATE SET payload = excluded.payload, updated_at = excluded.updated_at;
  RETURN FOUND;
END $$;
