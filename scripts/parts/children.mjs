// Child processes: all of them end with this process.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { inRoot, root } from "./paths.mjs";

const watchParent = pathToFileURL(inRoot("scripts/parts/watch-parent.mjs")).href;
const running = new Set();

/** Starts a program in the top folder. Options as for spawn; it is stopped by stopChildren(). */
export function start(command, args, options = {}) {
  // Its own process group: Ctrl-C reaches only us, and we end things in order.
  const child = spawn(command, args, { cwd: root, detached: process.platform !== "win32", ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Starts Node on a file; the child also ends when this process is killed with -9. */
export function startNode(
  args,
  { stdio = ["ignore", "inherit", "inherit"], env = process.env, ...options } = {},
) {
  const marked = { ...env, FOLLOWTHROUGH_PARENT: String(process.pid) };
  return start(process.execPath, ["--import", watchParent, ...args], {
    stdio: [...stdio, "ipc"],
    env: marked,
    ...options,
  });
}

/** Node's arguments for running a TypeScript file of ours. */
export const typescript = (file, ...args) => [
  "--conditions=react-server",
  "--import",
  "tsx",
  inRoot(file),
  ...args,
];

/** Waits for a child's end: { code, signal, output } (output: what it wrote to piped stdout and stderr). */
export function ended(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, output }));
  });
}

/** Runs a program to its end and returns { code, signal, output }, everything piped. */
export const run = (command, args, options = {}) =>
  ended(start(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options }));

/** Ends every child: asks first, kills after ten seconds. */
export async function stopChildren() {
  await Promise.all([...running].map((child) => stop(child)));
}

/** Ends one child and whatever it started. */
export function stop(child, seconds = 10) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return Promise.resolve();
  return new Promise((resolve) => {
    const signal = (name) => {
      try {
        process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
      } catch {} // gone meanwhile
    };
    const timer = setTimeout(() => signal("SIGKILL"), seconds * 1000);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    signal("SIGTERM");
  });
}
