-- The queue's own tables come from graphile-worker's migrations, which run before these. The system role works
-- the queue; the tenant role reaches it only through enqueue(). (A shadow database has no queue: hence the guard.)
DO $$
DECLARE t record;
BEGIN
  IF to_regnamespace('graphile_worker') IS NULL THEN RETURN; END IF;
  GRANT USAGE ON SCHEMA graphile_worker TO followthrough_system;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO followthrough_system;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO followthrough_system;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO followthrough_system;
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity LOOP
    EXECUTE format('CREATE POLICY system ON graphile_worker.%I TO followthrough_system USING (true) WITH CHECK (true)', t.relname);
  END LOOP;
END $$;
