import "server-only";
import { Logger, type Runner, run, type Task, type TaskList } from "graphile-worker";
import { z } from "zod";
import { settings } from "@/lib/env";
import { sweepFiles } from "@/lib/features/attachments/sweep-files";
import { keepErasures } from "@/lib/features/erasures/keep-erasures";
import { runImportJob } from "@/lib/features/imports/run-import";
import { lookAgain } from "@/lib/features/linked/look-again";
import { sendQueuedMail } from "@/lib/features/mails/send-queued-mail";
import { eraseWhatIsOld } from "@/lib/features/retention/erase-what-is-old";
import { tellSupportRanOut } from "@/lib/features/support/tell-ran-out";
import { forgetAnswers } from "@/lib/features/tokens/forget-answers";
import { endWorkspaces } from "@/lib/features/workspaces/end-workspaces";
import { systemClock } from "@/lib/services/clock";
import { log } from "@/lib/services/log";
import { freeJobs } from "./free-jobs";

/** What enqueue() in the database puts into every job. */
const payload = z.object({ workspaceId: z.uuid(), userId: z.uuid(), subjectId: z.uuid() });

/** What queue_mail() puts. */
const mailPayload = z.object({ mailId: z.uuid() });

/** What a new grant for platform support puts, to be run when it ends. */
const supportPayload = z.object({ workspaceId: z.uuid(), grantId: z.uuid() });

const importTask: Task = async (raw, { job }) => {
  const { workspaceId, userId, subjectId } = payload.parse(raw);
  const lastTry = job.attempts >= job.max_attempts;
  await runImportJob({ kind: "job", workspaceId, userId }, subjectId, systemClock, lastTry);
};

const mailTask: Task = async (raw, { job }) => {
  const { mailId } = mailPayload.parse(raw);
  await sendQueuedMail(mailId, systemClock(), { lastTry: job.attempts >= job.max_attempts });
};

const supportTask: Task = async (raw) => {
  const { workspaceId, grantId } = supportPayload.parse(raw);
  await tellSupportRanOut(workspaceId, grantId);
};

/** Every task of the queue, by the name it is put there under. */
export const tasks: TaskList = {
  "run-import": importTask,
  "send-mail": mailTask,
  "support-ran-out": supportTask,
  "sweep-files": async () => void (await sweepFiles(systemClock())),
  "keep-erasures": async () => void (await keepErasures()),
  "erase-old-records": async () => void (await eraseWhatIsOld(systemClock())),
  "forget-api-answers": async () => void (await forgetAnswers(systemClock())),
  "look-at-pages": async () => void (await lookAgain(systemClock())),
  "end-workspaces": async () => void (await endWorkspaces(systemClock())),
};

/** What comes round by itself, in UTC; one server of several does it. Hourly, because days begin at every hour. */
const CRONTAB = [
  "17 * * * * end-workspaces",
  "37 * * * * forget-api-answers",
  // Each page once a day; hourly, so that they are spread over it.
  "52 * * * * look-at-pages",
  // At night; where no server ran then, as soon as one does.
  "43 2 * * * erase-old-records ?queue=erase-old-records&fill=1d",
  "13 3 * * * sweep-files ?fill=1d",
].join("\n");

/** Minutes. No step of a job takes this long. */
const SURELY_DEAD = 10;

const kept: typeof globalThis & { followthroughWorker?: Promise<Runner> } = globalThis;

async function start(): Promise<Runner> {
  // What a server that was killed had begun goes on right away.
  await freeJobs(["run-import"], 0);
  setInterval(() => {
    freeJobs(Object.keys(tasks), SURELY_DEAD).catch(() => log().warn("jobs could not be looked after"));
  }, 60_000).unref();
  return run({
    connectionString: settings().databaseUrls.system,
    // Two, so that one organisation's long sheet does not keep another waiting.
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList: tasks,
    crontab: CRONTAB,
    // Payloads hold ids only, but messages of failed jobs could quote a record.
    logger: new Logger(() => (level, message, meta) => {
      if (level === "error" || level === "warning")
        log().warn({ job: meta?.job && { task: true } }, message.split("\n")[0]?.slice(0, 120));
    }),
  });
}

/** Works the queue inside of this server. Several servers share one queue; a job runs in one of them. */
export function startWorker(): Promise<Runner> {
  kept.followthroughWorker ??= start();
  return kept.followthroughWorker;
}
