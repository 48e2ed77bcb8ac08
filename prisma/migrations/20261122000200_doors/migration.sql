-- Who may touch what. Three login roles, none of them owner, superuser or able to bypass row security:
--   tenant  an organisation's content, only inside the workspace that enter() set
--   system  sign-in, memberships, the queue; no grant on content
--   share   no table at all; functions are added with the views for officers
-- Their passwords are set when the server starts (lib/db/roles.ts), never here.

DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['followthrough_tenant', 'followthrough_system', 'followthrough_share'] LOOP
    -- Looked up first: an owner who may not create roles is refused before the name is compared.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- somebody else was quicker
      END;
    END IF;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO followthrough_tenant, followthrough_system, followthrough_share;
-- A function is callable only by the roles it is granted to.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The workspace and the person of this transaction; NULL outside of a door, and NULL matches no row.
CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION current_workspace(), current_person() TO followthrough_tenant;

-- Tenant tables: row security, and all four verbs unless said otherwise below.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'answer_periods', 'public_bodies', 'topics', 'consultations', 'consultation_other_bodies', 'consultation_topics',
    'extensions', 'body_responses', 'follow_ups', 'date_moves', 'imports', 'import_rows', 'trash'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO followthrough_tenant USING (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid) WITH CHECK (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO followthrough_tenant', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE extensions_recorded_no_seq, date_moves_recorded_no_seq TO followthrough_tenant;

-- A draft belongs to one person in one workspace.
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON drafts TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid AND user_id = NULLIF(current_setting('app.user_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid AND user_id = NULLIF(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO followthrough_tenant;

-- The audit trail is append-only: no role of the server may change or delete an event.
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_events TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
GRANT SELECT, INSERT ON audit_events TO followthrough_tenant;

-- The organisation itself, its members, and their names.
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON workspaces TO followthrough_tenant USING (id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
CREATE POLICY system ON workspaces TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (name, country, region, time_zone, answer_days, action_days, capacity_hours) ON workspaces TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE ON workspaces TO followthrough_system;

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON memberships TO followthrough_tenant USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
CREATE POLICY system ON memberships TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT ON memberships TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO followthrough_system;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON users TO followthrough_tenant
  USING (EXISTS (SELECT FROM memberships m WHERE m.user_id = users.id AND m.workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid));
CREATE POLICY system ON users TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT (id, name, email) ON users TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO followthrough_system;

-- Sign-in and limits: the system role alone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sessions', 'verification_tokens', 'rate_limits'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO followthrough_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO followthrough_system', t);
  END LOOP;
END $$;

-- Reference data: everybody reads, the system role keeps it.
ALTER TABLE holidays ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON holidays FOR SELECT TO followthrough_tenant USING (true);
CREATE POLICY system ON holidays TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT ON holidays TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON holidays TO followthrough_system;

-- ---------------------------------------------------------------- doors

-- Sets the tenant of this transaction and says who is there. Not callable by any login role.
-- A viewer, and everybody in a workspace that is not active, gets a read-only transaction.
CREATE FUNCTION set_tenant(person uuid, workspace uuid, wants_write boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_member record;
BEGIN
  SELECT w.*, m.role AS member_role, u.name AS user_name, u.email AS user_email, u.locale AS user_locale INTO found_member
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id JOIN users u ON u.id = m.user_id
  WHERE m.user_id = person AND m.workspace_id = workspace AND w.state IN ('active', 'suspended', 'closing');
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'not_found');
  END IF;
  IF NOT wants_write OR found_member.member_role = 'viewer' OR found_member.state <> 'active' THEN
    PERFORM set_config('transaction_read_only', 'on', true);
  END IF;
  PERFORM set_config('app.workspace_id', workspace::text, true), set_config('app.user_id', person::text, true);
  RETURN jsonb_build_object(
    'outcome', 'entered',
    'userId', person, 'userName', coalesce(found_member.user_name, found_member.user_email), 'userLocale', found_member.user_locale,
    'role', found_member.member_role,
    'workspace', jsonb_build_object(
      'id', found_member.id, 'slug', found_member.slug, 'name', found_member.name, 'state', found_member.state,
      'country', found_member.country, 'region', found_member.region, 'timeZone', found_member.time_zone,
      'answerDays', found_member.answer_days, 'actionDays', found_member.action_days),
    'otherWorkspaces', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('slug', w.slug, 'name', w.name) ORDER BY w.name), '[]')
      FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
      WHERE m.user_id = person AND w.id <> workspace AND w.state IN ('active', 'suspended', 'closing')));
