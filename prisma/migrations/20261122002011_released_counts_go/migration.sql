-- An exact number of people goes with the record it belongs to: what is erased leaves none behind.
CREATE FUNCTION forget_released_counts() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM released_counts n USING gone WHERE n.workspace_id = gone.workspace_id AND n.subject_id = gone.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_released_counts AFTER DELETE ON consultations REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_released_counts();
CREATE TRIGGER forget_released_counts AFTER DELETE ON activities REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_released_counts();
