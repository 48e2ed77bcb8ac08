// A PostgreSQL for one run of the tests or checks: fast, in the temporary folder, gone afterwards.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "./postgres.mjs";
import { identity, isRunning } from "./processes.mjs";
import { secret } from "./secrets.mjs";

const prefix = "followthrough-test-";

/** Starts one and prepares nothing: { ownerUrl, superuserUrl, authSecret, remove }. A process may have several, by name. */
export async function startThrowaway(name = "shared") {
  clearLeftovers();
  const place = path.join(os.tmpdir(), `${prefix}${identity().replace(":", "-")}-${name}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const { ownerUrl, superuserUrl, release } = await startPostgres({
    place,
    fast: true,
    ownerPassword: secret(),
    superuserPassword: secret(),
  });
  return {
    ownerUrl,
    superuserUrl,
    authSecret: secret(),
    async remove() {
      await release();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Ends the databases of runs that were killed before they could. */
function clearLeftovers() {
  for (const name of readdirSync(os.tmpdir()).filter((name) => name.startsWith(prefix))) {
    const [pid, started] = name.slice(prefix.length).split("-");
    if (isRunning(`${pid}:${started}`)) continue;
    const place = path.join(os.tmpdir(), name);
    try {
      // PostgreSQL notices that its pid file went away, and ends.
      rmSync(place, { recursive: true, force: true });
    } catch {} // another user's
  }
}
