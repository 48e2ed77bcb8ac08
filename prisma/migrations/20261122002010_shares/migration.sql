-- Views for officers: what an organisation has released, to whom, and when it was opened.

-- CreateEnum
CREATE TYPE "share_audience" AS ENUM ('officer', 'link');

-- CreateTable
CREATE TABLE "shares" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audience" "share_audience" NOT NULL,
    "officer_email" TEXT,
    "public_body_id" UUID,
    "from_on" DATE,
    "to_on" DATE,
    "sections" TEXT[] NOT NULL,
    "expires_on" DATE NOT NULL,
    "wants_passphrase" BOOLEAN NOT NULL DEFAULT false,
    "token_hash" TEXT,
    "passphrase_salt" TEXT,
    "passphrase_hash" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "share_snapshots" (
    "workspace_id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "withheld" JSONB NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_snapshots_pkey" PRIMARY KEY ("workspace_id","share_id")
);

-- CreateTable
CREATE TABLE "share_openings" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "format" TEXT NOT NULL,
    "reader" TEXT NOT NULL,

    CONSTRAINT "share_openings_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "released_counts" (
    "workspace_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "released_counts_pkey" PRIMARY KEY ("workspace_id","subject_id","part")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");

-- CreateIndex
CREATE INDEX "shares_officer_email_idx" ON "shares"("officer_email");

-- CreateIndex
CREATE INDEX "shares_workspace_id_public_body_id_idx" ON "shares"("workspace_id", "public_body_id");

