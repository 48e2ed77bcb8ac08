// npm start and npm run dev: from a fresh clone to a served page. Ctrl-C stops all of it.
import { rmSync } from "node:fs";
import path from "node:path";
import { startNode, stopChildren } from "./parts/children.mjs";
import { install } from "./parts/install.mjs";
import { builtServer, next } from "./parts/next-server.mjs";
import { takeLock } from "./parts/processes.mjs";
import { explain, Halt, say } from "./parts/say.mjs";

const dev = process.argv.includes("--dev");
/** What to undo at the end, last first. */
const undo = [];
let ending = null;

/** Ends everything in order, once, and then this process. */
function end(code) {
  ending ??= (async () => {
    try {
      await stopChildren();
      for (const step of undo.reverse()) await step();
    } catch (error) {
      code = explain(error);
    }
    process.exit(code);
  })();
  return ending;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (!ending) say("Stopping …");
    void end(0);
  });
}

async function serve() {
  await install();
  // Only now are there packages to import.
  const { readSettings, openDatabase, serverEnvironment } = await import("./parts/database.mjs");
  const { assertFree, localAddress, waitUntilHealthy } = await import("./parts/address.mjs");
  const { actionsKey, build, generateClient, serveBuild } = await import("./parts/build.mjs");
  const { prepareDatabase } = await import("./parts/prepare.mjs");

  const settings = await readSettings();
  holdDataFolder(settings);
  await assertFree(settings);

  say(settings.databaseUrl ? "Using the database in DATABASE_URL." : "Starting the embedded PostgreSQL …");
  const database = await openDatabase(settings);
  undo.push(() => database.release());
  database.keepRunning();
  await generateClient();
  await prepareDatabase(settings, database);
  if (!dev) {
    await build(database.authSecret);
    undo.push(serveBuild(settings.appUrl));
  }

  say("Starting the server …");
  const server = startNode(
    dev ? [next, "dev", "-H", settings.host, "-p", String(settings.port)] : builtServer(settings),
    {
      stdio: ["ignore", 2, 2],
      env: {
        ...serverEnvironment(settings, database),
        NODE_ENV: dev ? "development" : "production",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(database.authSecret),
      },
    },
  );
  const exited = new Promise((resolve) =>
    server.once("exit", (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  if (!(await waitUntilHealthy(settings, { seconds: dev ? 180 : 60, gone: () => gone || ending }))) {
    if (ending) return;
    throw new Halt(
      gone
        ? `The server ended at once (${await exited}); its reason is above.`
        : `The server does not answer on ${localAddress(settings)}/api/health; what it said is above.`,
    );
  }
  process.stdout.write(`${welcome(settings)}\n`);
  const how = await exited;
  if (!ending) throw new Halt(`The server ended by itself (${how}); its reason is above.`);
}

/** One server per data folder: says which one runs there already. */
function holdDataFolder(settings) {
  const file = path.join(settings.dataDir, "server.lock");
  const other = takeLock(file, { address: settings.appUrl });
  if (other) {
    const [pid] = other.holder.split(":");
    throw new Halt(
      `Followthrough is already running from ${settings.dataDir}: ${other.address} (process ${pid}). Use it there, or stop it first.`,
    );
  }
  undo.push(() => rmSync(file, { force: true }));
}

function welcome(settings) {
  const how = settings.demo
    ? "Open it and press one of the “Try it as …” buttons to sign in."
    : "Sign in by e-mail there, or get a one-time address:  npm run -s sign-in-link -- you@example.org";
  return `\nFollowthrough is running at ${settings.appUrl}\n${how}\nCtrl-C stops it.`;
}

try {
  await serve();
} catch (error) {
  if (!ending) await end(explain(error));
}
