-- An export that is brought in goes the way of a sheet: its records are staged, read, judged and written in sets.
-- Here `draft` is {file, cols, body, bodies, topics, outcomes}: the columns of the table, and names of what it refers to;
-- `reference` is the file and the record's key, such as `consultations:<id>`.

-- AlterTable
ALTER TABLE "imports" ADD COLUMN "of_export" BOOLEAN NOT NULL DEFAULT false;

-- The public body of the workspace that goes by this name.
CREATE FUNCTION body_called(called text) RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT b.id FROM public_bodies b WHERE b.workspace_id = current_workspace() AND lower(b.name) = lower(called) $$;

-- Refuses what cannot be written: another record goes by the same reference, or what it belongs to is neither here nor
-- taken from the export. First what others belong to.
CREATE FUNCTION refuse_export_rows(sheet uuid, after_row int, last_row int) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
DECLARE
  w uuid := current_workspace();
  named text;
  child record;
BEGIN
  FOREACH named IN ARRAY ARRAY['reference', 'import_key'] LOOP
    UPDATE import_rows r SET refusals = jsonb_build_array(jsonb_build_object(
      'field', 'reference', 'code', 'duplicate_reference', 'value', coalesce(r.draft #>> '{cols,reference}', '')))
    FROM consultations c
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.refusals IS NULL
      AND r.draft ->> 'file' = 'consultations' AND c.workspace_id = w AND c.id::text <> r.draft #>> '{cols,id}'
      AND CASE named WHEN 'reference' THEN c.reference ELSE c.import_key END = r.draft -> 'cols' ->> named;
  END LOOP;

  -- Two records of the export itself: the first counts.
  UPDATE import_rows r SET refusals = jsonb_build_array(jsonb_build_object(
    'field', 'reference', 'code', 'duplicate_reference', 'value', coalesce(r.draft #>> '{cols,reference}', ''), 'firstRow', f.first_row))
  FROM (
    SELECT s.row_no, first_value(s.row_no) OVER same_key AS first_row
    FROM import_rows s, LATERAL (VALUES ('reference:' || (s.draft #>> '{cols,reference}')), ('key:' || (s.draft #>> '{cols,import_key}'))) k (key)
    WHERE s.workspace_id = w AND s.import_id = sheet AND s.refusals IS NULL AND s.same_as IS NULL
      AND s.draft ->> 'file' = 'consultations' AND k.key IS NOT NULL
    WINDOW same_key AS (PARTITION BY k.key ORDER BY s.row_no)
  ) f
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.row_no = f.row_no
    AND f.first_row < f.row_no AND r.refusals IS NULL;

  FOR child IN SELECT * FROM (VALUES
    ('extensions', 'consultation_id', 'consultations', 'consultationId'), ('responses', 'consultation_id', 'consultations', 'consultationId'),
    ('activityGroups', 'activity_id', 'activities', 'activityId'), ('activityOfficials', 'activity_id', 'activities', 'activityId'),
    ('followUps', 'consultation_id', 'consultations', 'consultationId'), ('followUps', 'activity_id', 'activities', 'activityId'),
    ('dateMoves', 'follow_up_id', 'followUps', 'followUpId')) AS v (file, col, parent, field)
  LOOP
    WITH known AS MATERIALIZED (
      SELECT p.reference AS key FROM import_rows p
      WHERE p.workspace_id = w AND p.import_id = sheet AND p.refusals IS NULL AND p.reference IS NOT NULL
      UNION ALL SELECT 'consultations:' || c.id FROM consultations c WHERE c.workspace_id = w
      UNION ALL SELECT 'activities:' || a.id FROM activities a WHERE a.workspace_id = w
      UNION ALL SELECT 'followUps:' || f.id FROM follow_ups f WHERE f.workspace_id = w)
    UPDATE import_rows r SET refusals = jsonb_build_array(jsonb_build_object(
      'field', child.field, 'code', 'parent_missing', 'value', r.draft -> 'cols' ->> child.col))
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.refusals IS NULL
      AND r.draft ->> 'file' = child.file AND r.draft -> 'cols' ->> child.col IS NOT NULL
      AND NOT EXISTS (SELECT FROM known k WHERE k.key = child.parent || ':' || (r.draft -> 'cols' ->> child.col));
  END LOOP;
END $$;

-- Once all rows are read. Of records with the same key the first counts: one that says the same is `same_as` it, one that
-- differs is refused.
CREATE FUNCTION settle_export(sheet uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
BEGIN
  UPDATE import_rows r SET
    same_as = CASE WHEN f.same THEN f.first_row END,
    refusals = CASE WHEN NOT f.same THEN jsonb_build_array(jsonb_build_object(
      'field', 'id', 'code', 'duplicate_reference', 'value', '', 'firstRow', f.first_row)) END
  FROM (
    SELECT s.row_no, first_value(s.row_no) OVER same_key AS first_row, s.fingerprint = first_value(s.fingerprint) OVER same_key AS same
    FROM import_rows s WHERE s.workspace_id = current_workspace() AND s.import_id = sheet AND s.reference IS NOT NULL
    WINDOW same_key AS (PARTITION BY s.reference ORDER BY s.row_no)
  ) f
  WHERE r.workspace_id = current_workspace() AND r.import_id = sheet AND r.row_no = f.row_no AND f.first_row < f.row_no;
  PERFORM refuse_export_rows(sheet, 0, 2147483647);
END $$;

-- What each row that has been read does to the record as it is now. Only what the export says is compared: who changed
-- something last, and how often, is not.
CREATE FUNCTION export_outcomes(sheet uuid, after_row int, last_row int) RETURNS TABLE (row_no int, outcome import_outcome)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH r AS MATERIALIZED (
    SELECT i.row_no, i.draft -> 'cols' AS cols, i.draft, i.draft ->> 'file' AS file
    FROM import_rows i
    WHERE i.workspace_id = current_workspace() AND i.import_id = sheet AND i.row_no > after_row AND i.row_no <= last_row
      AND i.refusals IS NULL AND i.same_as IS NULL
  ), judged (row_no, there, same) AS MATERIALIZED (
    SELECT r.row_no, b.id IS NOT NULL, (b.name, b.kind::text, b.succeeded_on) IS NOT DISTINCT FROM (cols ->> 'name', cols ->> 'kind', (cols ->> 'succeeded_on')::date)
      AND lower(s.name) IS NOT DISTINCT FROM lower(draft ->> 'body')
    FROM r
    LEFT JOIN LATERAL (
      SELECT k.* FROM public_bodies k WHERE k.workspace_id = current_workspace() AND (lower(k.name) = lower(cols ->> 'name') OR k.id = (cols ->> 'id')::uuid)
      ORDER BY lower(k.name) = lower(cols ->> 'name') DESC LIMIT 1) b ON true
    LEFT JOIN public_bodies s ON s.workspace_id = b.workspace_id AND s.id = b.succeeded_by
    WHERE file = 'publicBodies'
    UNION ALL
    SELECT r.row_no, t.id IS NOT NULL, t.key IS NOT NULL OR (t.name, t.retired) IS NOT DISTINCT FROM (cols ->> 'name', (cols ->> 'retired')::boolean)
    FROM r
    LEFT JOIN LATERAL (
      SELECT k.* FROM topics k
      WHERE k.workspace_id = current_workspace() AND (k.key = cols ->> 'key' OR lower(k.name) = lower(cols ->> 'name') OR k.id = (cols ->> 'id')::uuid)
      ORDER BY k.key = cols ->> 'key' DESC NULLS LAST, lower(k.name) = lower(cols ->> 'name') DESC LIMIT 1) t ON true
    WHERE file = 'topics'
    UNION ALL
    SELECT r.row_no, c.id IS NOT NULL, jsonb_populate_record(c, cols || CASE WHEN c.paid_for IS NULL AND cols -> 'paid_for' = '[]' THEN '{"paid_for": null}' ELSE '{}' END::jsonb) IS NOT DISTINCT FROM c AND lower(b.name) = lower(draft ->> 'body')
      AND import_names(draft -> 'topics', NULL) = import_names((
        SELECT jsonb_agg(t.name) FROM consultation_topics ct JOIN topics t ON t.workspace_id = ct.workspace_id AND t.id = ct.topic_id
        WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id), NULL)
      AND import_names(draft -> 'bodies', b.name) = import_names((
        SELECT jsonb_agg(o.name) FROM consultation_other_bodies co JOIN public_bodies o ON o.workspace_id = co.workspace_id AND o.id = co.public_body_id
        WHERE co.workspace_id = c.workspace_id AND co.consultation_id = c.id), b.name)
    FROM r LEFT JOIN consultations c ON c.workspace_id = current_workspace() AND c.id = (cols ->> 'id')::uuid
    LEFT JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    WHERE file = 'consultations'
    UNION ALL
    SELECT r.row_no, e.id IS NOT NULL, jsonb_populate_record(e, cols) IS NOT DISTINCT FROM e
    FROM r LEFT JOIN extensions e ON e.workspace_id = current_workspace() AND e.id = (cols ->> 'id')::uuid WHERE file = 'extensions'
    UNION ALL
    SELECT r.row_no, b.id IS NOT NULL, jsonb_populate_record(b, cols) IS NOT DISTINCT FROM b
    FROM r LEFT JOIN body_responses b ON b.workspace_id = current_workspace() AND b.id = (cols ->> 'id')::uuid WHERE file = 'responses'
    UNION ALL
    SELECT r.row_no, a.id IS NOT NULL, jsonb_populate_record(a, cols) IS NOT DISTINCT FROM a AND lower(b.name) IS NOT DISTINCT FROM lower(draft ->> 'body')
      AND import_names(draft -> 'topics', NULL) = import_names((
        SELECT jsonb_agg(t.name) FROM activity_topics x JOIN topics t ON t.workspace_id = x.workspace_id AND t.id = x.topic_id
        WHERE x.workspace_id = a.workspace_id AND x.activity_id = a.id), NULL)
      AND import_names(draft -> 'outcomes', NULL) = import_names((
        SELECT jsonb_agg(o.outcome) FROM activity_outcomes o WHERE o.workspace_id = a.workspace_id AND o.activity_id = a.id), NULL)
    FROM r LEFT JOIN activities a ON a.workspace_id = current_workspace() AND a.id = (cols ->> 'id')::uuid
    LEFT JOIN public_bodies b ON b.workspace_id = a.workspace_id AND b.id = a.public_body_id
    WHERE file = 'activities'
    UNION ALL
    SELECT r.row_no, g.activity_id IS NOT NULL, jsonb_populate_record(g, cols || CASE WHEN g.brought IS NULL AND cols -> 'brought' = '[]' THEN '{"brought": null}' ELSE '{}' END::jsonb) IS NOT DISTINCT FROM g
    FROM r LEFT JOIN activity_groups g ON g.workspace_id = current_workspace() AND g.activity_id = (cols ->> 'activity_id')::uuid
      AND g."group"::text = cols ->> 'group' WHERE file = 'activityGroups'
    UNION ALL
    SELECT r.row_no, o.activity_id IS NOT NULL, jsonb_populate_record(o, cols) IS NOT DISTINCT FROM o AND lower(b.name) IS NOT DISTINCT FROM lower(draft ->> 'body')
    FROM r LEFT JOIN activity_officials o ON o.workspace_id = current_workspace() AND o.activity_id = (cols ->> 'activity_id')::uuid
      AND o.position = (cols ->> 'position')::int
    LEFT JOIN public_bodies b ON b.workspace_id = o.workspace_id AND b.id = o.public_body_id
    WHERE file = 'activityOfficials'
    UNION ALL
    SELECT r.row_no, f.id IS NOT NULL, jsonb_populate_record(f, cols) IS NOT DISTINCT FROM f AND lower(b.name) IS NOT DISTINCT FROM lower(draft ->> 'body')
    FROM r LEFT JOIN follow_ups f ON f.workspace_id = current_workspace() AND f.id = (cols ->> 'id')::uuid
    LEFT JOIN public_bodies b ON b.workspace_id = f.workspace_id AND b.id = f.public_body_id
    WHERE file = 'followUps'
    UNION ALL
    SELECT r.row_no, d.id IS NOT NULL, jsonb_populate_record(d, cols) IS NOT DISTINCT FROM d
    FROM r LEFT JOIN date_moves d ON d.workspace_id = current_workspace() AND d.id = (cols ->> 'id')::uuid WHERE file = 'dateMoves'
  )
  SELECT i.row_no, CASE WHEN i.refusals IS NOT NULL THEN 'refused' WHEN i.same_as IS NOT NULL THEN 'unchanged'
    WHEN NOT j.there THEN 'created' WHEN j.same THEN 'unchanged' ELSE 'changed' END::import_outcome
  FROM import_rows i LEFT JOIN judged j ON j.row_no = i.row_no
  WHERE i.workspace_id = current_workspace() AND i.import_id = sheet AND i.row_no > after_row AND i.row_no <= last_row;
END $$;

-- Writes those rows. `written_at` is the clock's now; what is written is written by whoever brings it in.
CREATE FUNCTION write_export_rows(sheet uuid, after_row int, last_row int, written_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
DECLARE
  w uuid := current_workspace();
  person uuid := current_person();
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('import ' || w::text, 0));
  PERFORM refuse_export_rows(sheet, after_row, last_row);
  UPDATE import_rows r SET outcome = o.outcome FROM export_outcomes(sheet, after_row, last_row) o
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no = o.row_no AND r.outcome IS NULL;

  -- Public bodies follow each other: all of the export come at once, those it only names too.
  IF EXISTS (SELECT FROM import_rows r WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
      AND r.draft ->> 'file' = 'publicBodies') THEN
    UPDATE import_rows r SET outcome = o.outcome FROM export_outcomes(sheet, 0, 2147483647) o
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no = o.row_no AND r.outcome IS NULL AND r.draft ->> 'file' = 'publicBodies';
    INSERT INTO public_bodies (workspace_id, id, name, kind, created_at, updated_at)
    SELECT w, (r.draft #>> '{cols,id}')::uuid, r.draft #>> '{cols,name}', (r.draft #>> '{cols,kind}')::body_kind,
      (r.draft #>> '{cols,created_at}')::timestamptz, (r.draft #>> '{cols,updated_at}')::timestamptz
    FROM import_rows r
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.draft ->> 'file' = 'publicBodies' AND r.outcome = 'created'
    ORDER BY r.row_no ON CONFLICT DO NOTHING;
    UPDATE public_bodies b SET name = r.draft #>> '{cols,name}', kind = (r.draft #>> '{cols,kind}')::body_kind,
      succeeded_by = CASE WHEN heir.id IS NOT NULL THEN heir.id WHEN r.draft ->> 'body' IS NULL THEN NULL ELSE b.succeeded_by END,
      succeeded_on = CASE WHEN heir.id IS NOT NULL THEN (r.draft #>> '{cols,succeeded_on}')::date WHEN r.draft ->> 'body' IS NULL THEN NULL ELSE b.succeeded_on END
    FROM import_rows r LEFT JOIN public_bodies heir ON heir.workspace_id = w AND lower(heir.name) = lower(r.draft ->> 'body')
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.draft ->> 'file' = 'publicBodies'
      AND (r.outcome = 'changed' OR r.outcome = 'created' AND (r.draft ->> 'body' IS NOT NULL OR b.kind::text <> r.draft #>> '{cols,kind}'))
      AND b.workspace_id = w AND b.id = coalesce(body_called(r.draft #>> '{cols,name}'), (r.draft #>> '{cols,id}')::uuid);
  END IF;

  INSERT INTO topics (workspace_id, id, name, retired)
  SELECT w, (r.draft #>> '{cols,id}')::uuid, r.draft #>> '{cols,name}', (r.draft #>> '{cols,retired}')::boolean
  FROM import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.draft ->> 'file' = 'topics' AND r.outcome = 'created'
  ON CONFLICT DO NOTHING;
  UPDATE topics t SET name = r.draft #>> '{cols,name}', retired = (r.draft #>> '{cols,retired}')::boolean
  FROM import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.draft ->> 'file' = 'topics' AND r.outcome = 'changed'
    AND t.workspace_id = w AND t.key IS NULL
    AND t.id = coalesce((SELECT k.id FROM topics k WHERE k.workspace_id = w AND lower(k.name) = lower(r.draft #>> '{cols,name}')), (r.draft #>> '{cols,id}')::uuid);

  -- Bodies and topics by name, created when new.
  INSERT INTO public_bodies (workspace_id, id, name)
  SELECT w, gen_random_uuid(), n.name FROM (
    SELECT DISTINCT ON (lower(b.name)) b.name FROM import_rows r,
      LATERAL (SELECT r.draft ->> 'body' AS name UNION ALL SELECT jsonb_array_elements_text(coalesce(r.draft -> 'bodies', '[]'))) b
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome IN ('created', 'changed')
      AND b.name IS NOT NULL
    ORDER BY lower(b.name), r.row_no) n
  WHERE NOT EXISTS (SELECT FROM public_bodies k WHERE k.workspace_id = w AND lower(k.name) = lower(n.name))
  ON CONFLICT DO NOTHING;
  INSERT INTO topics (workspace_id, id, name)
  SELECT w, gen_random_uuid(), n.name FROM (
    SELECT DISTINCT ON (lower(t.name)) t.name FROM import_rows r, LATERAL jsonb_array_elements_text(coalesce(r.draft -> 'topics', '[]')) t (name)
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome IN ('created', 'changed')
    ORDER BY lower(t.name), r.row_no) n
  WHERE NOT EXISTS (SELECT FROM topics k WHERE k.workspace_id = w AND lower(k.name) = lower(n.name))
  ON CONFLICT DO NOTHING;

  INSERT INTO consultations SELECT d.*
  FROM import_rows r JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = lower(r.draft ->> 'body')
  CROSS JOIN LATERAL jsonb_populate_record(NULL::consultations, (r.draft -> 'cols') || jsonb_build_object(
    'workspace_id', w, 'public_body_id', b.id, 'minutes_asked', 0, 'version', 1, 'created_by', person, 'updated_by', person)) AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome = 'created';
  UPDATE consultations c SET (reference, import_key, title, public_body_id, kind, participation_level, voice, purpose, what_can_change, who_decides,
      resources_behind, hear_back, paid_for, came_first, asked_on, starts_on, ends_on, answer_promised_on, cancelled_on, participants, sessions,
      minutes_each, staff_hours, payment_received, source_url, explanation_accepted_on, explanation_decided_by, explanation_members_in, notes,
      to_finish_since, created_at, updated_at, version, updated_by)
    = (d.reference, d.import_key, d.title, b.id, d.kind, d.participation_level, d.voice, d.purpose, d.what_can_change, d.who_decides,
      d.resources_behind, d.hear_back, d.paid_for, d.came_first, d.asked_on, d.starts_on, d.ends_on, d.answer_promised_on, d.cancelled_on, d.participants, d.sessions,
      d.minutes_each, d.staff_hours, d.payment_received, d.source_url, d.explanation_accepted_on, d.explanation_decided_by, d.explanation_members_in, d.notes,
      d.to_finish_since, d.created_at, d.updated_at, c.version + 1, person)
  FROM import_rows r JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = lower(r.draft ->> 'body')
  CROSS JOIN LATERAL jsonb_populate_record(NULL::consultations, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome = 'changed' AND c.workspace_id = w AND c.id = d.id;
  DELETE FROM consultation_topics x USING import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome = 'changed' AND x.workspace_id = w AND x.consultation_id = (r.draft #>> '{cols,id}')::uuid;
  INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
  SELECT w, (r.draft #>> '{cols,id}')::uuid, t.id
  FROM import_rows r CROSS JOIN LATERAL unnest(import_names(r.draft -> 'topics', NULL)) n (name)
  JOIN topics t ON t.workspace_id = w AND lower(t.name) = n.name
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome IN ('created', 'changed')
  ON CONFLICT DO NOTHING;
  DELETE FROM consultation_other_bodies x USING import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome = 'changed' AND x.workspace_id = w AND x.consultation_id = (r.draft #>> '{cols,id}')::uuid;
  INSERT INTO consultation_other_bodies (workspace_id, consultation_id, public_body_id)
  SELECT w, (r.draft #>> '{cols,id}')::uuid, b.id
  FROM import_rows r CROSS JOIN LATERAL unnest(import_names(r.draft -> 'bodies', r.draft ->> 'body')) n (name)
  JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = n.name
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'consultations' AND r.outcome IN ('created', 'changed')
  ON CONFLICT DO NOTHING;

  INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on, reason, agreed_by, created_at, created_by, updated_at, updated_by)
  SELECT w, d.id, d.consultation_id, d.new_due_on, d.agreed_on, d.reason, d.agreed_by, d.created_at, person, d.updated_at, CASE WHEN d.updated_at IS NOT NULL THEN person END
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::extensions, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'extensions' AND r.outcome = 'created'
  ORDER BY r.row_no;
  UPDATE extensions e SET (consultation_id, new_due_on, agreed_on, reason, agreed_by, created_at, updated_at, updated_by)
    = (d.consultation_id, d.new_due_on, d.agreed_on, d.reason, d.agreed_by, d.created_at, d.updated_at, person)
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::extensions, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'extensions' AND r.outcome = 'changed' AND e.workspace_id = w AND e.id = d.id;

  INSERT INTO body_responses SELECT d.*
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::body_responses, (r.draft -> 'cols') || jsonb_build_object(
    'workspace_id', w, 'version', 1, 'created_by', person, 'updated_by', person)) AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'responses' AND r.outcome = 'created';
  UPDATE body_responses b SET (consultation_id, kind, received_on, summary, source_url, told_people_on, created_at, updated_at, version, updated_by)
    = (d.consultation_id, d.kind, d.received_on, d.summary, d.source_url, d.told_people_on, d.created_at, d.updated_at, b.version + 1, person)
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::body_responses, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'responses' AND r.outcome = 'changed' AND b.workspace_id = w AND b.id = d.id;

  INSERT INTO activities SELECT d.*
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::activities, (r.draft -> 'cols') || jsonb_build_object(
    'workspace_id', w, 'public_body_id', body_called(r.draft ->> 'body'), 'version', 1, 'created_by', person, 'updated_by', person)) AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome = 'created';
  UPDATE activities a SET (title, kind, own_kind, starts_on, ends_on, place, whose, public_body_id, hours, outcomes_source, notes, created_at, updated_at, version, updated_by)
    = (d.title, d.kind, d.own_kind, d.starts_on, d.ends_on, d.place, d.whose, body_called(r.draft ->> 'body'), d.hours, d.outcomes_source, d.notes, d.created_at,
      d.updated_at, a.version + 1, person)
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::activities, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome = 'changed' AND a.workspace_id = w AND a.id = d.id;
  DELETE FROM activity_topics x USING import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome = 'changed' AND x.workspace_id = w AND x.activity_id = (r.draft #>> '{cols,id}')::uuid;
  INSERT INTO activity_topics (workspace_id, activity_id, topic_id)
  SELECT w, (r.draft #>> '{cols,id}')::uuid, t.id
  FROM import_rows r CROSS JOIN LATERAL unnest(import_names(r.draft -> 'topics', NULL)) n (name)
  JOIN topics t ON t.workspace_id = w AND lower(t.name) = n.name
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome IN ('created', 'changed')
  ON CONFLICT DO NOTHING;
  DELETE FROM activity_outcomes x USING import_rows r
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome = 'changed' AND x.workspace_id = w AND x.activity_id = (r.draft #>> '{cols,id}')::uuid;
  INSERT INTO activity_outcomes (workspace_id, activity_id, outcome)
  SELECT w, (r.draft #>> '{cols,id}')::uuid, n.outcome::outcome
  FROM import_rows r CROSS JOIN LATERAL jsonb_array_elements_text(r.draft -> 'outcomes') n (outcome)
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activities' AND r.outcome IN ('created', 'changed')
  ON CONFLICT DO NOTHING;

  INSERT INTO activity_groups (workspace_id, activity_id, "group", people, brought)
  SELECT w, d.activity_id, d."group", d.people, d.brought
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::activity_groups, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activityGroups' AND r.outcome IN ('created', 'changed')
  ON CONFLICT (workspace_id, activity_id, "group") DO UPDATE SET people = excluded.people, brought = excluded.brought;
  INSERT INTO activity_officials (workspace_id, activity_id, position, role, office, public_body_id)
  SELECT w, d.activity_id, d.position, d.role, d.office, body_called(r.draft ->> 'body')
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::activity_officials, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'activityOfficials' AND r.outcome IN ('created', 'changed')
  ON CONFLICT (workspace_id, activity_id, position) DO UPDATE SET role = excluded.role, office = excluded.office, public_body_id = excluded.public_body_id;

  INSERT INTO follow_ups SELECT d.*
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::follow_ups, (r.draft -> 'cols') || jsonb_build_object(
    'workspace_id', w, 'public_body_id', body_called(r.draft ->> 'body'), 'version', 1, 'created_by', person, 'updated_by', person)) AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'followUps' AND r.outcome = 'created';
  UPDATE follow_ups f SET (consultation_id, activity_id, public_body_id, owner, waiting_on, title, promised_words, basis, made_by_role, made_on, due_on,
      body_says, done_on, community_says, evidence_url, created_at, updated_at, version, updated_by)
    = (d.consultation_id, d.activity_id, body_called(r.draft ->> 'body'), d.owner, d.waiting_on, d.title, d.promised_words, d.basis, d.made_by_role, d.made_on, d.due_on,
      d.body_says, d.done_on, d.community_says, d.evidence_url, d.created_at, d.updated_at, f.version + 1, person)
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::follow_ups, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'followUps' AND r.outcome = 'changed' AND f.workspace_id = w AND f.id = d.id;

  INSERT INTO date_moves (workspace_id, id, follow_up_id, from_on, to_on, reason, moved_on, created_by)
  SELECT w, d.id, d.follow_up_id, d.from_on, d.to_on, d.reason, d.moved_on, person
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::date_moves, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'dateMoves' AND r.outcome = 'created'
  ORDER BY r.row_no;
  UPDATE date_moves m SET (follow_up_id, from_on, to_on, reason, moved_on) = (d.follow_up_id, d.from_on, d.to_on, d.reason, d.moved_on)
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::date_moves, r.draft -> 'cols') AS d
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.draft ->> 'file' = 'dateMoves' AND r.outcome = 'changed' AND m.workspace_id = w AND m.id = d.id;
END $$;

GRANT EXECUTE ON FUNCTION body_called(text), refuse_export_rows(uuid, int, int), settle_export(uuid), export_outcomes(uuid, int, int),
  write_export_rows(uuid, int, int, timestamptz) TO followthrough_tenant;
