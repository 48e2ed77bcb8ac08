-- Programs come in with a token: one workspace, one role, an end. Its hash is kept, never the token.

-- CreateTable
CREATE TABLE "api_tokens" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("workspace_id","id")
);

-- How often each token was used in the current minute. Counted apart by connection, so that requests of one token do
-- not wait for each other. Nothing of it need outlive a crash of the database.
-- CreateTable
CREATE UNLOGGED TABLE "api_uses" (
    "workspace_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "minute" BIGINT NOT NULL,
    "uses" INTEGER NOT NULL,

    CONSTRAINT "api_uses_pkey" PRIMARY KEY ("workspace_id","token_id","slot")
);

-- What was answered to a request that named itself with an Idempotency-Key, for 24 hours. No status: it is being worked on.
-- CreateTable
CREATE TABLE "api_answers" (
    "workspace_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT,
    "status" INTEGER,
    "body" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_answers_pkey" PRIMARY KEY ("workspace_id","token_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_answers_asked_at_idx" ON "api_answers"("asked_at");

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_uses" ADD CONSTRAINT "api_uses_workspace_id_token_id_fkey" FOREIGN KEY ("workspace_id", "token_id") REFERENCES "api_tokens"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_answers" ADD CONSTRAINT "api_answers_workspace_id_token_id_fkey" FOREIGN KEY ("workspace_id", "token_id") REFERENCES "api_tokens"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE api_tokens ADD CONSTRAINT "api_tokens_end_after_start" CHECK (expires_at > created_at);

-- An organisation makes its tokens and stops them; what a token may do, and until when, never changes.
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_tokens TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by) ON api_tokens TO followthrough_tenant;

-- Written by the door alone.
ALTER TABLE api_uses ENABLE ROW LEVEL SECURITY;

ALTER TABLE api_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_answers TO followthrough_tenant
  USING (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid)
  WITH CHECK (workspace_id = NULLIF(current_setting('app.workspace_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON api_answers TO followthrough_tenant;

-- An event made through a token names it.
ALTER TABLE "audit_events" ADD COLUMN "token_id" UUID DEFAULT NULLIF(current_setting('app.token_id', true), '')::uuid;

-- Counts one use. Answers the seconds to wait where there were `allowance` of them in this minute already, else null.
-- The last use is written once a minute; nobody waits for somebody else to write it.
CREATE FUNCTION count_token_use(token api_tokens, allowance int) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  at timestamptz := clock_timestamp();
  this_minute bigint := floor(extract(epoch FROM at) / 60);
BEGIN
  IF (SELECT coalesce(sum(u.uses), 0) FROM api_uses u
      WHERE u.workspace_id = token.workspace_id AND u.token_id = token.id AND u.minute = this_minute) >= allowance THEN
    RETURN 60 - floor(extract(epoch FROM at))::bigint % 60;
  END IF;
  INSERT INTO api_uses AS u (workspace_id, token_id, slot, minute, uses)
  VALUES (token.workspace_id, token.id, pg_backend_pid() % 512, this_minute, 1)
  ON CONFLICT (workspace_id, token_id, slot) DO UPDATE
    SET uses = CASE WHEN u.minute = excluded.minute THEN u.uses + 1 ELSE 1 END, minute = excluded.minute;
  IF token.last_used_at IS NULL OR token.last_used_at < at - interval '1 minute' THEN
    UPDATE api_tokens t SET last_used_at = at
    WHERE (t.workspace_id, t.id) = (
      SELECT s.workspace_id, s.id FROM api_tokens s WHERE s.workspace_id = token.workspace_id AND s.id = token.id FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
  RETURN NULL;
END $$;

-- A request that came to nothing took its count back with everything else: it is counted once more, by itself.
CREATE FUNCTION count_failed_use(hash text, allowance int) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE token api_tokens;
BEGIN
  SELECT * INTO token FROM api_tokens t WHERE t.token_hash = hash;
  IF FOUND THEN PERFORM count_token_use(token, allowance); END IF;
END $$;
GRANT EXECUTE ON FUNCTION count_failed_use(text, int) TO followthrough_tenant;

-- The door of programs: token, its maker's membership, tenant and limit in one statement. A token is worth what its
-- maker is: it stops when they are no member any more, and never does more than they may. `counts`: whether this is
-- a request's first step.
CREATE FUNCTION enter_by_token(hash text, workspace_slug text, wants_write boolean, counts boolean, allowance int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  token api_tokens;
  here record;
  wait int;
  as_role member_role;
BEGIN
  SELECT * INTO token FROM api_tokens t WHERE t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now();
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'signed_out'); END IF;
  SELECT w.id, w.slug, w.name, w.state, w.country, w.region, w.time_zone, w.answer_days, w.action_days,
    m.role AS member_role, coalesce(u.name, u.email) AS user_name, u.locale AS user_locale INTO here
  FROM workspaces w
  JOIN memberships m ON m.workspace_id = w.id AND m.user_id = token.created_by
  JOIN users u ON u.id = m.user_id
  WHERE w.id = token.workspace_id AND w.state = 'active';
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'signed_out'); END IF;
  IF counts THEN
    wait := count_token_use(token, allowance);
    IF wait IS NOT NULL THEN RETURN jsonb_build_object('outcome', 'too_many_requests', 'retryAfterSeconds', wait); END IF;
  END IF;
  IF here.slug <> workspace_slug THEN RETURN jsonb_build_object('outcome', 'not_found'); END IF;
  -- Roles are declared from the one that may most to the one that may least.
  as_role := greatest(token.role, here.member_role);
  IF NOT wants_write OR as_role = 'viewer' THEN
    PERFORM set_config('transaction_read_only', 'on', true);
  END IF;
  PERFORM set_config('app.workspace_id', here.id::text, true), set_config('app.user_id', token.created_by::text, true),
    set_config('app.token_id', token.id::text, true);
  RETURN jsonb_build_object(
    'outcome', 'entered',
    'userId', token.created_by, 'userName', here.user_name, 'userLocale', here.user_locale,
    'role', as_role, 'support', false, 'supportGrant', NULL,
    'token', jsonb_build_object('id', token.id, 'name', token.name),
    'workspace', jsonb_build_object(
      'id', here.id, 'slug', here.slug, 'name', here.name, 'state', here.state,
      'country', here.country, 'region', here.region, 'timeZone', here.time_zone,
      'answerDays', here.answer_days, 'actionDays', here.action_days),
    'otherWorkspaces', '[]'::jsonb);
END $$;
GRANT EXECUTE ON FUNCTION enter_by_token(text, text, boolean, boolean, int) TO followthrough_tenant;

-- Nothing that was answered is kept for longer than a day.
CREATE FUNCTION forget_api_answers(at timestamptz) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM api_answers WHERE asked_at < at - interval '24 hours' RETURNING 1) SELECT count(*) FROM gone
$$;
GRANT EXECUTE ON FUNCTION forget_api_answers(timestamptz) TO followthrough_system;
