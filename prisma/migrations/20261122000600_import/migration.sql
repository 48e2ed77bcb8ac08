-- Importing a sheet: rows are staged as they are, read once with a mapping, then judged and written in sets.
-- Judging and writing share one function, so a preview counts exactly what the import will do.

ALTER TYPE "import_state" ADD VALUE 'checking' BEFORE 'queued';
ALTER TYPE "import_state" ADD VALUE 'checked' BEFORE 'queued';
CREATE TYPE "import_outcome" AS ENUM ('created', 'changed', 'unchanged', 'refused');

ALTER TABLE "imports"
  ADD COLUMN "from_workbook" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "characters" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "at_row" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "import_rows"
  ADD COLUMN "draft" JSONB,
  ADD COLUMN "response" JSONB,
  ADD COLUMN "warnings" JSONB,
  ADD COLUMN "reference" TEXT,
  ADD COLUMN "import_key" TEXT,
  ADD COLUMN "row_key" TEXT,
  ADD COLUMN "fingerprint" TEXT,
  ADD COLUMN "same_as" INTEGER,
  ADD COLUMN "outcome" "import_outcome",
  ADD COLUMN "consultation_id" UUID,
  ADD COLUMN "revises" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "import_rows_workspace_id_import_id_reference_idx" ON "import_rows" ("workspace_id", "import_id", "reference");

-- A row's draft with its types. A key that is not in the draft has no column in the sheet.
CREATE TYPE import_draft AS (
  title text, "publicBody" text, kind consultation_kind, "participationLevel" participation_level, voice voice, purpose text,
  "askedOn" date, "startsOn" date, "endsOn" date, "answerPromisedOn" date, "cancelledOn" date,
  participants int, sessions int, "minutesEach" int, "staffHours" numeric(10,2), "paymentReceived" numeric(12,2),
  "sourceUrl" text, "explanationAcceptedOn" date, notes text
);
CREATE TYPE import_answer AS ("receivedOn" date, "sourceUrl" text, summary text);

-- The id of the one answer that imports write for a consultation: the same sheet again finds it.
CREATE FUNCTION import_answer_id(consultation uuid) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $$ SELECT md5('import answer ' || consultation::text)::uuid $$;

-- Names of a list as they are compared: without case, each once, sorted.
CREATE FUNCTION import_names(list jsonb, besides text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT lower(n) ORDER BY lower(n)), '{}')
  FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(list) = 'array' THEN list ELSE '[]' END) AS n
  WHERE lower(n) IS DISTINCT FROM lower(besides)
$$;

