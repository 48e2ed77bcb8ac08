-- A member's calendar reads the dates of their organisation with a secret of its own. Its hash is kept, never the secret.

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "hour" BIGINT NOT NULL DEFAULT 0,
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- Whoever is a member no more has no feed any more.
-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by the functions below alone: a viewer may have a feed too.
ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON calendar_feeds TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid
    AND user_id = NULLIF(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT ON calendar_feeds TO followthrough_tenant;

-- A member makes an address for their calendar (`made` and its hash), or stops the one they have (`made` null). `instead`
-- is the one they saw when they asked, null for none: an old page, or a form sent twice, changes nothing.
CREATE FUNCTION set_calendar_feed(session_hash text, workspace_slug text, instead uuid, made uuid, hash text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  here record;
  current_id uuid;
BEGIN
  SELECT m.workspace_id, m.user_id, w.state INTO here
  FROM sessions s JOIN memberships m ON m.user_id = s.user_id JOIN workspaces w ON w.id = m.workspace_id
  WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days'
    AND w.slug = workspace_slug AND w.state IN ('active', 'suspended', 'closing')
  FOR NO KEY UPDATE OF m;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  SELECT f.id INTO current_id FROM calendar_feeds f WHERE f.workspace_id = here.workspace_id AND f.user_id = here.user_id;
  IF current_id IS DISTINCT FROM instead THEN RETURN 'unchanged'; END IF;
  IF made IS NULL AND current_id IS NULL THEN RETURN 'unchanged'; END IF;
  IF made IS NOT NULL AND here.state <> 'active' THEN RETURN 'read_only'; END IF;
  DELETE FROM calendar_feeds f WHERE f.workspace_id = here.workspace_id AND f.user_id = here.user_id;
  IF made IS NOT NULL THEN
    INSERT INTO calendar_feeds (workspace_id, user_id, id, token_hash) VALUES (here.workspace_id, here.user_id, made, hash);
  END IF;
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
  VALUES (here.workspace_id, gen_random_uuid(), here.user_id,
    CASE WHEN made IS NULL THEN 'feed.stopped' ELSE 'feed.made' END, coalesce(made, current_id), '{}');
  RETURN 'done';
END $$;
GRANT EXECUTE ON FUNCTION set_calendar_feed(text, text, uuid, uuid, text) TO followthrough_tenant;

-- The door of calendars: feed, its member, tenant and limit in one statement, to read and nothing else. It stops with the
-- membership, and while the organisation is suspended or closing, like a token. `allowance`: reads in an hour.
CREATE FUNCTION enter_by_feed(hash text, workspace_slug text, allowance int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  here record;
  at timestamptz := clock_timestamp();
  this_hour bigint := floor(extract(epoch FROM at) / 3600);
BEGIN
  SELECT f.user_id, f.hour, f.uses, f.last_used_at, w.id, w.slug, w.name, w.state, w.country, w.region, w.time_zone,
    w.answer_days, w.action_days, coalesce(u.name, u.email) AS user_name, coalesce(u.locale, w.locale) AS user_locale INTO here
  FROM calendar_feeds f
  JOIN memberships m ON m.workspace_id = f.workspace_id AND m.user_id = f.user_id
  JOIN users u ON u.id = f.user_id
  JOIN workspaces w ON w.id = f.workspace_id
  WHERE f.token_hash = hash AND w.state = 'active' AND w.slug = workspace_slug
  FOR NO KEY UPDATE OF f;
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'signed_out'); END IF;
  IF here.hour = this_hour AND here.uses >= allowance THEN
    RETURN jsonb_build_object('outcome', 'too_many_requests', 'retryAfterSeconds', 3600 - floor(extract(epoch FROM at))::bigint % 3600);
  END IF;
  UPDATE calendar_feeds f
  SET hour = this_hour, uses = CASE WHEN f.hour = this_hour THEN f.uses + 1 ELSE 1 END,
    last_used_at = CASE WHEN f.last_used_at > at - interval '1 minute' THEN f.last_used_at ELSE at END
  WHERE f.workspace_id = here.id AND f.user_id = here.user_id;
  PERFORM set_config('transaction_read_only', 'on', true), set_config('app.workspace_id', here.id::text, true),
    set_config('app.user_id', here.user_id::text, true);
  RETURN jsonb_build_object(
    'outcome', 'entered',
    'userId', here.user_id, 'userName', here.user_name, 'userLocale', here.user_locale,
    'role', 'viewer', 'support', false, 'supportGrant', NULL,
    'workspace', jsonb_build_object(
      'id', here.id, 'slug', here.slug, 'name', here.name, 'state', here.state,
      'country', here.country, 'region', here.region, 'timeZone', here.time_zone,
      'answerDays', here.answer_days, 'actionDays', here.action_days),
    'otherWorkspaces', '[]'::jsonb);
END $$;
GRANT EXECUTE ON FUNCTION enter_by_feed(text, text, int) TO followthrough_tenant;
