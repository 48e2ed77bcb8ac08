import "server-only";
import { assertOwnRolesAreHarmless } from "@/lib/db/assert-harmless";
import { keepTopicLabels } from "@/lib/features/reference/topic-labels";
import { log } from "@/lib/services/log";
import { startWorker } from "./start-worker";

/** Checks the database roles, then starts working the queue. A server that may not run ends here, loudly. */
export async function startServer(): Promise<void> {
  try {
    await assertOwnRolesAreHarmless();
    await keepTopicLabels();
    await startWorker();
  } catch (error) {
    log().fatal(
      { reason: error instanceof Error ? error.message : String(error) },
      "the server cannot start",
    );
    process.exit(1);
  }
}
