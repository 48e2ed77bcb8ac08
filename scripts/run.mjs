// node scripts/run.mjs <file.ts> …: runs one of our commands with the database it needs.
// stdout belongs to the command; progress goes to stderr. The database is left as it was found.
import { ended, startNode, stopChildren, typescript } from "./parts/children.mjs";
import { install } from "./parts/install.mjs";
import { explain, Halt } from "./parts/say.mjs";

const undo = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopChildren());

/** Returns the command's exit code. */
async function runCommand([file, ...args]) {
  if (!file?.endsWith(".ts")) throw new Halt("Usage: node scripts/run.mjs <file.ts> [arguments]");
  await install();
  const { readSettings, openDatabase, ownerEnvironment } = await import("./parts/database.mjs");
  const { generateClient } = await import("./parts/build.mjs");
  const { prepareDatabase } = await import("./parts/prepare.mjs");

  const settings = await readSettings();
  const database = await openDatabase(settings);
  undo.push(() => database.release({ asFound: true }));
  await generateClient();
  // This may be the first command of all. The demo workspaces are npm start's to fill in.
  await prepareDatabase({ ...settings, demo: false }, database);

  const child = startNode(typescript(file, ...args), {
    stdio: ["inherit", "inherit", "inherit"],
    env: ownerEnvironment(settings, database),
  });
  const { code } = await ended(child);
  return code ?? 1;
}

let code;
try {
  code = await runCommand(process.argv.slice(2));
} catch (error) {
  code = explain(error);
}
for (const step of undo) await step();
process.exitCode = code;