END $$;

-- The door of pages and actions: session, membership and tenant in one statement.
-- The last seven days before a session's row expires are its afterlife: it opens nothing any more,
-- but keep_draft() still knows whose typing it was.
CREATE FUNCTION enter(session_hash text, workspace_slug text, wants_write boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person uuid := (SELECT s.user_id FROM sessions s WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days');
BEGIN
  IF person IS NULL THEN
    RETURN jsonb_build_object('outcome', 'signed_out');
  END IF;
  RETURN set_tenant(person, (SELECT w.id FROM workspaces w WHERE w.slug = workspace_slug), wants_write);
END $$;
GRANT EXECUTE ON FUNCTION enter(text, text, boolean) TO followthrough_tenant;

-- The door of jobs: goes on with what a member started, while they are still a member.
CREATE FUNCTION enter_for_job(person uuid, workspace uuid) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT set_tenant(person, workspace, true) $$;
GRANT EXECUTE ON FUNCTION enter_for_job(uuid, uuid) TO followthrough_tenant;

-- Keeps what was typed, also when the session ran out in the last week. Answers whether it was kept.
CREATE FUNCTION keep_draft(session_hash text, workspace_slug text, draft_form text, draft_payload jsonb) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO drafts (workspace_id, user_id, form, payload, updated_at)
  SELECT m.workspace_id, m.user_id, left(draft_form, 200), draft_payload, now()
  FROM sessions s JOIN memberships m ON m.user_id = s.user_id JOIN workspaces w ON w.id = m.workspace_id
  WHERE s.session_token_hash = session_hash AND s.expires > now()
    AND w.slug = workspace_slug AND w.state IN ('active', 'suspended', 'closing') AND m.role <> 'viewer'
  ON CONFLICT (workspace_id, user_id, form) DO UPDATE SET payload = excluded.payload, updated_at = excluded.updated_at;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION keep_draft(text, text, text, jsonb) TO followthrough_tenant;

-- Puts a job on the queue in the transaction of the change that causes it, always for the tenant of that transaction.
CREATE FUNCTION enqueue(task text, subject uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_workspace() IS NULL THEN RAISE EXCEPTION 'enqueue outside of a workspace'; END IF;
  IF task NOT IN ('run-import') THEN RAISE EXCEPTION 'unknown task %', task; END IF;
  PERFORM graphile_worker.add_job(
    task, json_build_object('workspaceId', current_workspace(), 'userId', current_person(), 'subjectId', subject),
    job_key => task || ':' || subject::text, max_attempts => 5);
END $$;
GRANT EXECUTE ON FUNCTION enqueue(text, uuid) TO followthrough_tenant;

-- Every workspace starts with the shared topics and the longer answer period of universities.
CREATE FUNCTION furnish_workspace() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO topics (workspace_id, id, key, name)
  SELECT NEW.id, gen_random_uuid(), key, name FROM (VALUES
    ('language', 'Language'), ('employment', 'Employment and enterprise'), ('education', 'Education'),
    ('childrens_education', 'Children''s education'), ('health', 'Health'), ('mental_health', 'Mental health'),
    ('housing', 'Housing'), ('social_services', 'Social services'),
    ('immigration_advice', 'Immigration advice and regularisation'),
    ('safety', 'Safety, hate crime and discrimination'), ('democracy', 'Democracy and civic participation'),
    ('gender_equality', 'Gender equality'), ('environment', 'Environment and climate'), ('economy', 'Economy'),
    ('culture_faith', 'Culture and faith'), ('youth', 'Youth'), ('digital', 'Digital inclusion'), ('transport', 'Transport')
  ) AS taxonomy (key, name);
  INSERT INTO answer_periods (workspace_id, body_kind, answer_days) VALUES (NEW.id, 'university', 365);
  RETURN NULL;
END $$;
CREATE TRIGGER furnish AFTER INSERT ON workspaces FOR EACH ROW EXECUTE FUNCTION furnish_workspace();
