-- What an organisation decides about itself: language, defaults of its views for officers, how long records are kept.

ALTER TABLE "workspaces"
  ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "share_days" INTEGER NOT NULL DEFAULT 90,
  ADD COLUMN "share_sections" TEXT[] NOT NULL DEFAULT ARRAY['consultations', 'promises', 'responses', 'activities', 'measures']::TEXT[],
  ADD COLUMN "contact_email" TEXT,
  ADD COLUMN "retention_years" INTEGER,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "updated_by" UUID,
  ADD CONSTRAINT "workspaces_share_days_range" CHECK (share_days BETWEEN 1 AND 730),
  ADD CONSTRAINT "workspaces_share_sections_known"
    CHECK (share_sections <@ ARRAY['consultations', 'promises', 'responses', 'activities', 'measures']::TEXT[]),
  ADD CONSTRAINT "workspaces_retention_years_range" CHECK (retention_years BETWEEN 1 AND 100),
  ADD CONSTRAINT "workspaces_capacity_hours_range" CHECK (capacity_hours >= 0);
GRANT UPDATE (locale, share_days, share_sections, contact_email, retention_years, version, updated_at, updated_by)
  ON workspaces TO followthrough_tenant;

-- Mails to members are in their own language.
GRANT SELECT (locale) ON users TO followthrough_tenant;

-- Only dates that come out differently are written again: a change costs what it changes, and what it changed can be told.
CREATE OR REPLACE FUNCTION recompute_after_settings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE consultations c SET answer_due_on = answer_due_on
  WHERE c.workspace_id = NEW.id AND EXISTS (
    SELECT FROM answer_due(c.workspace_id, c.id, c.public_body_id, c.ends_on, c.answer_promised_on) d
    WHERE (d.due_on, d.source) IS DISTINCT FROM (c.answer_due_on, c.answer_due_source));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION recompute_after_period() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE changed answer_periods := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE consultations c SET answer_due_on = answer_due_on FROM public_bodies b
  WHERE c.workspace_id = changed.workspace_id AND b.workspace_id = c.workspace_id AND b.id = c.public_body_id
    AND b.kind IN (changed.body_kind, OLD.body_kind)
    AND EXISTS (
      SELECT FROM answer_due(c.workspace_id, c.id, c.public_body_id, c.ends_on, c.answer_promised_on) d
      WHERE (d.due_on, d.source) IS DISTINCT FROM (c.answer_due_on, c.answer_due_source));
  RETURN NULL;
END $$;

-- How many consultations got another answer date in this transaction, which must have changed nothing else of them.
CREATE FUNCTION dates_worked_out_anew() RETURNS bigint LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*) FROM consultations WHERE workspace_id = current_workspace() AND xmin = pg_current_xact_id_if_assigned()::xid
$$;
GRANT EXECUTE ON FUNCTION dates_worked_out_anew() TO followthrough_tenant;
