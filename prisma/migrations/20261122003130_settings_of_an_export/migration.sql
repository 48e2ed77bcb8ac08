-- The settings an export was made with: an organisation that is new takes them over.

-- AlterTable
ALTER TABLE "imports" ADD COLUMN "settings" JSONB;
