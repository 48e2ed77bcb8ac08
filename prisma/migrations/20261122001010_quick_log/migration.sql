-- A consultation logged on one screen waits for the rest: since when, until its members have said that is all they know.
-- Which of its details are missing is read from the record itself.

ALTER TABLE consultations ADD COLUMN to_finish_since timestamptz(3);
CREATE INDEX consultations_to_finish_idx ON consultations (workspace_id, to_finish_since DESC) WHERE to_finish_since IS NOT NULL;
