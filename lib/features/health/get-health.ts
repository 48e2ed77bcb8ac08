import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { type FailedMail, JOB_STATES, type JobRow, type MailDay } from "@/lib/domain/health";
import { done } from "@/lib/domain/result";
import { buildOf } from "@/lib/env";
import { jobState, readPlatformFigures } from "./read-figures";

/** How many jobs and failed mails the page shows; the counts are of all. */
const MOST = 50;
const DAYS = 14;

const jobRows = z.array(
  z.object({
    id: z.coerce.string(),
    task: z.string(),
    state: z.enum(JOB_STATES),
    attempts: z.number(),
    most: z.number(),
    runAt: z.date(),
  }),
);
const mailDays = z.array(
  z.object({
    day: z.string(),
    waiting: z.coerce.number(),
    sent: z.coerce.number(),
    failed: z.coerce.number(),
    bounced: z.coerce.number(),
  }),
);

/**
 * How the platform does: jobs that failed or are at work, mails by day, the database's size, what runs and since when.
 * Of jobs and mails only what they are and when, never what they say. Four statements.
 */
export const getHealth = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none" },
  async ({ tx, now }) => {
    const figures = await readPlatformFigures(tx);
    const jobs: JobRow[] = jobRows.parse(
      await tx.$queryRaw`
        SELECT j.id, t.identifier AS task, ${jobState()} AS state, j.attempts::int, j.max_attempts::int AS most, j.run_at AS "runAt"
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        ORDER BY array_position(ARRAY['failed', 'running', 'retrying', 'waiting'], ${jobState()}), j.run_at, j.id LIMIT ${MOST}`,
    );
    const days: MailDay[] = mailDays.parse(
      await tx.$queryRaw`
        SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
          count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'sent') AS sent,
          count(*) FILTER (WHERE state = 'failed') AS failed, count(*) FILTER (WHERE state = 'bounced') AS bounced
        FROM mails WHERE created_at > ${now}::timestamptz - make_interval(days => ${DAYS}::int) GROUP BY 1 ORDER BY 1 DESC`,
    );
    const failed: FailedMail[] = await tx.mail.findMany({
      where: { state: "failed" },
      select: { id: true, kind: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: MOST,
    });
    return done({
      figures,
      jobs,
      mails: { days, failed },
      build: buildOf(),
      node: process.version,
      startedAt: new Date(now.getTime() - process.uptime() * 1000),
    });
  },
);
