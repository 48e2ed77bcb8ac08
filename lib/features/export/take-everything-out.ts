import "server-only";
import type { Readable } from "node:stream";
import type { Key } from "@/lib/db/doors";
import { noteExportWhilePaused } from "@/lib/db/note-export";
import { done, failed, type Result } from "@/lib/domain/result";
import type { Clock } from "@/lib/services/clock";
import { exportWorkspace } from "./export-workspace";
import { noteExport } from "./note-export";
import { packExport } from "./pack-export";
import { readMe } from "./read-me";

/** How many may be taken from one server at a time: each holds a connection to the database. */
const MOST_AT_ONCE = 3;
const TRY_AGAIN = 30;
let atWork = 0;

export type Export = { fileName: string; bytes: Readable };

/** An owner's session may still take everything out of a workspace that is suspended or closing. */
async function noted(key: Key, now: Date): Promise<Result<unknown>> {
  const result = await noteExport.run(key, {}, now);
  if (result.ok || result.code !== "read_only" || key.kind !== "session") return result;
  return (await noteExportWhilePaused(key.sessionHash, key.slug)) ? done({}) : failed("not_found");
}

/**
 * Everything an organisation has here, as a zip that is packed while it is taken. It is written down first who takes it.
 * @returns the file; or why not: what every use case may answer, and `too_many_requests` while one is being taken, or
 * several of other organisations are
 */
export async function takeEverythingOut(key: Key, clock: Clock): Promise<Result<Export>> {
  if (atWork >= MOST_AT_ONCE) return { ...failed("too_many_requests"), retryAfterSeconds: TRY_AGAIN };
  const now = clock();
  const allowed = await noted(key, now);
  if (!allowed.ok) return allowed;
  // The second step of one request.
  const further: Key = key.kind === "token" ? { ...key, counts: false } : key;
  return new Promise((resolve, reject) => {
    let begun: Readable | undefined;
    atWork += 1;
    exportWorkspace
      .run(further, {}, now, undefined, {
        before: async () => null,
        after: async (tx, _, plan) => {
          const { bytes, read } = packExport(tx, plan, await readMe({ name: plan.name, on: plan.today }));
          begun = bytes;
          resolve(done({ fileName: `followthrough-${plan.slug}-${plan.today}.zip`, bytes }));
          await read;
        },
      })
      .then(
        (result) => (result.ok ? undefined : resolve(result)),
        (error: unknown) => {
          const fault = error instanceof Error ? error : new Error("The export could not be read");
          if (begun) begun.destroy(fault);
          else reject(fault);
        },
      )
      .finally(() => {
        atWork -= 1;
      });
  });
}
