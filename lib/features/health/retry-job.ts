import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { done } from "@/lib/domain/result";

const found = z.array(z.object({ task: z.string(), mail: z.uuid().nullable() }));

/** Has a job that failed tried again, from its first try on. One that is over or at work stays as it is. */
export const retryJob = defineAdminUseCase(
  {
    audit: ["job.retried"],
    schema: z.strictObject({ id: z.string().regex(/^\d{1,18}$/, "not_found") }),
    confirm: "none",
  },
  async ({ tx, record, nothingChanged }, { id }) => {
    const [job] = found.parse(
      await tx.$queryRaw`
        SELECT t.identifier AS task, CASE t.identifier WHEN 'send-mail' THEN j.payload ->> 'mailId' END AS mail
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE j.id = ${id}::bigint AND j.locked_at IS NULL AND j.attempts > 0 FOR UPDATE OF j`,
    );
    if (!job) {
      nothingChanged();
      return done({ retried: false });
    }
    if (job.mail)
      await tx.mail.updateMany({
        where: { id: job.mail, state: "failed" },
        data: { state: "waiting", failure: null, finishedAt: null },
      });
    await tx.$executeRaw`
      SELECT graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0)`;
    await record({ kind: "job.retried", workspaceId: null, detail: { jobId: id, task: job.task } });
    return done({ retried: true });
  },
);
