// One PostgreSQL and its folder: made, found again, recovered after a kill, stopped.
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { run } from "./children.mjs";
import { isRoot, runAs } from "./native.mjs";
import { identity, isRunning, readIfThere, withLock } from "./processes.mjs";
import { Halt, say } from "./say.mjs";

export const superuser = "postgres";
export const ownerName = "followthrough";
export const databaseName = "followthrough";

if (isRoot) process.umask(0o022); // the database's user has to read what we make; secrets set their own mode

/** The server kept in a folder. Its callers hold the folder's lock. */
export class Server {
  constructor(options) {
    Object.assign(this, options);
    this.data = path.join(this.place, "data");
    this.log = path.join(this.place, "postgres.log");
    this.pidFile = path.join(this.data, "postmaster.pid");
    this.users = path.join(this.place, "users");
    this.port = 0;
    this.stopping = false;
  }

  url(name, password, database) {
    return `postgresql://${name}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  program(name, args) {
    return run(path.join(this.native, "bin", name), args, {
      ...runAs,
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C" },
    });
  }

  /** Who else uses this server: processes that still run. */
  otherUsers() {
    mkdirSync(this.users, { recursive: true });
    const names = readdirSync(this.users).map((file) => file.replace("-", ":"));
    return names.filter((name) => {
      if (name === identity()) return false;
      if (isRunning(name)) return true;
      rmSync(path.join(this.users, name.replace(":", "-")), { force: true });
      return false;
    });
  }
  enter() {
    writeFileSync(path.join(this.users, identity().replace(":", "-")), "");
  }
  leave() {
    rmSync(path.join(this.users, identity().replace(":", "-")), { force: true });
  }

  /** Returns whether it was already running. */
  async start() {
    if (!existsSync(path.join(this.data, "PG_VERSION"))) await this.create();
    if (await this.findRunning()) return true;
    // The same port again when possible: a server that lost its database finds it there.
    if (!this.port || !(await isFree(this.port))) this.port = await freePort();
    const options = ["-p", this.port, "-h", "127.0.0.1"];
    const settings = {
      unix_socket_directories: "''",
      max_connections: this.fast ? 200 : 60,
      shared_buffers: "128MB",
    };
    if (this.fast)
      Object.assign(settings, {
        fsync: "off",
        synchronous_commit: "off",
        full_page_writes: "off",
        max_wal_size: "4GB",
      });
    for (const [name, value] of Object.entries(settings)) options.push("-c", `${name}=${value}`);
    const started = await this.program("pg_ctl", [
      "-D",
      this.data,
      "-l",
      this.log,
      "-w",
      "-t",
      "120",
      "-o",
      options.join(" "),
      "start",
    ]);
    if (started.code !== 0) {
      throw new Halt(
        `The embedded PostgreSQL did not start: ${started.output.trim()}\nThe end of ${this.log}:\n${(readIfThere(this.log) ?? "").slice(-1500)}`,
      );
    }
    return false;
  }

  /** Looks after the server while this process runs, and starts it again should it be killed. */
  keepRunning() {
    const look = async () => {
      const pid = Number(readIfThere(this.pidFile)?.split("\n")[0]);
      if (this.stopping || servesFolder(pid, this.data)) return;
      say("The embedded PostgreSQL was killed; starting it again …");
      await withLock(path.join(this.place, "starting.lock"), 120, () => this.start());
    };
    const next = () =>
      setTimeout(
        () =>
          look()
            .catch((error) => say(error.message))
            .finally(() => this.stopping || next()),
        1000,
      ).unref();
    next();
  }

  /** Makes the data folder beside its place and moves it there when whole. */
  async create() {
    if (isRoot) chownSync(this.place, runAs.uid, runAs.gid);
    for (const name of readdirSync(this.place)) {
      if (name.startsWith("data.new-")) rmSync(path.join(this.place, name), { recursive: true, force: true });
    }
    const draft = path.join(this.place, `data.new-${process.pid}`);
    const passwordFile = path.join(this.place, "password.new");
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, this.superuserPassword, { mode: 0o600 });
    if (isRoot) chownSync(passwordFile, runAs.uid, runAs.gid);
    const made = await this.program("initdb", [
      "-D",
      draft,
      "-U",
      superuser,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-locale",
      ...(this.fast ? ["--no-sync"] : []),
    ]).finally(() => rmSync(passwordFile, { force: true }));
    if (made.code !== 0)
      throw new Halt(`The embedded database could not be made in ${this.place}: ${made.output.trim()}`);
    rmSync(this.data, { recursive: true, force: true }); // at most what an older, killed attempt left: it has no PG_VERSION
    renameSync(draft, this.data);
  }

  /** Finds the server that serves our data folder; clears away the traces of one that was killed. */
  async findRunning() {
    const until = Date.now() + 120_000;
    for (;;) {
      const lines = readIfThere(this.pidFile)?.split("\n");
      if (!lines) return false;
      const pid = Number(lines[0]);
      this.port = Number(lines[3]);
      const state = this.port > 0 ? await this.ask() : "silent";
      if (state === "ours") return true;
      if (state === "locked out") {
        throw new Halt(
          `The embedded PostgreSQL in ${this.place} runs, but the password in secrets.json is not its own. Put secrets.json back from a backup.`,
        );
      }
      if (!servesFolder(pid, this.data)) {
        // Killed with -9, or the machine went down. Its workers must be gone before the next one starts.
        if (workersIn(this.data).length === 0) {
          rmSync(this.pidFile, { force: true });
          return false;
        }
      }
      if (Date.now() > until)
        throw new Halt(
          `PostgreSQL (process ${pid}) holds ${this.data} but does not answer. Stop it, then try again.`,
        );
      await pause(50);
    }
  }

  /** What answers on our port: "ours", "locked out", "silent" (nothing, still starting, or somebody else's). */
  async ask() {
    const client = new pg.Client({
      connectionString: this.url(superuser, this.superuserPassword, "postgres"),
      connectionTimeoutMillis: 3000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query("SHOW data_directory");
      return rows[0].data_directory === this.data ? "ours" : "silent";
    } catch (error) {
      return error.code === "28P01" &&
        servesFolder(Number(readIfThere(this.pidFile)?.split("\n")[0]), this.data)
        ? "locked out"
        : "silent";
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** The owner is no superuser, as on a server that somebody else runs. */
  async ensureDatabase() {
    const client = new pg.Client({
      connectionString: this.url(superuser, this.superuserPassword, "postgres"),
    });
    await client.connect();
    try {
      const { rows } = await client.query(
        "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS owner, EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database",
        [ownerName, databaseName],
      );
      if (!rows[0].owner) {
        await client.query(
          `CREATE ROLE ${ownerName} LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(this.ownerPassword)}`,
        );
      }
      if (!rows[0].database) await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerName}`);
    } finally {
      await client.end();
    }
  }

  async stop() {
    const stopped = await this.program("pg_ctl", ["-D", this.data, "-m", "fast", "-w", "-t", "60", "stop"]);
    if (stopped.code !== 0 && existsSync(this.pidFile))
      say(`PostgreSQL did not stop: ${stopped.output.trim()}`);
  }
}

/** Whether a process is a living PostgreSQL that serves this data folder. */
function servesFolder(pid, data) {
  if (!isRunning(String(pid))) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    return false;
  }
}

/** Processes that work in a data folder (PostgreSQL's workers outlive a killed server for a moment). */
function workersIn(data) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && isRunning(pid) && readlinkSync(`/proc/${pid}/cwd`) === data;
    } catch {
      return false;
    }
  });
}

/** A TCP port on 127.0.0.1 that nothing listens on now. */
export const freePort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const isFree = (port) =>
  freePort(port).then(
    () => true,
    () => false,
  );
