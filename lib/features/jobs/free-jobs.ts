import "server-only";
import { systemClient } from "@/lib/db/clients";

/**
 * Frees jobs that a server took and did not live to finish; the queue itself would keep them for four hours. A job
 * whose server does live is then run by two: tasks lock what they work on and go on from what is in the database, so
 * that this does no harm. (A mail may go out twice, which is why mails are freed only after a good while.)
 * @param tasks the names of the tasks
 * @param olderThan minutes since the job was taken
 */
export async function freeJobs(tasks: string[], olderThan: number): Promise<number> {
  return systemClient().$executeRaw`
    UPDATE graphile_worker._private_jobs j SET locked_at = NULL, locked_by = NULL, attempts = greatest(j.attempts - 1, 0)
    FROM graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND t.identifier = ANY (${tasks}::text[])
      AND j.locked_at < now() - make_interval(mins => ${olderThan}::int)`;
}
