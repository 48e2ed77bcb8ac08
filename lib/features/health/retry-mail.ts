import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { recordId } from "@/lib/domain/fields";
import { done } from "@/lib/domain/result";

/** Has a mail that failed tried again. One that is sent, was refused for good or is waiting stays as it is. */
export const retryMail = defineAdminUseCase(
  { audit: ["mail.retried"], schema: z.strictObject({ id: recordId }), confirm: "none" },
  async ({ tx, record, nothingChanged }, { id }) => {
    const { count } = await tx.mail.updateMany({
      where: { id, state: "failed", recipient: { not: null } },
      data: { state: "waiting", failure: null, finishedAt: null },
    });
    if (count === 0) {
      nothingChanged();
      return done({ retried: false });
    }
    // The key is that of the job it was first given, which is taken up again or made anew.
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('send-mail', json_build_object('mailId', ${id}::uuid), job_key => ${`send-mail:${id}`}, max_attempts => 8)`;
    await record({ kind: "mail.retried", workspaceId: null, detail: { mailId: id } });
    return done({ retried: true });
  },
);
