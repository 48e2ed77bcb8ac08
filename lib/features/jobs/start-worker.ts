import "server-only";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { settings } from "@/lib/env";
import { log } from "@/lib/services/log";

/** What enqueue() in the database puts into every job. */
const payload = z.object({ workspaceId: z.uuid(), userId: z.uuid(), subjectId: z.uuid() });

const tasks: TaskList = {};

const kept: typeof globalThis & { followthroughWorker?: Promise<Runner> } = globalThis;

/** Works the queue inside of this server. Several servers share one queue; a job runs in one of them. */
export function startWorker(): Promise<Runner> {
  kept.followthroughWorker ??= run({
    connectionString: settings().databaseUrls.system,
    concurrency: 1,
    maxPoolSize: 3,
    noHandleSignals: true,
    taskList: tasks,
    // Payloads hold ids only, but messages of failed jobs could quote a record.
    logger: new Logger(() => (level, message, meta) => {
      if (level === "error" || level === "warning")
        log().warn({ job: meta?.job && { task: true } }, message.split("\n")[0]?.slice(0, 120));
    }),
  });
  return kept.followthroughWorker;
}
