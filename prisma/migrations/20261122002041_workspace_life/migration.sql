-- The life of a workspace: invited, active, suspended, closing, and then erased.

-- AlterTable
ALTER TABLE "workspaces"
  ADD COLUMN "last_active_on" DATE,
  ADD COLUMN "closing_on" DATE,
  ADD COLUMN "closing_from" "workspace_state",
  ADD COLUMN "erase_on" DATE,
  ADD COLUMN "erase_reminded_on" DATE,
  ADD COLUMN "erasure_asked_at" TIMESTAMPTZ(3),
  ADD COLUMN "erasure_asked_by" UUID;

UPDATE workspaces w SET last_active_on = e.day FROM (
  SELECT a.workspace_id, max(a.at)::date AS day FROM audit_events a WHERE a.actor_id IS NOT NULL GROUP BY 1
) e WHERE e.workspace_id = w.id;

-- The days of an end, and who asked for it, are set by the functions below alone: no admin can bring one forward, or
-- say that an owner asked.
CREATE FUNCTION guard_workspace_end() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.closing_on, NEW.erase_on, NEW.closing_from, NEW.erasure_asked_at, NEW.erasure_asked_by)
    IS DISTINCT FROM (OLD.closing_on, OLD.erase_on, OLD.closing_from, OLD.erasure_asked_at, OLD.erasure_asked_by) THEN
    RAISE EXCEPTION 'the end of a workspace is not set by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_end BEFORE UPDATE ON workspaces FOR EACH ROW
  WHEN (current_user IN ('followthrough_system', 'followthrough_tenant')) EXECUTE FUNCTION guard_workspace_end();

-- A slug of an organisation that was erased is never given to another.
CREATE FUNCTION guard_slug() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM workspace_tombstones t WHERE t.slug_hash = encode(sha256(convert_to(NEW.slug, 'UTF8')), 'hex') AND t.id <> NEW.id) THEN
    RAISE EXCEPTION 'this slug belonged to an organisation that was erased' USING ERRCODE = 'unique_violation', CONSTRAINT = 'workspaces_slug_of_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_slug BEFORE INSERT OR UPDATE OF slug ON workspaces FOR EACH ROW EXECUTE FUNCTION guard_slug();

-- An invited organisation begins with its first owner.
CREATE FUNCTION begin_with_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE workspaces SET state = 'active' WHERE id = NEW.workspace_id AND state = 'invited';
  RETURN NULL;
END $$;
CREATE TRIGGER begin_with_owner AFTER INSERT OR UPDATE OF role ON memberships FOR EACH ROW
  WHEN (NEW.role = 'owner') EXECUTE FUNCTION begin_with_owner();

-- Members' changes hold this lock together; a change of state takes it alone. So a change that is being made is either
-- finished before the workspace is suspended, or refused: none slips in afterwards.
CREATE FUNCTION workspace_lock(workspace uuid) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT hashtextextended('workspace ' || workspace::text, 0) $$;

