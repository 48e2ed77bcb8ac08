import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/doors";
import { type Sql, sql } from "@/lib/db/sql";
import { JOB_STATES, type JobState, MAIL_STATES, type MailState } from "@/lib/domain/health";
import { WORKSPACE_STATES, type WorkspaceState } from "@/lib/domain/workspace";

const answer = z.tuple([
  z.object({
    workspaces: z.record(z.string(), z.number()),
    members: z.coerce.number(),
    jobs: z.record(z.string(), z.number()),
    mails: z.record(z.string(), z.number()),
    bytes: z.coerce.number(),
  }),
]);

export type PlatformFigures = {
  workspaces: Record<WorkspaceState, number>;
  /** Memberships in all workspaces. */
  members: number;
  jobs: Record<JobState, number>;
  mails: Record<MailState, number>;
  /** The size of the database, in bytes. */
  bytes: number;
};

/** Where a job `j` of the queue stands. */
export function jobState(): Sql {
  return sql`CASE WHEN j.locked_at IS NOT NULL THEN 'running' WHEN j.attempts >= j.max_attempts THEN 'failed'
    WHEN j.attempts > 0 THEN 'retrying' ELSE 'waiting' END`;
}

function all<const K extends string>(keys: readonly K[], found: Record<string, number>): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? 0])) as Record<K, number>;
}

/** What the platform adds up to: counts alone, by state. One statement. */
export async function readPlatformFigures(tx: Tx): Promise<PlatformFigures> {
  const found = await tx.$queryRaw`
    SELECT
      (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (SELECT state::text, count(*) AS n FROM workspaces GROUP BY 1) w) AS workspaces,
      (SELECT count(*) FROM memberships) AS members,
      (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
        SELECT ${jobState()} AS state, count(*) AS n FROM graphile_worker._private_jobs j GROUP BY 1) q) AS jobs,
      (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (SELECT state::text, count(*) AS n FROM mails GROUP BY 1) m) AS mails,
      pg_database_size(current_database()) AS bytes`;
  const [{ workspaces, members, jobs, mails, bytes }] = answer.parse(found);
  return {
    members,
    bytes,
    workspaces: all(WORKSPACE_STATES, workspaces),
    jobs: all(JOB_STATES, jobs),
    mails: all(MAIL_STATES, mails),
  };
}
