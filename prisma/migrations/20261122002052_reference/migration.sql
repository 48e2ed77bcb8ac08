-- Reference data that platform admins keep: the directory of public bodies with its mergers and successions, hourly
-- rates, and the shared topics.

-- AlterTable
ALTER TABLE "directory_bodies"
  ADD COLUMN "by_hand" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "merged_into" TEXT,
  ADD COLUMN "succeeded_by" TEXT,
  ADD COLUMN "retired_on" DATE,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "updated_by" UUID;

-- AlterTable
ALTER TABLE "public_bodies" ADD COLUMN "succeeded_by" UUID, ADD COLUMN "succeeded_on" DATE;

-- AlterTable
ALTER TABLE "topics" ADD COLUMN "retired" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "hourly_rates" (
    "id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "amount" DECIMAL(10,2) NOT NULL,
    "source" TEXT NOT NULL,
    "source_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "hourly_rates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shared_topics" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_ar" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "shared_topics_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "reference_stamps" (
    "list" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "reference_stamps_pkey" PRIMARY KEY ("list")
);

-- CreateIndex
CREATE INDEX "directory_bodies_succeeded_by_idx" ON "directory_bodies"("succeeded_by");

-- CreateIndex
CREATE UNIQUE INDEX "hourly_rates_country_currency_valid_from_key" ON "hourly_rates"("country", "currency", "valid_from");

-- AddForeignKey
ALTER TABLE "directory_bodies" ADD CONSTRAINT "directory_bodies_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "directory_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_bodies" ADD CONSTRAINT "directory_bodies_succeeded_by_fkey" FOREIGN KEY ("succeeded_by") REFERENCES "directory_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_bodies" ADD CONSTRAINT "public_bodies_workspace_id_succeeded_by_fkey" FOREIGN KEY ("workspace_id", "succeeded_by") REFERENCES "public_bodies"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "directory_bodies"
  ADD CONSTRAINT "directory_bodies_not_itself" CHECK (merged_into <> id AND succeeded_by <> id),
  ADD CONSTRAINT "directory_bodies_gone" CHECK ((merged_into IS NULL AND succeeded_by IS NULL AND retired_on IS NULL) OR NOT current);
ALTER TABLE "public_bodies" ADD CONSTRAINT "public_bodies_successor_dated" CHECK ((succeeded_by IS NULL) = (succeeded_on IS NULL) AND succeeded_by <> id);
CREATE INDEX "public_bodies_successions_idx" ON "public_bodies" (workspace_id, (succeeded_by::text)) WHERE "succeeded_by" IS NOT NULL;
ALTER TABLE "hourly_rates"
  ADD CONSTRAINT "hourly_rates_amount" CHECK (amount > 0),
  ADD CONSTRAINT "hourly_rates_codes" CHECK (country ~ '^[A-Z]{2}$' AND currency ~ '^[A-Z]{3}$');
CREATE UNIQUE INDEX "shared_topics_name_key" ON "shared_topics" (lower("name"));
ALTER TABLE "shared_topics" ADD CONSTRAINT "shared_topics_key_shape" CHECK (key ~ '^[a-z][a-z0-9_]{1,59}$');