-- What each row of a staged sheet that has been read does to the record as it is now; rows after `after_row` up to `last_row`.
--   revises  the consultation itself or its lists differ
--   clash    another row of the sheet names the same consultation by its reference
-- A key that is missing leaves the value alone. An answer is only ever added to: an empty cell takes nothing away,
-- and where somebody recorded an answer already, the sheet's "yes" says nothing new.
CREATE FUNCTION import_outcomes(sheet uuid, after_row int, last_row int)
RETURNS TABLE (row_no int, consultation_id uuid, outcome import_outcome, revises boolean, clash boolean)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT r.row_no, c.id,
    CASE
      WHEN r.refusals IS NOT NULL OR x.clash THEN 'refused'
      WHEN r.same_as IS NOT NULL THEN 'unchanged'
      WHEN c.id IS NULL THEN 'created'
      WHEN y.revises OR z.answers THEN 'changed'
      ELSE 'unchanged' END::import_outcome,
    coalesce(y.revises, false), x.clash
  FROM import_rows r
  LEFT JOIN LATERAL (
    SELECT k.id FROM consultations k WHERE k.workspace_id = r.workspace_id AND k.reference = r.reference
    UNION ALL
    SELECT k.id FROM consultations k WHERE k.workspace_id = r.workspace_id AND k.import_key = r.import_key
    LIMIT 1
  ) found ON r.refusals IS NULL
  LEFT JOIN consultations c ON c.workspace_id = r.workspace_id AND c.id = found.id
  CROSS JOIN LATERAL (
    SELECT r.reference IS NULL AND c.reference IS NOT NULL AND EXISTS (
      SELECT FROM import_rows o
      WHERE o.workspace_id = r.workspace_id AND o.import_id = r.import_id AND o.reference = c.reference AND o.refusals IS NULL
    ) AS clash
  ) x
  CROSS JOIN LATERAL jsonb_populate_record(NULL::import_draft, coalesce(r.draft, '{}')) AS d
  LEFT JOIN LATERAL (
    SELECT
      (d.title, d."startsOn", d."endsOn") IS DISTINCT FROM (c.title, c.starts_on, c.ends_on)
      OR NOT EXISTS (
        SELECT FROM public_bodies b WHERE b.workspace_id = c.workspace_id AND b.id = c.public_body_id AND lower(b.name) = lower(d."publicBody"))
      OR (r.draft ? 'kind' AND d.kind IS DISTINCT FROM c.kind)
      OR (r.draft ? 'participationLevel' AND d."participationLevel" IS DISTINCT FROM c.participation_level)
      OR (r.draft ? 'voice' AND d.voice IS DISTINCT FROM c.voice)
      OR (r.draft ? 'purpose' AND d.purpose IS DISTINCT FROM replace(c.purpose, E'\r\n', E'\n'))
      OR (r.draft ? 'askedOn' AND d."askedOn" IS DISTINCT FROM c.asked_on)
      OR (r.draft ? 'answerPromisedOn' AND d."answerPromisedOn" IS DISTINCT FROM c.answer_promised_on)
      OR (r.draft ? 'cancelledOn' AND d."cancelledOn" IS DISTINCT FROM c.cancelled_on)
      OR (r.draft ? 'participants' AND d.participants IS DISTINCT FROM c.participants)
      OR (r.draft ? 'sessions' AND coalesce(d.sessions, 1) IS DISTINCT FROM c.sessions)
      OR (r.draft ? 'minutesEach' AND d."minutesEach" IS DISTINCT FROM c.minutes_each)
      OR (r.draft ? 'staffHours' AND d."staffHours" IS DISTINCT FROM c.staff_hours)
      OR (r.draft ? 'paymentReceived' AND d."paymentReceived" IS DISTINCT FROM c.payment_received)
      OR (r.draft ? 'sourceUrl' AND d."sourceUrl" IS DISTINCT FROM c.source_url)
      OR (r.draft ? 'explanationAcceptedOn' AND d."explanationAcceptedOn" IS DISTINCT FROM c.explanation_accepted_on)
      OR (r.draft ? 'notes' AND d.notes IS DISTINCT FROM replace(c.notes, E'\r\n', E'\n'))
      OR (r.draft ? 'topics' AND import_names(r.draft -> 'topics', NULL) IS DISTINCT FROM import_names((
        SELECT jsonb_agg(t.name) FROM consultation_topics ct JOIN topics t ON t.workspace_id = ct.workspace_id AND t.id = ct.topic_id
        WHERE ct.workspace_id = c.workspace_id AND ct.consultation_id = c.id), NULL))
      OR (r.draft ? 'otherBodies' AND import_names(r.draft -> 'otherBodies', d."publicBody") IS DISTINCT FROM import_names((
        SELECT jsonb_agg(b.name) FROM consultation_other_bodies o JOIN public_bodies b ON b.workspace_id = o.workspace_id AND b.id = o.public_body_id
        WHERE o.workspace_id = c.workspace_id AND o.consultation_id = c.id), d."publicBody")) AS revises
  ) y ON c.id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT CASE WHEN own.id IS NULL
        THEN NOT EXISTS (
          SELECT FROM body_responses b
          WHERE b.workspace_id = c.workspace_id AND b.consultation_id = c.id AND b.kind IN ('findings', 'decision', 'refusal'))
        ELSE (coalesce(a."receivedOn", own.received_on), coalesce(a."sourceUrl", own.source_url), coalesce(a.summary, own.summary))
          IS DISTINCT FROM (own.received_on, own.source_url, own.summary) END AS answers
    FROM jsonb_populate_record(NULL::import_answer, r.response) AS a
    LEFT JOIN body_responses own ON own.workspace_id = c.workspace_id AND own.id = import_answer_id(c.id)
  ) z ON c.id IS NOT NULL AND r.response IS NOT NULL
  WHERE r.workspace_id = current_workspace() AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
$$;

