-- The audit trail says who did what and when, by ids alone. What a record is called and who somebody is are looked up
-- when the trail is read, so that neither outlives its erasure.

-- Earlier events carried the title or the file's name.
UPDATE audit_events SET detail = detail - 'title' WHERE kind IN ('consultation.logged', 'activity.logged') AND detail ? 'title';
UPDATE audit_events SET detail = detail - 'fileName' WHERE kind = 'import.uploaded' AND detail ? 'fileName';

-- Ids, keys, dates and numbers pass; words, addresses of people and anything with a space in it do not.
ALTER TABLE audit_events ADD CONSTRAINT audit_events_hold_no_words CHECK (
  NOT jsonb_path_exists(detail, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9_.:/-]{0,80}$"))')
) NOT VALID;

-- A member writes events of their own, and at no other time than now.
ALTER POLICY tenant ON audit_events
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid
    AND actor_id = NULLIF(current_setting('app.user_id', true), '')::uuid);

CREATE FUNCTION audit_now() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER at_now BEFORE INSERT ON audit_events FOR EACH ROW
  WHEN (current_user = 'followthrough_tenant') EXECUTE FUNCTION audit_now();

CREATE INDEX "audit_events_workspace_id_actor_id_at_idx" ON "audit_events"("workspace_id", "actor_id", "at" DESC, "id" DESC);

-- Everybody an owner can meet in the trail: the members, and those who did something before they went. A name is there
-- while its person is. Platform admins are not named.
CREATE FUNCTION audit_people() RETURNS TABLE (id uuid, name text, place text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE acted (id) AS (
    (SELECT e.actor_id FROM audit_events e WHERE e.workspace_id = current_workspace() AND e.actor_id IS NOT NULL ORDER BY e.actor_id LIMIT 1)
    UNION ALL
    -- From one actor to the next through the index: a long trail has few of them.
    SELECT (SELECT e.actor_id FROM audit_events e WHERE e.workspace_id = current_workspace() AND e.actor_id > acted.id ORDER BY e.actor_id LIMIT 1)
    FROM acted WHERE acted.id IS NOT NULL
  ), met AS (
    SELECT acted.id FROM acted WHERE acted.id IS NOT NULL
    UNION SELECT m.user_id FROM memberships m WHERE m.workspace_id = current_workspace()
  ), placed AS (
    SELECT met.id, u.name, u.email, CASE WHEN m.user_id IS NOT NULL THEN 'member' WHEN u.is_platform_admin THEN 'platform' ELSE 'former' END AS place
    FROM met LEFT JOIN users u ON u.id = met.id
    LEFT JOIN memberships m ON m.workspace_id = current_workspace() AND m.user_id = met.id
  )
  SELECT p.id, CASE WHEN p.place <> 'platform' THEN coalesce(p.name, p.email) END, p.place FROM placed p
  WHERE EXISTS (SELECT FROM memberships o WHERE o.workspace_id = current_workspace() AND o.user_id = current_person() AND o.role = 'owner')
$$;
GRANT EXECUTE ON FUNCTION audit_people() TO followthrough_tenant;
