-- Members: invited, with a role that can change, and gone again. There is always an owner.

-- CreateTable
CREATE TABLE "invitations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "locale" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mails" INTEGER NOT NULL DEFAULT 1,
    "token_hash" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_workspace_id_email_key" ON "invitations"("workspace_id", "email");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "invitations"
  ADD CONSTRAINT "invitations_email_lower" CHECK (email = lower(email)),
  ADD CONSTRAINT "invitations_sent" CHECK (num_nonnulls(token_hash, sent_at, expires_at) IN (0, 3));

-- Owners invite, send again and withdraw. The link is made when the mail is written, by the system role alone.
CREATE FUNCTION is_owner_here() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM memberships m WHERE m.workspace_id = current_workspace() AND m.user_id = current_person() AND m.role = 'owner')
$$;
GRANT EXECUTE ON FUNCTION is_owner_here() TO followthrough_tenant;

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitations TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid AND is_owner_here())
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid AND is_owner_here());
CREATE POLICY system ON invitations TO followthrough_system USING (true) WITH CHECK (true);
GRANT SELECT, DELETE, INSERT (workspace_id, id, email, role, locale, invited_by, created_at, mails), UPDATE (mails)
  ON invitations TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO followthrough_system;

-- An organisation keeps at least one owner. Checked at the end of the transaction, one organisation at a time: of two
-- demotions at once, the second one waits and then sees the first. An organisation that is erased loses all of them;
-- the database's own owner, who restores and migrates, is not held up.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'MEMBER') THEN RETURN NULL; END IF;
  PERFORM FROM workspaces w WHERE w.id = OLD.workspace_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM memberships m WHERE m.workspace_id = OLD.workspace_id AND m.role = 'owner') THEN
    RAISE EXCEPTION 'an organisation keeps at least one owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON memberships DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner();

-- What somebody typed and did not save goes with their membership.
CREATE FUNCTION forget_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM drafts d WHERE d.workspace_id = OLD.workspace_id AND d.user_id = OLD.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_drafts AFTER DELETE ON memberships FOR EACH ROW EXECUTE FUNCTION forget_drafts();

-- Whether this person is the only owner. The organisation's row is locked first: changes of its members take turns.
CREATE FUNCTION is_last_owner(workspace uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM workspaces w WHERE w.id = workspace FOR NO KEY UPDATE;
  RETURN EXISTS (SELECT FROM memberships m WHERE m.workspace_id = workspace AND m.user_id = person AND m.role = 'owner')
    AND NOT EXISTS (SELECT FROM memberships m WHERE m.workspace_id = workspace AND m.user_id <> person AND m.role = 'owner');
END $$;

-- Gives a member of the current workspace another role. Answers 'changed', 'not_found' or 'last_owner'.
CREATE FUNCTION change_member_role(person uuid, new_role member_role) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last_one boolean := is_last_owner(current_workspace(), person);
BEGIN
  IF NOT is_owner_here() THEN RETURN 'not_found'; END IF;
  IF last_one AND new_role <> 'owner' THEN RETURN 'last_owner'; END IF;
  UPDATE memberships m SET role = new_role WHERE m.workspace_id = current_workspace() AND m.user_id = person;
  RETURN CASE WHEN FOUND THEN 'changed' ELSE 'not_found' END;
END $$;

-- Takes a member out of the current workspace. Answers 'removed', 'not_found' or 'last_owner'.
CREATE FUNCTION remove_member(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last_one boolean := is_last_owner(current_workspace(), person);
BEGIN
  IF NOT is_owner_here() THEN RETURN 'not_found'; END IF;
  IF last_one THEN RETURN 'last_owner'; END IF;
  DELETE FROM memberships m WHERE m.workspace_id = current_workspace() AND m.user_id = person;
  RETURN CASE WHEN FOUND THEN 'removed' ELSE 'not_found' END;
END $$;
GRANT EXECUTE ON FUNCTION change_member_role(uuid, member_role), remove_member(uuid) TO followthrough_tenant;

-- Whoever holds an invitation's link becomes a member, once, and a person where the address is new. Answers who that is
-- and where they belong now; NULL for a link that is unknown, used or too old. A member keeps the role they have.
CREATE FUNCTION accept_invitation(invitation_hash text, called text, spoken text, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  taken invitations;
  person uuid;
  joined boolean;
BEGIN
  DELETE FROM invitations i USING workspaces w
  WHERE i.token_hash = invitation_hash AND i.expires_at > at AND w.id = i.workspace_id AND w.state IN ('invited', 'active')
  RETURNING i.* INTO taken;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO users (id, email, name, locale, email_verified) VALUES (gen_random_uuid(), taken.email, called, spoken, at)
  ON CONFLICT (email) DO UPDATE SET name = coalesce(users.name, excluded.name), email_verified = coalesce(users.email_verified, at)
  RETURNING id INTO person;
  INSERT INTO memberships (workspace_id, user_id, role) VALUES (taken.workspace_id, person, taken.role) ON CONFLICT DO NOTHING;
  joined := FOUND;
  IF joined THEN
    INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
    VALUES (taken.workspace_id, gen_random_uuid(), person, 'member.joined', person, jsonb_build_object('role', taken.role));
  END IF;
  -- An organisation that was opened for this person begins.
  UPDATE workspaces w SET state = 'active' WHERE w.id = taken.workspace_id AND w.state = 'invited' AND taken.role = 'owner';
  RETURN jsonb_build_object('userId', person, 'role', taken.role, 'joined', joined, 'workspaceId', taken.workspace_id,
    'slug', (SELECT w.slug FROM workspaces w WHERE w.id = taken.workspace_id));
END $$;

-- A member goes of their own accord. Answers 'left', 'not_found' or 'last_owner'.
CREATE FUNCTION leave_workspace(person uuid, workspace_slug text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  workspace uuid := (SELECT w.id FROM workspaces w WHERE w.slug = workspace_slug);
  had member_role;
BEGIN
  IF is_last_owner(workspace, person) THEN RETURN 'last_owner'; END IF;
  DELETE FROM memberships m WHERE m.workspace_id = workspace AND m.user_id = person RETURNING m.role INTO had;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
  VALUES (workspace, gen_random_uuid(), person, 'member.left', person, jsonb_build_object('role', had));
  RETURN 'left';
END $$;

-- Somebody has themselves erased: every membership, then the person. Ids stay in the trails, names go. Answers 'erased',
-- 'not_found', 'last_owner' (of any organisation) or 'last_admin' (of the platform); then nothing has changed.
CREATE FUNCTION erase_person(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  here record;
  found_person users;
BEGIN
  SELECT * INTO found_person FROM users u WHERE u.id = person;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF found_person.is_platform_admin AND NOT EXISTS (SELECT FROM users u WHERE u.is_platform_admin AND u.id <> person) THEN
    RETURN 'last_admin';
  END IF;
  FOR here IN SELECT m.workspace_id, m.role FROM memberships m WHERE m.user_id = person ORDER BY m.workspace_id LOOP
    IF is_last_owner(here.workspace_id, person) THEN RETURN 'last_owner'; END IF;
  END LOOP;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
  SELECT m.workspace_id, gen_random_uuid(), person, 'member.left', person, jsonb_build_object('role', m.role)
  FROM memberships m WHERE m.user_id = person;
  DELETE FROM invitations i WHERE i.email = found_person.email;
  PERFORM wipe_person(person);
  RETURN 'erased';
END $$;
GRANT EXECUTE ON FUNCTION accept_invitation(text, text, text, timestamptz), leave_workspace(uuid, text), erase_person(uuid) TO followthrough_system;