-- CreateIndex
CREATE INDEX "share_openings_workspace_id_share_id_at_idx" ON "share_openings"("workspace_id", "share_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_public_body_id_fkey" FOREIGN KEY ("workspace_id", "public_body_id") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_snapshots" ADD CONSTRAINT "share_snapshots_workspace_id_share_id_fkey" FOREIGN KEY ("workspace_id", "share_id") REFERENCES "shares"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_openings" ADD CONSTRAINT "share_openings_workspace_id_share_id_fkey" FOREIGN KEY ("workspace_id", "share_id") REFERENCES "shares"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "released_counts" ADD CONSTRAINT "released_counts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "shares"
  ADD CONSTRAINT "shares_audience_known" CHECK ((audience = 'officer') = (officer_email IS NOT NULL)),
  ADD CONSTRAINT "shares_officer_email_lower" CHECK (officer_email = lower(officer_email)),
  ADD CONSTRAINT "shares_sections_known"
    CHECK (sections <@ ARRAY['consultations', 'promises', 'responses', 'activities', 'measures'] AND cardinality(sections) > 0),
  ADD CONSTRAINT "shares_period" CHECK (to_on >= from_on),
  -- A passphrase belongs to a link; an officer signs in.
  ADD CONSTRAINT "shares_keys" CHECK (
    (token_hash IS NULL OR audience = 'link') AND (NOT wants_passphrase OR audience = 'link')
    AND (token_hash IS NOT NULL) = (released_at IS NOT NULL AND audience = 'link')
    AND (passphrase_hash IS NOT NULL) = (released_at IS NOT NULL AND wants_passphrase)
    AND (passphrase_hash IS NULL) = (passphrase_salt IS NULL));
ALTER TABLE "released_counts" ADD CONSTRAINT "released_counts_people" CHECK (people >= 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shares', 'share_snapshots', 'share_openings', 'released_counts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO followthrough_tenant USING (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid) WITH CHECK (workspace_id = NULLIF(current_setting(''app.workspace_id'', true), '''')::uuid)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON shares, share_snapshots TO followthrough_tenant;
-- Openings are written by the functions below alone; a released count stays with its record.
GRANT SELECT ON share_openings TO followthrough_tenant;
GRANT SELECT, INSERT, UPDATE ON released_counts TO followthrough_tenant;

-- Whether a view can be opened now. Everything that opens one asks this: stopping and expiry work at once.
CREATE FUNCTION share_is_open(share shares, workspace workspaces) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT share.released_at IS NOT NULL AND share.stopped_at IS NULL AND workspace.state = 'active'
    AND (now() AT TIME ZONE workspace.time_zone)::date <= share.expires_on
$$;

-- Who holds this session; NULL for nobody. Sessions of addresses that were proved by mail, and of no others, exist.
CREATE FUNCTION person_of(session_hash text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT s.user_id FROM sessions s WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days'
$$;

-- Opens a link and records that. One answer for unknown, expired and stopped ones. Of a passphrase, the caller gets the
-- salt and gives the key it made with it; the key's hash stays here.
CREATE FUNCTION open_share(share_token_hash text, passphrase_key text, opened_as text, opened_by text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_share record;
BEGIN
  SELECT s.workspace_id, s.id, s.expires_on, s.passphrase_salt, s.passphrase_hash, x.snapshot INTO found_share
  FROM shares s JOIN workspaces w ON w.id = s.workspace_id
  JOIN share_snapshots x ON x.workspace_id = s.workspace_id AND x.share_id = s.id
  WHERE s.token_hash = share_token_hash AND share_is_open(s, w);
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'gone'); END IF;
  IF found_share.passphrase_hash IS NOT NULL
    AND encode(sha256(convert_to(coalesce(passphrase_key, ''), 'UTF8')), 'hex') <> found_share.passphrase_hash THEN
    RETURN jsonb_build_object('outcome', 'passphrase', 'salt', found_share.passphrase_salt);
  END IF;
  INSERT INTO share_openings (workspace_id, id, share_id, format, reader)
  VALUES (found_share.workspace_id, gen_random_uuid(), found_share.id, left(opened_as, 20), left(opened_by, 20));
  RETURN jsonb_build_object('outcome', 'open', 'id', found_share.id, 'snapshot', found_share.snapshot, 'expiresOn', found_share.expires_on);
END $$;

-- Every view released to the address of whoever holds this session, of any organisation, and records that they saw them.
-- NULL for nobody.
CREATE FUNCTION shares_for(session_hash text, opened_by text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person uuid := person_of(session_hash);
  answer jsonb;
BEGIN
  IF person IS NULL THEN RETURN NULL; END IF;
  WITH mine AS (
    SELECT s.workspace_id, s.id, s.expires_on, x.snapshot, x.released_at
    FROM users u JOIN shares s ON s.officer_email = u.email JOIN workspaces w ON w.id = s.workspace_id
    JOIN share_snapshots x ON x.workspace_id = s.workspace_id AND x.share_id = s.id
    WHERE u.id = person AND share_is_open(s, w)
    ORDER BY x.released_at DESC, s.id LIMIT 100
  ), told AS (
    INSERT INTO share_openings (workspace_id, id, share_id, format, reader)
    SELECT workspace_id, gen_random_uuid(), id, 'list', left(opened_by, 20) FROM mine
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'snapshot', snapshot, 'expiresOn', expires_on) ORDER BY released_at DESC, id), '[]')
  INTO answer FROM mine;
  RETURN answer;
END $$;

-- Opens one of them. NULL for nobody; "gone" for what was not released to that address.
CREATE FUNCTION open_share_for(session_hash text, share uuid, opened_as text, opened_by text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person uuid := person_of(session_hash);
  found_share record;
BEGIN
  IF person IS NULL THEN RETURN NULL; END IF;
  SELECT s.workspace_id, s.id, s.expires_on, x.snapshot INTO found_share
  FROM users u JOIN shares s ON s.officer_email = u.email JOIN workspaces w ON w.id = s.workspace_id
  JOIN share_snapshots x ON x.workspace_id = s.workspace_id AND x.share_id = s.id
  WHERE u.id = person AND s.id = share AND share_is_open(s, w);
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'gone'); END IF;
  INSERT INTO share_openings (workspace_id, id, share_id, format, reader)
  VALUES (found_share.workspace_id, gen_random_uuid(), found_share.id, left(opened_as, 20), left(opened_by, 20));
  RETURN jsonb_build_object('outcome', 'open', 'id', found_share.id, 'snapshot', found_share.snapshot, 'expiresOn', found_share.expires_on);
END $$;
GRANT EXECUTE ON FUNCTION open_share(text, text, text, text), shares_for(text, text), open_share_for(text, uuid, text, text) TO followthrough_share;

-- Lets the officer of a released view sign in: an account for that address, without any membership. The tenant role
-- may make one for nobody else.
CREATE FUNCTION admit_officer(share uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO users (id, email)
  SELECT gen_random_uuid(), s.officer_email FROM shares s
  WHERE s.workspace_id = current_workspace() AND s.id = share AND s.released_at IS NOT NULL AND s.officer_email IS NOT NULL
  ON CONFLICT (email) DO NOTHING
$$;
GRANT EXECUTE ON FUNCTION admit_officer(uuid) TO followthrough_tenant;
