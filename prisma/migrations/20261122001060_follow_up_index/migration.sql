-- Only follow-ups of activities need this index. Whole, it starts with the workspace like the one on consultations,
-- and before the first ANALYZE the planner took it for standings(), reading all of a workspace's follow-ups each time.
DROP INDEX "follow_ups_workspace_id_activity_id_idx";
CREATE INDEX "follow_ups_workspace_id_activity_id_idx" ON "follow_ups" ("workspace_id", "activity_id") WHERE "activity_id" IS NOT NULL;
