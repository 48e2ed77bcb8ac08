import "server-only";
import { systemClient } from "@/lib/db/clients";

/**
 * Jobs that are safe to run twice at once: each step locks what it works on and goes on from what is in the database.
 */
const REPEATABLE = ["run-import"];

/**
 * Frees jobs that a server took and did not live to finish; the queue itself would keep them for four hours. A job
 * whose server does live is then run by two, which those named above allow.
 * @param olderThan minutes since the job was taken
 */
export async function freeJobs(olderThan: number): Promise<number> {
  return systemClient().$executeRaw`
    UPDATE graphile_worker._private_jobs j SET locked_at = NULL, locked_by = NULL, attempts = greatest(j.attempts - 1, 0)
    FROM graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND t.identifier = ANY (${REPEATABLE}::text[])
      AND j.locked_at < now() - make_interval(mins => ${olderThan}::int)`;
}
