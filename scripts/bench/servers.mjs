// The servers that are measured: the product, and the floors beside it. Each on a free port of this machine.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { waitUntilHealthy } from "../parts/address.mjs";
import { actionsKey } from "../parts/build.mjs";
import { ended, startNode, stop } from "../parts/children.mjs";
import { serverEnvironment } from "../parts/database.mjs";
import { builtServer, next } from "../parts/next-server.mjs";
import { inRoot } from "../parts/paths.mjs";
import { freePort } from "../parts/postgres-server.mjs";
import { Halt, say } from "../parts/say.mjs";
import { hashOf, isStamped, sourceFiles, stamp } from "../parts/stamp.mjs";

const floorFolder = "bench/floor";

/** Starts one; `failed` is told when it ends before stop() asked it to. */
async function serve(name, args, env, failed, answers) {
  const port = await freePort();
  const child = startNode(args(port), {
    stdio: ["ignore", 2, 2],
    env: { ...env, PORT: String(port), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let wanted = true;
  child.once("exit", (code, signal) => {
    if (wanted) failed(new Halt(`${name} ended by itself (${signal ?? `code ${code}`}).`));
  });
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers({ host: "127.0.0.1", port, url })))
    throw new Halt(`${name} does not answer on ${url}.`);
  return {
    name,
    url,
    pid: child.pid,
    stop: () => {
      wanted = false;
      return stop(child);
    },
  };
}

async function answersOn(url) {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status > 0 && status < 500) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** The product as `npm start` serves it. */
export const serveProduct = (settings, database, failed, more = {}) =>
  serve(
    "The product",
    (port) => builtServer({ host: "127.0.0.1", port }),
    {
      ...serverEnvironment(settings, database),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(database.authSecret),
      ...more,
    },
    failed,
    (where) => waitUntilHealthy(where, { seconds: 60, gone: () => false }),
  );

function filesBelow(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.name === ".next") return [];
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}

/** Builds the floor: a small application of the same framework. Again only when it or the product changed. */
export async function buildFloor() {
  const hash = hashOf([...filesBelow(floorFolder).sort(), ...sourceFiles()]);
  if (isStamped("bench-floor", hash) && existsSync(inRoot(floorFolder, ".next/BUILD_ID"))) return;
  say("Building the floor …");
  const child = startNode([next, "build", inRoot(floorFolder)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const { code, output } = await ended(child);
  if (code !== 0) throw new Halt(`The floor could not be built:\n${output.trim()}`);
  stamp("bench-floor", hash);
}

/** The same framework, started as it comes, serving the same statements with no sign-in. */
export const serveFloor = (database, recorded, failed) =>
  serve(
    "The framework's floor",
    (port) => [next, "start", inRoot(floorFolder), "-H", "127.0.0.1", "-p", String(port)],
    { PATH: process.env.PATH, FLOOR_DATABASE_URL: database.urls.tenant, FLOOR_RECORDED: recorded },
    failed,
    ({ url }) => answersOn(`${url}/trivial`),
  );

/** The same bytes from a bare Node server. */
export const servePlain = (answers, failed) =>
  serve(
    "The bare Node server",
    () => [inRoot("bench/plain-server.mjs")],
    { PATH: process.env.PATH, ANSWERS: answers },
    failed,
    ({ url }) => answersOn(url),
  );

/** Megabytes that a process holds in memory now; null where the machine does not tell. */
export function memoryOf({ pid }) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}
