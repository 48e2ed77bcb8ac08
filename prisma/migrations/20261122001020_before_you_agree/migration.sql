-- The questions to ask a public body before saying yes. All may stay unanswered, and so may records in the trash from
-- before there were these columns: none is NOT NULL.
CREATE TYPE "paid_for" AS ENUM ('time', 'travel', 'childcare', 'interpreting');
CREATE TYPE "came_first" AS ENUM ('yes', 'no', 'not_asked');

ALTER TABLE consultations
  ADD COLUMN what_can_change text,
  ADD COLUMN who_decides text,
  ADD COLUMN resources_behind text,
  ADD COLUMN hear_back text,
  ADD COLUMN paid_for "paid_for"[],
  ADD COLUMN came_first "came_first";

-- Somebody looked at the rows that may show who a person is, and said that they show nobody.
ALTER TABLE imports ADD COLUMN identifiers_accepted boolean NOT NULL DEFAULT false;
