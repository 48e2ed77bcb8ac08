-- Who saved a date that both agreed, or a public body, last, and when: whoever changed it at the same time is told.
-- Empty where it stands as it was first recorded.
ALTER TABLE "extensions" ADD COLUMN "updated_at" TIMESTAMPTZ(3), ADD COLUMN "updated_by" UUID;
ALTER TABLE "public_bodies" ADD COLUMN "updated_at" TIMESTAMPTZ(3), ADD COLUMN "updated_by" UUID;

-- What falls due is looked for by its effective date, which an undated promise has too; no plan uses this one.
DROP INDEX "follow_ups_workspace_id_due_on_idx";
