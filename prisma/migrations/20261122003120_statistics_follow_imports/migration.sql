-- Statements stay prepared with the plan that was best for the rows there were. An import makes thousands of rows in a
-- moment, and the database counts anew by itself only within minutes: a page planned for a record of nothing would go
-- through every pair of rows. So an import that makes the record grow by a fifth has it counted at once, which ends old
-- plans on every connection. A record that is large already need not be: plans for five thousand rows are right for more.
CREATE FUNCTION count_after_import(written int) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF written > (SELECT 0.2 * greatest(reltuples, 0) FROM pg_class WHERE oid = 'public.consultations'::regclass) THEN
    -- Always in this order: two imports wait for each other instead of standing in each other's way.
    ANALYZE public_bodies, topics, consultations, consultation_topics, consultation_other_bodies, extensions, body_responses, activities, follow_ups;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION count_after_import(int) TO followthrough_tenant;