-- Writes those rows: new bodies and topics, new consultations, changes, lists, answers. Each row keeps its outcome.
-- `written_at` is the clock's now. Imports into one workspace take turns, so no record is made twice.
CREATE FUNCTION write_import_rows(sheet uuid, after_row int, last_row int, written_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  w uuid := current_workspace();
  person uuid := current_person();
  tries int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('import ' || w::text, 0));
  LOOP
    UPDATE import_rows r SET outcome = o.outcome, consultation_id = coalesce(o.consultation_id, gen_random_uuid()), revises = o.revises,
      refusals = CASE WHEN o.clash THEN jsonb_build_array(jsonb_build_object('field', 'title', 'code', 'duplicate_reference', 'value', r.draft ->> 'title')) ELSE r.refusals END
    FROM import_outcomes(sheet, after_row, last_row) o
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no = o.row_no AND r.outcome IS NULL;

    INSERT INTO public_bodies (workspace_id, id, name)
    SELECT w, gen_random_uuid(), n.name FROM (
      SELECT DISTINCT ON (lower(b.name)) b.name FROM import_rows r,
        LATERAL (SELECT r.draft ->> 'publicBody' AS name UNION ALL SELECT jsonb_array_elements_text(coalesce(r.draft -> 'otherBodies', '[]'))) b
      WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
        AND (r.outcome = 'created' OR r.outcome = 'changed' AND r.revises)
      ORDER BY lower(b.name), r.row_no
    ) n
    WHERE NOT EXISTS (SELECT FROM public_bodies k WHERE k.workspace_id = w AND lower(k.name) = lower(n.name))
    ON CONFLICT DO NOTHING;

    INSERT INTO topics (workspace_id, id, name)
    SELECT w, gen_random_uuid(), n.name FROM (
      SELECT DISTINCT ON (lower(t.name)) t.name FROM import_rows r, LATERAL jsonb_array_elements_text(coalesce(r.draft -> 'topics', '[]')) t (name)
      WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
        AND (r.outcome = 'created' OR r.outcome = 'changed' AND r.revises)
      ORDER BY lower(t.name), r.row_no
    ) n
    WHERE NOT EXISTS (SELECT FROM topics k WHERE k.workspace_id = w AND lower(k.name) = lower(n.name))
    ON CONFLICT DO NOTHING;

    INSERT INTO consultations (workspace_id, id, reference, import_key, title, public_body_id, kind, participation_level, voice, purpose,
      asked_on, starts_on, ends_on, answer_promised_on, cancelled_on, participants, sessions, minutes_each, staff_hours, payment_received,
      source_url, explanation_accepted_on, notes, created_at, created_by, updated_at, updated_by)
    SELECT w, r.consultation_id, r.reference, r.import_key, d.title, b.id, d.kind, d."participationLevel", d.voice, d.purpose,
      d."askedOn", d."startsOn", d."endsOn", d."answerPromisedOn", d."cancelledOn", d.participants, coalesce(d.sessions, 1), d."minutesEach",
      d."staffHours", d."paymentReceived", d."sourceUrl", d."explanationAcceptedOn", d.notes, written_at, person, written_at, person
    FROM import_rows r
    CROSS JOIN LATERAL jsonb_populate_record(NULL::import_draft, r.draft) AS d
    JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = lower(d."publicBody")
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome = 'created'
    ORDER BY r.row_no
    ON CONFLICT DO NOTHING;

    -- Somebody logged the same reference in this very moment: that is now the record to change, so these rows are judged again.
    UPDATE import_rows r SET outcome = NULL
    WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome = 'created'
      AND NOT EXISTS (SELECT FROM consultations c WHERE c.workspace_id = w AND c.id = r.consultation_id);
    EXIT WHEN NOT FOUND;
    tries := tries + 1;
    IF tries > 5 THEN RAISE EXCEPTION 'import rows could not be settled'; END IF;
  END LOOP;

  UPDATE consultations c SET
    title = d.title, public_body_id = b.id, starts_on = d."startsOn", ends_on = d."endsOn",
    kind = CASE WHEN r.draft ? 'kind' THEN d.kind ELSE c.kind END,
    participation_level = CASE WHEN r.draft ? 'participationLevel' THEN d."participationLevel" ELSE c.participation_level END,
    voice = CASE WHEN r.draft ? 'voice' THEN d.voice ELSE c.voice END,
    purpose = CASE WHEN r.draft ? 'purpose' THEN d.purpose ELSE c.purpose END,
    asked_on = CASE WHEN r.draft ? 'askedOn' THEN d."askedOn" ELSE c.asked_on END,
    answer_promised_on = CASE WHEN r.draft ? 'answerPromisedOn' THEN d."answerPromisedOn" ELSE c.answer_promised_on END,
    cancelled_on = CASE WHEN r.draft ? 'cancelledOn' THEN d."cancelledOn" ELSE c.cancelled_on END,
    participants = CASE WHEN r.draft ? 'participants' THEN d.participants ELSE c.participants END,
    sessions = CASE WHEN r.draft ? 'sessions' THEN coalesce(d.sessions, 1) ELSE c.sessions END,
    minutes_each = CASE WHEN r.draft ? 'minutesEach' THEN d."minutesEach" ELSE c.minutes_each END,
    staff_hours = CASE WHEN r.draft ? 'staffHours' THEN d."staffHours" ELSE c.staff_hours END,
    payment_received = CASE WHEN r.draft ? 'paymentReceived' THEN d."paymentReceived" ELSE c.payment_received END,
    source_url = CASE WHEN r.draft ? 'sourceUrl' THEN d."sourceUrl" ELSE c.source_url END,
    explanation_accepted_on = CASE WHEN r.draft ? 'explanationAcceptedOn' THEN d."explanationAcceptedOn" ELSE c.explanation_accepted_on END,
    notes = CASE WHEN r.draft ? 'notes' THEN d.notes ELSE c.notes END,
    version = c.version + 1, updated_at = written_at, updated_by = person
  FROM import_rows r
  CROSS JOIN LATERAL jsonb_populate_record(NULL::import_draft, r.draft) AS d
  JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = lower(d."publicBody")
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.outcome = 'changed' AND r.revises AND c.workspace_id = w AND c.id = r.consultation_id;

  DELETE FROM consultation_topics ct USING import_rows r, topics t
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome = 'changed' AND r.revises
    AND r.draft ? 'topics' AND ct.workspace_id = w AND ct.consultation_id = r.consultation_id
    AND t.workspace_id = w AND t.id = ct.topic_id AND lower(t.name) <> ALL (import_names(r.draft -> 'topics', NULL));
  INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id)
  SELECT w, r.consultation_id, t.id
  FROM import_rows r CROSS JOIN LATERAL unnest(import_names(r.draft -> 'topics', NULL)) n (name)
  JOIN topics t ON t.workspace_id = w AND lower(t.name) = n.name
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND (r.outcome = 'created' OR r.outcome = 'changed' AND r.revises)
  ON CONFLICT DO NOTHING;

  -- The body that asked is not one of the others.
  DELETE FROM consultation_other_bodies o USING import_rows r, public_bodies b
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome = 'changed' AND r.revises
    AND o.workspace_id = w AND o.consultation_id = r.consultation_id AND b.workspace_id = w AND b.id = o.public_body_id
    AND (lower(b.name) = lower(r.draft ->> 'publicBody')
      OR r.draft ? 'otherBodies' AND lower(b.name) <> ALL (import_names(r.draft -> 'otherBodies', NULL)));
  INSERT INTO consultation_other_bodies (workspace_id, consultation_id, public_body_id)
  SELECT w, r.consultation_id, b.id
  FROM import_rows r CROSS JOIN LATERAL unnest(import_names(r.draft -> 'otherBodies', r.draft ->> 'publicBody')) n (name)
  JOIN public_bodies b ON b.workspace_id = w AND lower(b.name) = n.name
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND (r.outcome = 'created' OR r.outcome = 'changed' AND r.revises)
  ON CONFLICT DO NOTHING;

  UPDATE body_responses b SET
    received_on = coalesce(a."receivedOn", b.received_on), source_url = coalesce(a."sourceUrl", b.source_url), summary = coalesce(a.summary, b.summary),
    version = b.version + 1, updated_at = written_at, updated_by = person
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::import_answer, r.response) AS a
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row AND r.outcome = 'changed' AND r.response IS NOT NULL
    AND b.workspace_id = w AND b.id = import_answer_id(r.consultation_id)
    AND (coalesce(a."receivedOn", b.received_on), coalesce(a."sourceUrl", b.source_url), coalesce(a.summary, b.summary))
      IS DISTINCT FROM (b.received_on, b.source_url, b.summary);
  INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on, source_url, summary, created_at, created_by, updated_at, updated_by)
  SELECT w, import_answer_id(r.consultation_id), r.consultation_id, 'findings', a."receivedOn", a."sourceUrl", a.summary, written_at, person, written_at, person
  FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::import_answer, r.response) AS a
  WHERE r.workspace_id = w AND r.import_id = sheet AND r.row_no > after_row AND r.row_no <= last_row
    AND r.outcome IN ('created', 'changed') AND r.response IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM body_responses b
      WHERE b.workspace_id = w AND b.consultation_id = r.consultation_id AND b.kind IN ('findings', 'decision', 'refusal'))
  ON CONFLICT DO NOTHING;
END $$;

GRANT EXECUTE ON FUNCTION import_answer_id(uuid), import_names(jsonb, text), import_outcomes(uuid, int, int),
  write_import_rows(uuid, int, int, timestamptz) TO followthrough_tenant;
