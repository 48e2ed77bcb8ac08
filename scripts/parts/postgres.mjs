// The embedded PostgreSQL, from the registry package: where it lives, and who uses it.
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { canEnter, nativeFolder, runAs, shelter } from "./native.mjs";
import { root } from "./paths.mjs";
import { databaseName, ownerName, Server, superuser } from "./postgres-server.mjs";
import { withLock } from "./processes.mjs";
import { Halt, say } from "./say.mjs";

/**
 * The folder that holds the embedded database of a data folder. As root, below a
 * folder that only root may enter, it is a link to one under /var/lib.
 */
export function databasePlace(dataDir) {
  const place = path.join(dataDir, "postgres");
  try {
    return readlinkSync(place);
  } catch {}
  mkdirSync(place, { recursive: true });
  if (canEnter(place)) return place;
  if (readdirSync(place).length > 0) {
    throw new Halt(
      `The database in ${place} cannot be reached by the user nobody, as whom PostgreSQL runs. Let others pass through the folders above it (chmod o+x), or set DATA_DIR to a folder they can reach.`,
    );
  }
  try {
    mkdirSync(shelter, { recursive: true, mode: 0o755 });
    const elsewhere = mkdtempSync(path.join(shelter, `${path.basename(root)}-`));
    chownSync(elsewhere, runAs.uid, runAs.gid);
    if (!canEnter(elsewhere)) throw new Error("nobody cannot enter it");
    rmSync(place, { recursive: true });
    symlinkSync(elsewhere, place);
    say(`Others may not enter a folder above ${dataDir}, so the database is kept in ${elsewhere}.`);
    return elsewhere;
  } catch (error) {
    throw new Halt(
      `PostgreSQL runs as the user nobody, who cannot reach ${dataDir} (${shelter} cannot be used either: ${error.message}). Set DATA_DIR to a folder others may enter.`,
    );
  }
}

/**
 * Starts the PostgreSQL kept in `place`, or finds it running, and makes sure its
 * owner and database exist. `fast` gives up safety against power cuts, for tests.
 * Returns { ownerUrl, superuserUrl, reused, keepRunning, release }: keepRunning()
 * starts it again should it be killed; release() stops it unless another living
 * process uses it too.
 */
export async function startPostgres({ place: folder, superuserPassword, ownerPassword, fast = false }) {
  mkdirSync(folder, { recursive: true });
  const place = realpathSync(folder);
  const native = nativeFolder(place);
  const server = new Server({ place, native, superuserPassword, ownerPassword, fast });
  return await withLock(path.join(place, "starting.lock"), 120, async () => {
    const before = server.otherUsers();
    const reused = await server.start();
    server.enter();
    await server.ensureDatabase();
    const foundWithoutUsers = reused && before.length === 0;
    return {
      reused,
      ownerUrl: server.url(ownerName, ownerPassword, databaseName),
      superuserUrl: server.url(superuser, superuserPassword, "postgres"),
      keepRunning: () => server.keepRunning(),
      /** asFound: leave it running when it ran without a living user before. */
      release: ({ asFound = false } = {}) =>
        withLock(path.join(place, "starting.lock"), 120, async () => {
          server.leave();
          server.stopping = true;
          if (server.otherUsers().length === 0 && !(asFound && foundWithoutUsers)) await server.stop();
        }),
    };
  });
}
