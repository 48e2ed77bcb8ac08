import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databasePlace, startPostgres } from "@/scripts/parts/postgres.mjs";
import { keptSecrets } from "@/scripts/parts/secrets.mjs";

// The embedded PostgreSQL, and the ways it can end.

let top: string;
let dataDir: string;
let running: Awaited<ReturnType<typeof startPostgres>> | undefined;

beforeEach(() => {
  top = mkdtempSync(path.join(os.tmpdir(), "followthrough-embedded-"));
  chmodSync(top, 0o755); // as root the database runs as another user, who passes through here
  dataDir = path.join(top, ".data");
});
afterEach(async () => {
  await running?.release();
  running = undefined;
  rmSync(top, { recursive: true, force: true });
});

async function start({ fast = true } = {}) {
  const kept = keptSecrets(dataDir);
  running = await startPostgres({ place: databasePlace(dataDir), fast, ...kept });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = () =>
  Number(readFileSync(path.join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

test("its owner is no superuser, and its secrets are its user's alone", async () => {
  const { ownerUrl } = await start();
  expect(
    await ask(
      ownerUrl,
      "SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user",
    ),
  ).toEqual([{ rolsuper: false, rolcreaterole: true, rolbypassrls: false }]);
  expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(keptSecrets(dataDir)).toEqual(keptSecrets(dataDir));
});

test("killed with -9 it comes back with its data", async () => {
  const { ownerUrl } = await start({ fast: false });
  await ask(ownerUrl, "CREATE TABLE kept AS SELECT 1 AS one");
  process.kill(serverPid(), "SIGKILL");
  const again = await start();
  expect(again.reused).toBe(false);
  expect(await ask(again.ownerUrl, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
});

test("one that still runs is used again", async () => {
  const { ownerUrl } = await start();
  const again = await start();
  expect(again.reused).toBe(true);
  expect(again.ownerUrl).toBe(ownerUrl);
});

test("two commands that start together share one", async () => {
  const kept = keptSecrets(dataDir);
  const both = await Promise.all(
    [1, 2].map(() => startPostgres({ place: databasePlace(dataDir), fast: true, ...kept })),
  );
  running = both[0];
  expect(new Set(both.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
});

test("what an interrupted first start left behind is cleared away", async () => {
  const place = path.join(dataDir, "postgres");
  keptSecrets(dataDir);
  mkdirSync(path.join(place, "data.new-1/base"), { recursive: true });
  mkdirSync(path.join(place, "data/base"), { recursive: true });
  await start();
  expect(existsSync(path.join(place, "data/PG_VERSION"))).toBe(true);
  expect(readdirSync(place).filter((name) => name.startsWith("data.new"))).toEqual([]);
});

test("looked after, it is started again on the same port", async () => {
  const { ownerUrl, keepRunning } = await start();
  keepRunning();
  process.kill(serverPid(), "SIGKILL");
  await expect
    .poll(() => ask(ownerUrl, "SELECT 1 AS one").catch(() => null), { timeout: 15_000 })
    .toEqual([{ one: 1 }]);
});

test("damaged secrets are told, not replaced", async () => {
  keptSecrets(dataDir);
  rmSync(path.join(dataDir, "secrets.json"));
  mkdirSync(path.join(dataDir, "secrets.json"));
  expect(() => keptSecrets(dataDir)).toThrow("cannot be read");
});
