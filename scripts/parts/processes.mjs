// Processes and files that say who is using something. Node only, no packages.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Linux tells when a process started, which tells a reused process number from the real one. */
function startTime(pid) {
  if (process.platform !== "linux") return "";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "gone" : fields[19];
  } catch {
    return "gone";
  }
}

/** Names a running process so that a later reader can tell whether it still runs. */
export const identity = (pid = process.pid) => `${pid}:${startTime(pid)}`;

/** Whether the process named by identity() still runs (a zombie does not). */
export function isRunning(name) {
  const [pid, started] = String(name).split(":");
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const now = startTime(pid);
  return now !== "gone" && (!started || now === started);
}

/** Writes a file so that a reader finds all of it or the old one, whenever this process is killed. */
export function writeWhole(file, text, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode, flush: true });
  renameSync(draft, file);
}

export function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  }
}

/**
 * Takes a lock file that ends with its process. Returns null when taken,
 * otherwise what the living holder wrote: { holder, ...note }.
 */
export function takeLock(file, note = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}.new`;
  for (;;) {
    writeFileSync(mine, JSON.stringify({ holder: identity(), ...note }));
    try {
      linkSync(mine, file); // fails when the file exists, and never shows a half-written one
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    if (readIfThere(file) === null) continue; // given back meanwhile: it may be somebody else's by now
    const held = readLock(file);
    if (held && isRunning(held.holder)) return held;
    rmSync(file, { force: true }); // its holder was killed
  }
}

/** What a lock file says, or null when it is gone or unreadable. */
export function readLock(file) {
  try {
    return JSON.parse(readIfThere(file) ?? "null");
  } catch {
    return null;
  }
}

/** Runs work while holding a lock file, waiting for a living holder at most `seconds`. */
export async function withLock(file, seconds, work) {
  const until = Date.now() + seconds * 1000;
  while (takeLock(file)) {
    if (Date.now() > until) throw new Error(`${file} has been held by another process for ${seconds} s`);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
