-- Removing moves a record, whole, to the trash; undo puts it back. No query has to filter removed rows.
-- Both run with the caller's rights, so row security holds inside them.

-- Moves a record to the trash and answers the trash id; NULL when there is no such record here.
CREATE FUNCTION move_to_trash(record_kind text, record_id uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  w uuid := current_workspace();
  kept jsonb;
  trash_id uuid := gen_random_uuid();
BEGIN
  CASE record_kind
    WHEN 'consultation' THEN
      SELECT jsonb_build_object(
        'consultations', jsonb_build_array(to_jsonb(c)),
        'consultation_topics', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM consultation_topics t WHERE t.workspace_id = w AND t.consultation_id = c.id),
        'consultation_other_bodies', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM consultation_other_bodies o WHERE o.workspace_id = w AND o.consultation_id = c.id),
        'extensions', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM extensions e WHERE e.workspace_id = w AND e.consultation_id = c.id),
        'body_responses', (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM body_responses r WHERE r.workspace_id = w AND r.consultation_id = c.id),
        'follow_ups', (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM follow_ups f WHERE f.workspace_id = w AND f.consultation_id = c.id),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d JOIN follow_ups f ON f.workspace_id = d.workspace_id AND f.id = d.follow_up_id WHERE d.workspace_id = w AND f.consultation_id = c.id))
      INTO kept FROM consultations c WHERE c.workspace_id = w AND c.id = record_id;
      DELETE FROM consultations WHERE workspace_id = w AND id = record_id;
    WHEN 'follow_up' THEN
      SELECT jsonb_build_object(
        'follow_ups', jsonb_build_array(to_jsonb(f)),
        'date_moves', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM date_moves d WHERE d.workspace_id = w AND d.follow_up_id = f.id))
      INTO kept FROM follow_ups f WHERE f.workspace_id = w AND f.id = record_id;
      DELETE FROM follow_ups WHERE workspace_id = w AND id = record_id;
    WHEN 'response' THEN
      SELECT jsonb_build_object('body_responses', jsonb_build_array(to_jsonb(r))) INTO kept
      FROM body_responses r WHERE r.workspace_id = w AND r.id = record_id;
      DELETE FROM body_responses WHERE workspace_id = w AND id = record_id;
    WHEN 'extension' THEN
      SELECT jsonb_build_object('extensions', jsonb_build_array(to_jsonb(e))) INTO kept
      FROM extensions e WHERE e.workspace_id = w AND e.id = record_id;
      DELETE FROM extensions WHERE workspace_id = w AND id = record_id;
    ELSE RAISE EXCEPTION 'nothing called % can be removed', record_kind;
  END CASE;
  IF kept IS NULL THEN RETURN NULL; END IF;
  INSERT INTO trash (workspace_id, id, kind, subject_id, payload, removed_by)
  VALUES (w, trash_id, record_kind, record_id, kept, current_person());
  RETURN trash_id;
END $$;

-- Puts a removed record back and answers its id; NULL when there is nothing of that id in the trash.
-- Raises unique_violation when its reference was taken in the meantime, foreign_key_violation when its consultation is gone.
CREATE FUNCTION restore_from_trash(trash_id uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kept trash;
BEGIN
  DELETE FROM trash WHERE workspace_id = current_workspace() AND id = trash_id RETURNING * INTO kept;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO consultations SELECT * FROM jsonb_populate_recordset(NULL::consultations, kept.payload -> 'consultations');
  INSERT INTO consultation_topics SELECT * FROM jsonb_populate_recordset(NULL::consultation_topics, kept.payload -> 'consultation_topics');
  INSERT INTO consultation_other_bodies SELECT * FROM jsonb_populate_recordset(NULL::consultation_other_bodies, kept.payload -> 'consultation_other_bodies');
  INSERT INTO body_responses SELECT * FROM jsonb_populate_recordset(NULL::body_responses, kept.payload -> 'body_responses');
  INSERT INTO follow_ups SELECT * FROM jsonb_populate_recordset(NULL::follow_ups, kept.payload -> 'follow_ups');
  INSERT INTO date_moves SELECT * FROM jsonb_populate_recordset(NULL::date_moves, kept.payload -> 'date_moves');
  INSERT INTO extensions SELECT * FROM jsonb_populate_recordset(NULL::extensions, kept.payload -> 'extensions');
  RETURN kept.subject_id;
END $$;
GRANT EXECUTE ON FUNCTION move_to_trash(text, uuid), restore_from_trash(uuid) TO followthrough_tenant;
