// npm run bench: how close the product is to the floor. Starts everything itself, ends everything it started.
//   --quick           fewer workspaces and shorter turns, for every day
//   --only a,b        of: dashboard, list, summary, create, import, growth, memory, scripts
//   --connections 8   instead of 1, 8 and 32
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { stopChildren } from "./parts/children.mjs";
import { install } from "./parts/install.mjs";
import { inRoot } from "./parts/paths.mjs";
import { explain, Halt, say } from "./parts/say.mjs";

const EVERYTHING = ["dashboard", "list", "summary", "create", "import", "growth", "memory", "scripts"];
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    connections: { type: "string" },
  },
});
const plan = {
  quick: values.quick,
  parts: values.only?.split(",") ?? EVERYTHING,
  connections: values.connections?.split(",").map(Number) ?? [1, 8, 32],
  workspaces: values.quick ? 100 : 1000,
  consultations: 200,
  /** Workspaces that are read, and those that are written to. */
  readers: values.quick ? 20 : 200,
  writers: 41,
  rounds: values.quick ? 3 : 5,
  seconds: values.quick ? 1 : 2,
  rows: 10_000,
};

const undo = [];
let ending = null;
/** Ends everything in order, once, and then this process. */
function end(code) {
  ending ??= (async () => {
    await stopChildren();
    for (const step of undo.reverse()) await Promise.resolve(step()).catch((error) => explain(error));
    process.exit(code);
  })();
  return ending;
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(130));

async function bench() {
  const unknown = plan.parts.filter((part) => !EVERYTHING.includes(part));
  if (unknown.length > 0)
    throw new Halt(`There is no ${unknown.join(", ")}; there is ${EVERYTHING.join(", ")}.`);
  await install({ withTools: true });
  const { openBench } = await import("./bench/data.mjs");
  const { build, generateClient } = await import("./parts/build.mjs");
  const { buildFloor } = await import("./bench/servers.mjs");
  const { runBench } = await import("./bench/run.mjs");

  const folder = mkdtempSync(path.join(os.tmpdir(), "followthrough-bench-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  say("Starting PostgreSQL …");
  const place = await openBench();
  undo.push(() => place.database.release());
  await generateClient();
  await build(place.database.authSecret);
  await buildFloor();

  const failure = Promise.withResolvers?.() ?? withResolvers();
  const results = await Promise.race([
    runBench(plan, place, { folder, failed: failure.reject, undo }),
    failure.promise,
  ]);
  mkdirSync(inRoot("bench"), { recursive: true });
  writeFileSync(inRoot("bench/results.json"), `${JSON.stringify(results, null, 2)}\n`);
  say("Written to bench/results.json.");
}

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

let code = 0;
try {
  await bench();
} catch (error) {
  code = ending ? 130 : explain(error);
}
await end(code);