-- Reference data: everybody reads, the system role keeps it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hourly_rates', 'shared_topics', 'reference_stamps'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I FOR SELECT TO followthrough_tenant USING (true)', t);
    EXECUTE format('CREATE POLICY system ON %I TO followthrough_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO followthrough_tenant', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO followthrough_system', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- the directory

-- Counts every change, so that a server knows when what it holds in memory is old.
INSERT INTO reference_stamps (list) VALUES ('directory'), ('topics');
CREATE FUNCTION stamp_reference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE reference_stamps SET version = version + 1 WHERE list = TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER stamp AFTER INSERT OR UPDATE OR DELETE ON directory_bodies FOR EACH STATEMENT EXECUTE FUNCTION stamp_reference('directory');
CREATE TRIGGER stamp AFTER INSERT OR UPDATE OR DELETE ON shared_topics FOR EACH STATEMENT EXECUTE FUNCTION stamp_reference('topics');

-- The names that mean one body and no other: its own, and those of its other names that no second one goes by.
-- Merged ones are out: their names are other names of the body they became.
CREATE FUNCTION settle_directory_names() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH alive AS (SELECT * FROM directory_bodies WHERE merged_into IS NULL),
  said AS (SELECT lower(a) AS name, count(DISTINCT d.id) AS bodies FROM alive d, unnest(d.aliases) a GROUP BY 1),
  official AS (SELECT DISTINCT lower(name) AS name FROM alive),
  meant AS (
    SELECT d.id, ARRAY[lower(d.name)] || ARRAY(
      SELECT DISTINCT lower(a) FROM unnest(d.aliases) a JOIN said s ON s.name = lower(a)
      WHERE s.bodies = 1 AND NOT EXISTS (SELECT FROM official o WHERE o.name = lower(a)) ORDER BY 1) AS names
    FROM alive d
    UNION ALL
    SELECT id, '{}' FROM directory_bodies WHERE merged_into IS NOT NULL
  )
  UPDATE directory_bodies d SET names = m.names FROM meant m
  WHERE m.id = d.id AND NOT (d.names @> m.names AND d.names <@ m.names)
$$;
GRANT EXECUTE ON FUNCTION settle_directory_names() TO followthrough_system;

-- Bodies of the past are found by their name too, after those of today: old consultations are theirs.
CREATE OR REPLACE FUNCTION link_to_directory() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE known directory_bodies;
BEGIN
  SELECT * INTO known FROM directory_bodies d
  WHERE d.merged_into IS NULL AND d.names @> ARRAY[lower(NEW.name)] ORDER BY d.current DESC, d.id LIMIT 1;
  IF known.id IS NOT NULL THEN
    NEW.directory_id := known.id;
    IF TG_OP = 'INSERT' AND NEW.kind = 'other' THEN
      NEW.kind := known.kind;
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Where a body of the directory was succeeded, an organisation that knows it gets the successor too: what the earlier
-- body still owes is found there. Works on one row of an organisation, or at a succession on all of them.
CREATE FUNCTION give_successor(workspace uuid, body uuid, directory text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  heir directory_bodies;
  ended date;
  heir_row uuid;
BEGIN
  SELECT h.* INTO heir FROM directory_bodies d JOIN directory_bodies h ON h.id = d.succeeded_by WHERE d.id = directory;
  IF heir.id IS NULL THEN RETURN; END IF;
  SELECT retired_on INTO ended FROM directory_bodies WHERE id = directory;
  SELECT b.id INTO heir_row FROM public_bodies b WHERE b.workspace_id = workspace AND b.directory_id = heir.id ORDER BY b.created_at, b.id LIMIT 1;
  IF heir_row IS NULL THEN
    INSERT INTO public_bodies (workspace_id, id, name, kind, directory_id) VALUES (workspace, gen_random_uuid(), heir.name, heir.kind, heir.id)
    ON CONFLICT (workspace_id, lower(name)) DO UPDATE SET directory_id = excluded.directory_id RETURNING id INTO heir_row;
  END IF;
  UPDATE public_bodies SET succeeded_by = heir_row, succeeded_on = ended WHERE workspace_id = workspace AND id = body AND id <> heir_row;
END $$;

CREATE FUNCTION follow_directory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM give_successor(NEW.workspace_id, NEW.id, NEW.directory_id);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_directory_added AFTER INSERT ON public_bodies FOR EACH ROW
  WHEN (NEW.directory_id IS NOT NULL) EXECUTE FUNCTION follow_directory();
CREATE TRIGGER follow_directory_linked AFTER UPDATE OF name, directory_id ON public_bodies FOR EACH ROW
  WHEN (NEW.directory_id IS NOT NULL AND NEW.directory_id IS DISTINCT FROM OLD.directory_id) EXECUTE FUNCTION follow_directory();

-- Makes two bodies of one organisation one: everything that refers to the one refers to the other from then on, in
-- every table there is, what lies in the trash included. The caller says that both are the same organisation's.
CREATE FUNCTION merge_own_bodies(workspace uuid, keep uuid, gone uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  reference record;
  others text;
BEGIN
  FOR reference IN
    SELECT k.conrelid AS table_id, k.conrelid::regclass AS table_name, a.attname AS column_name, a.attnum AS column_no
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[2]
    WHERE k.contype = 'f' AND k.confrelid = 'public_bodies'::regclass
  LOOP
    -- Where the body is part of a key, a row that the other body has already goes.
    FOR others IN
      SELECT string_agg(format('x.%1$I = y.%1$I', a.attname), ' AND ')
      FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) AS n (no) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = n.no
      WHERE i.indrelid = reference.table_id AND i.indisunique AND reference.column_no = ANY (i.indkey) AND a.attnum <> reference.column_no
      GROUP BY i.indexrelid
    LOOP
      EXECUTE format('DELETE FROM %1$s x USING %1$s y WHERE x.workspace_id = $1 AND x.%2$I = $3 AND y.%2$I = $2 AND %3$s',
        reference.table_name, reference.column_name, others) USING workspace, keep, gone;
    END LOOP;
    IF reference.table_name = 'public_bodies'::regclass THEN
      UPDATE public_bodies SET succeeded_by = NULL, succeeded_on = NULL WHERE workspace_id = workspace AND id = keep AND succeeded_by = gone;
    END IF;
    EXECUTE format('UPDATE %1$s SET %2$I = $2 WHERE workspace_id = $1 AND %2$I = $3', reference.table_name, reference.column_name)
      USING workspace, keep, gone;
  END LOOP;
  -- A body that asked is not also one of the others who asked.
  DELETE FROM consultation_other_bodies o USING consultations c
  WHERE o.workspace_id = workspace AND c.workspace_id = workspace AND c.id = o.consultation_id AND o.public_body_id = c.public_body_id AND c.public_body_id = keep;
  UPDATE trash SET payload = replace(payload::text, gone::text, keep::text)::jsonb WHERE workspace_id = workspace AND payload::text LIKE '%' || gone::text || '%';
  DELETE FROM public_bodies WHERE workspace_id = workspace AND id = gone;
END $$;

-- Two entries of the directory are one body. Organisations' own rows follow; where one has both, they become one.
-- Answers how many organisations were touched. Each finds it in its audit trail.
CREATE FUNCTION merge_directory_bodies(actor uuid, keep text, gone text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kept directory_bodies;
  ended directory_bodies;
  own record;
  same uuid;
  touched uuid[] := '{}';
BEGIN
  SELECT * INTO kept FROM directory_bodies WHERE id = keep AND merged_into IS NULL FOR UPDATE;
  SELECT * INTO ended FROM directory_bodies WHERE id = gone AND merged_into IS NULL FOR UPDATE;
  IF kept.id IS NULL OR ended.id IS NULL OR keep = gone THEN RAISE EXCEPTION 'these two cannot be merged'; END IF;

  UPDATE directory_bodies SET succeeded_by = NULL, retired_on = NULL, merged_into = keep, current = false, by_hand = true,
    version = version + 1, updated_at = now(), updated_by = actor WHERE id = gone;
  UPDATE directory_bodies SET merged_into = keep WHERE merged_into = gone;
  UPDATE directory_bodies SET succeeded_by = keep WHERE succeeded_by = gone AND id <> keep;
  UPDATE directory_bodies SET by_hand = true, version = version + 1, updated_at = now(), updated_by = actor,
    succeeded_by = CASE WHEN succeeded_by = gone THEN NULL ELSE succeeded_by END,
    aliases = ARRAY(SELECT min(a) FROM unnest(kept.aliases || ended.name || ended.aliases) a WHERE lower(a) <> lower(kept.name) GROUP BY lower(a) ORDER BY 1)
  WHERE id = keep;
  PERFORM settle_directory_names();

  FOR own IN SELECT b.* FROM public_bodies b WHERE b.directory_id = gone ORDER BY b.workspace_id, b.created_at, b.id LOOP
    SELECT b.id INTO same FROM public_bodies b WHERE b.workspace_id = own.workspace_id AND b.directory_id = keep ORDER BY b.created_at, b.id LIMIT 1;
    IF same IS NULL THEN
      UPDATE public_bodies SET directory_id = keep, succeeded_by = NULL, succeeded_on = NULL WHERE workspace_id = own.workspace_id AND id = own.id;
      PERFORM give_successor(own.workspace_id, own.id, keep);
    ELSE
      PERFORM merge_own_bodies(own.workspace_id, same, own.id);
    END IF;
    INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
    VALUES (own.workspace_id, gen_random_uuid(), actor, 'platform.bodies_merged', coalesce(same, own.id), jsonb_build_object('keptId', keep, 'goneId', gone));
    touched := touched || own.workspace_id;
  END LOOP;
  RETURN (SELECT count(DISTINCT w) FROM unnest(touched) w);
END $$;
GRANT EXECUTE ON FUNCTION merge_directory_bodies(uuid, text, text) TO followthrough_system;

-- A body of the directory ended on a day; `heir`, where there is one, takes over what it owes. NULL for `ended` takes
-- the end back. Answers how many organisations were touched.
CREATE FUNCTION end_directory_body(actor uuid, body text, ended date, heir text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before directory_bodies;
  own record;
  touched uuid[] := '{}';
BEGIN
  SELECT * INTO before FROM directory_bodies WHERE id = body AND merged_into IS NULL FOR UPDATE;
  IF before.id IS NULL OR (heir IS NOT NULL AND NOT EXISTS (SELECT FROM directory_bodies WHERE id = heir AND merged_into IS NULL)) THEN
    RAISE EXCEPTION 'this body cannot end like that';
  END IF;
  IF EXISTS (
    WITH RECURSIVE chain AS (
      SELECT id, succeeded_by FROM directory_bodies WHERE id = heir
      UNION SELECT d.id, d.succeeded_by FROM chain c JOIN directory_bodies d ON d.id = c.succeeded_by)
    SELECT FROM chain WHERE id = body OR succeeded_by = body) THEN
    RAISE EXCEPTION 'a body cannot follow itself';
  END IF;
  UPDATE directory_bodies SET retired_on = ended, succeeded_by = CASE WHEN ended IS NULL THEN NULL ELSE heir END, current = ended IS NULL,
    by_hand = true, version = version + 1, updated_at = now(), updated_by = actor WHERE id = body;
  PERFORM settle_directory_names();

  FOR own IN SELECT b.* FROM public_bodies b WHERE b.directory_id = body LOOP
    UPDATE public_bodies SET succeeded_by = NULL, succeeded_on = NULL WHERE workspace_id = own.workspace_id AND id = own.id;
    PERFORM give_successor(own.workspace_id, own.id, body);
    INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
    VALUES (own.workspace_id, gen_random_uuid(), actor, CASE WHEN ended IS NULL THEN 'platform.body_back' ELSE 'platform.body_ended' END, own.id,
      jsonb_strip_nulls(jsonb_build_object('directoryId', body, 'endedOn', ended, 'successorId', heir)));
    touched := touched || own.workspace_id;
  END LOOP;
  RETURN (SELECT count(DISTINCT w) FROM unnest(touched) w);
END $$;
GRANT EXECUTE ON FUNCTION end_directory_body(uuid, text, date, text) TO followthrough_system;

-- ---------------------------------------------------------------- topics

INSERT INTO shared_topics (key, name) VALUES
  ('language', 'Language'), ('employment', 'Employment and enterprise'), ('education', 'Education'),
  ('childrens_education', 'Children''s education'), ('health', 'Health'), ('mental_health', 'Mental health'),
  ('housing', 'Housing'), ('social_services', 'Social services'),
  ('immigration_advice', 'Immigration advice and regularisation'),
  ('safety', 'Safety, hate crime and discrimination'), ('democracy', 'Democracy and civic participation'),
  ('gender_equality', 'Gender equality'), ('environment', 'Environment and climate'), ('economy', 'Economy'),
  ('culture_faith', 'Culture and faith'), ('youth', 'Youth'), ('digital', 'Digital inclusion'), ('transport', 'Transport');

-- Every workspace starts with the shared topics and the longer answer period of universities.
CREATE OR REPLACE FUNCTION furnish_workspace() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO topics (workspace_id, id, key, name)
  SELECT NEW.id, gen_random_uuid(), key, name FROM shared_topics WHERE retired_at IS NULL;
  INSERT INTO answer_periods (workspace_id, body_kind, answer_days) VALUES (NEW.id, 'university', 365);
  RETURN NULL;
END $$;

-- A topic that is new, renamed or retired is so in every workspace. One that an organisation had named itself becomes
-- the shared one; where its name is taken by another topic of theirs, theirs keeps it and the shared one its old name.
CREATE FUNCTION spread_topic() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE topics t SET retired = NEW.retired_at IS NOT NULL,
    name = CASE WHEN EXISTS (SELECT FROM topics o WHERE o.workspace_id = t.workspace_id AND o.id <> t.id AND lower(o.name) = lower(NEW.name)) THEN t.name ELSE NEW.name END
  WHERE t.key = NEW.key;
  IF NEW.retired_at IS NULL THEN
    INSERT INTO topics (workspace_id, id, key, name)
    SELECT w.id, gen_random_uuid(), NEW.key, NEW.name FROM workspaces w
    WHERE w.state <> 'erased' AND NOT EXISTS (SELECT FROM topics t WHERE t.workspace_id = w.id AND t.key = NEW.key)
    ON CONFLICT (workspace_id, lower(name)) DO UPDATE SET key = coalesce(topics.key, excluded.key);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER spread AFTER INSERT OR UPDATE ON shared_topics FOR EACH ROW EXECUTE FUNCTION spread_topic();
