// What has to be there before any package can be used: Node's version and node_modules. Node only, no packages.
import { existsSync } from "node:fs";
import { ended, start } from "./children.mjs";
import { inRoot } from "./paths.mjs";
import { readIfThere } from "./processes.mjs";
import { Halt, say } from "./say.mjs";

const oldest = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Halt(
    `This is Node ${version}; Followthrough needs Node ${oldest.join(".")} or newer (https://nodejs.org).`,
  );
}

/** Names the first locked package that is not installed as locked, or null. */
export function missingPackage(locked, installed, { withTools }) {
  for (const [place, wanted] of Object.entries(locked)) {
    if (place === "" || wanted.link || (wanted.dev && !withTools)) continue;
    const found = installed[place];
    if (!found && (wanted.optional || wanted.devOptional || wanted.peer)) continue; // for another kind of machine
    if (!found || found.version !== wanted.version || found.integrity !== wanted.integrity)
      return place.replace(/^.*node_modules\//, "");
  }
  return null;
}

function missing(withTools) {
  const packages = (file) => JSON.parse(readIfThere(file) ?? "{}").packages ?? {};
  if (!existsSync(inRoot("node_modules/.package-lock.json"))) return "everything";
  // npm keeps its own record of what it installed, written last: an install that was killed has none.
  return missingPackage(
    packages(inRoot("package-lock.json")),
    packages(inRoot("node_modules/.package-lock.json")),
    { withTools },
  );
}

/** Installs the locked packages when one is missing or another version. withTools: those for tests too. */
export async function install({ withTools = false } = {}) {
  checkNode();
  const first = missing(withTools);
  if (!first) return;
  say(
    first === "everything"
      ? "Installing packages (about a minute the first time) …"
      : `Installing packages (${first} is missing or out of date) …`,
  );
  // Not "npm ci": that would take away what is installed already, also from a server that runs on it, and
  // it stops where a registry lacks a package for some other kind of machine. The locked versions hold either way.
  const args = [
    "install",
    "--no-save",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--loglevel=error",
  ];
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? start(process.execPath, [process.env.npm_execpath, ...args], { stdio: ["ignore", 2, 2] })
    : start(process.platform === "win32" ? "npm.cmd" : "npm", args, {
        stdio: ["ignore", 2, 2],
        shell: process.platform === "win32",
      });
  const beat = setInterval(() => say("… still installing"), 10_000);
  const { code } = await ended(npm).finally(() => clearInterval(beat));
  if (code !== 0)
    throw new Halt(
      "Installing the packages failed; npm's reason is above. The npm registry has to be reachable.",
    );
  const still = missing(withTools);
  if (still)
    throw new Halt(
      `npm finished, but ${still} is not installed as package-lock.json asks: package.json and package-lock.json disagree. Run npm install.`,
    );
  say("Packages are installed.");
}