-- Every change of a member leaves an event, so this is where changes meet the state of their workspace. The day is
-- written once a day; nobody waits for somebody else to write it.
CREATE FUNCTION change_while_active() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE here record;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(workspace_lock(NEW.workspace_id));
  SELECT w.state, w.last_active_on, (NEW.at AT TIME ZONE w.time_zone)::date AS day INTO here FROM workspaces w WHERE w.id = NEW.workspace_id;
  IF here.state IS DISTINCT FROM 'active' THEN
    RAISE EXCEPTION 'workspace_not_active' USING ERRCODE = 'read_only_sql_transaction';
  END IF;
  IF here.last_active_on IS NULL OR here.last_active_on < here.day THEN
    UPDATE workspaces SET last_active_on = here.day
    WHERE id = (SELECT w.id FROM workspaces w WHERE w.id = NEW.workspace_id FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_while_active BEFORE INSERT ON audit_events FOR EACH ROW
  WHEN (current_user = 'followthrough_tenant') EXECUTE FUNCTION change_while_active();

-- One step in the life of a workspace, after the changes that are being made. Answers done, not_found, or conflict when
-- it does not fit the state.
--   suspend, resume   members read only; back again
--   close             suspended for 30 days, then erased
--   keep              not closed after all
--   erase             as soon as the job comes by; only where an owner asked for it, or nobody ever came in
CREATE FUNCTION step_workspace(workspace uuid, step text, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  here workspaces;
  today date;
BEGIN
  SELECT * INTO here FROM workspaces w WHERE w.id = workspace FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  PERFORM pg_advisory_xact_lock(workspace_lock(workspace));
  today := (at AT TIME ZONE here.time_zone)::date;
  CASE step
    WHEN 'suspend' THEN
      IF here.state <> 'active' THEN RETURN 'conflict'; END IF;
      UPDATE workspaces SET state = 'suspended' WHERE id = workspace;
    WHEN 'resume' THEN
      IF here.state <> 'suspended' THEN RETURN 'conflict'; END IF;
      UPDATE workspaces SET state = 'active' WHERE id = workspace;
    WHEN 'close' THEN
      IF here.state NOT IN ('active', 'suspended') THEN RETURN 'conflict'; END IF;
      UPDATE workspaces SET state = 'closing', closing_from = here.state, closing_on = today, erase_on = today + 30, erase_reminded_on = NULL
      WHERE id = workspace;
    WHEN 'keep' THEN
      IF here.state <> 'closing' THEN RETURN 'conflict'; END IF;
      UPDATE workspaces SET state = coalesce(here.closing_from, 'active'), closing_from = NULL, closing_on = NULL, erase_on = NULL,
        erase_reminded_on = NULL, erasure_asked_at = NULL, erasure_asked_by = NULL
      WHERE id = workspace;
    WHEN 'erase' THEN
      IF here.erasure_asked_at IS NULL AND (here.state <> 'invited' OR EXISTS (SELECT FROM memberships m WHERE m.workspace_id = workspace)) THEN
        RETURN 'conflict';
      END IF;
      UPDATE workspaces SET state = 'closing', closing_from = coalesce(here.closing_from, here.state),
        closing_on = coalesce(here.closing_on, today), erase_on = today
      WHERE id = workspace;
      -- A shadow database has no queue.
      IF to_regnamespace('graphile_worker') IS NOT NULL THEN
        PERFORM graphile_worker.add_job('end-workspaces', '{}'::json, job_key => 'end-workspaces', max_attempts => 25);
      END IF;
    ELSE RAISE EXCEPTION 'no step called %', step;
  END CASE;
  RETURN 'done';
END $$;
GRANT EXECUTE ON FUNCTION step_workspace(uuid, text, timestamptz) TO followthrough_system;

-- Erases a workspace whose day has come. Answers null when there is none or its day has not come; else counts and people.
CREATE FUNCTION erase_workspace(workspace uuid, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE here workspaces;
BEGIN
  SELECT * INTO here FROM workspaces w WHERE w.id = workspace FOR UPDATE;
  IF NOT FOUND OR here.state <> 'closing' OR here.erase_on IS NULL OR here.erase_on > (at AT TIME ZONE here.time_zone)::date THEN
    RETURN NULL;
  END IF;
  RETURN wipe_workspace(workspace, at, CASE
    WHEN here.closing_from = 'invited' THEN 'never_used'
    WHEN here.erasure_asked_at IS NOT NULL AND here.erase_on < here.closing_on + 30 THEN 'asked'
    ELSE 'closed' END);
END $$;
GRANT EXECUTE ON FUNCTION erase_workspace(uuid, timestamptz) TO followthrough_system;

-- An owner's written word, also where nothing else can be written any more: all of the record may be erased at once
-- (`asks`), or not after all. What they typed must be the organisation's name. Every owner and the platform's admins hear of it.
CREATE FUNCTION ask_for_erasure(session_hash text, workspace_slug text, typed text, asks boolean) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE here record;
BEGIN
  SELECT w.id, w.name, w.state, w.erasure_asked_at, s.user_id INTO here
  FROM sessions s JOIN memberships m ON m.user_id = s.user_id AND m.role = 'owner' JOIN workspaces w ON w.id = m.workspace_id
  WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days'
    AND w.slug = workspace_slug AND w.state IN ('active', 'suspended', 'closing')
  FOR NO KEY UPDATE OF w;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF asks = (here.erasure_asked_at IS NOT NULL) THEN RETURN 'done'; END IF;
  IF asks AND plain_words(typed) <> plain_words(here.name) THEN RETURN 'not_the_name'; END IF;
  UPDATE workspaces SET erasure_asked_at = CASE WHEN asks THEN now() END, erasure_asked_by = CASE WHEN asks THEN here.user_id END
  WHERE id = here.id;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, detail)
  VALUES (here.id, gen_random_uuid(), here.user_id, CASE WHEN asks THEN 'erasure.asked' ELSE 'erasure.withdrawn' END, '{}');
  IF asks THEN
    PERFORM queue_mail('erasure_asked', u.email, coalesce(u.locale, 'en'), jsonb_build_object('workspaceId', here.id), here.id)
    FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = here.id AND m.role = 'owner';
    PERFORM queue_mail('erasure_to_confirm', u.email, coalesce(u.locale, 'en'), jsonb_build_object('workspaceId', here.id), here.id)
    FROM users u WHERE u.is_platform_admin;
  END IF;
  RETURN 'done';
END $$;
GRANT EXECUTE ON FUNCTION ask_for_erasure(text, text, text, boolean) TO followthrough_tenant;

-- A name as somebody types it again: capitals, spaces and the shape of apostrophes and dashes do not matter.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT translate(lower(btrim(regexp_replace(normalize(words, NFKC), '\s+', ' ', 'g'))), '’‘`‐‑–', '''''''---') $$;

-- Why this workspace cannot be changed now, for every page of it: until when it can be read, and whom to write to.
CREATE FUNCTION workspace_pause() RETURNS TABLE (erase_on date, asked boolean, contact text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.erase_on, w.erasure_asked_at IS NOT NULL,
    (SELECT u.email FROM users u WHERE u.is_platform_admin ORDER BY u.created_at, u.id LIMIT 1)
  FROM workspaces w WHERE w.id = current_workspace() AND w.state <> 'active'
$$;
GRANT EXECUTE ON FUNCTION workspace_pause() TO followthrough_tenant;
