-- The owner who invited somebody is told when the address does not take the mail.

-- AlterTable
ALTER TABLE "invitations" ADD COLUMN "undelivered_at" TIMESTAMPTZ(3);
