import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { dropDatabase, inDatabase, testDatabase } from "@/tests/setup/database";

// The migrator on an empty database of its own.

const name = `${testDatabase().name}_empty`;
const url = inDatabase(inject("templateDatabase").owner, name);
const admin = new pg.Client({ connectionString: inDatabase(url, "postgres") });
await admin.connect();
const folder = mkdtempSync(path.join(os.tmpdir(), "followthrough-migrations-"));

beforeEach(async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  write("1_things", "CREATE TABLE things (id int); INSERT INTO things VALUES (1);");
  write("2_more", "INSERT INTO things VALUES (2);");
  await dropDatabase(name);
  await admin.query(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  await dropDatabase(name);
  await admin.end();
  rmSync(folder, { recursive: true });
});

function write(migration: string, sql: string): void {
  mkdirSync(path.join(folder, migration), { recursive: true });
  writeFileSync(path.join(folder, migration, "migration.sql"), sql);
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const things = () => rows("SELECT id FROM things ORDER BY id");

test("applies each migration once, in order, and the queue's own", async () => {
  expect(await migrate(url, { folder })).toEqual(["1_things", "2_more"]);
  expect(await migrate(url, { folder })).toEqual([]);
  expect(await things()).toEqual([{ id: 1 }, { id: 2 }]);
  expect(await rows("SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS queue")).toEqual([
    { queue: true },
  ]);
});

test("keeps Prisma's ledger", async () => {
  await migrate(url, { folder });
  expect(
    await rows(
      "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1 LIMIT 1",
    ),
  ).toEqual([
    {
      migration_name: "1_things",
      // sha256 of the file, as `prisma migrate` computes it
      checksum: "e3f6fd0017d205a5208370333fd62e7fe8cf12f8217326866f03b284bd8a8f57",
      finished: true,
      applied_steps_count: 1,
    },
  ]);
});

test("servers that start together do not get in each other's way", async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, { folder })));
  expect(applied.flat().sort()).toEqual(["1_things", "2_more"]);
  expect(await things()).toEqual([{ id: 1 }, { id: 2 }]);
});

test("a migration changed after it was applied is refused", async () => {
  await migrate(url, { folder });
  write("1_things", "CREATE TABLE things (id bigint);");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "The migration 1_things was changed after it was applied",
  );
});

test("a migration that fails changes nothing and says where", async () => {
  write("3_wrong", "INSERT INTO things VALUES (3);\nINSERT INTO nowhere VALUES (1);");
  await expect(migrate(url, { folder })).rejects.toThrow(
    'The migration 3_wrong failed and changed nothing: relation "nowhere" does not exist (line 2)',
  );
  expect(await things()).toEqual([{ id: 1 }, { id: 2 }]);
  write("3_wrong", "INSERT INTO things VALUES (3);");
  expect(await migrate(url, { folder })).toEqual(["3_wrong"]);
});

test("a database of a newer version is refused", async () => {
  write("3_newer", "SELECT 1;");
  await migrate(url, { folder });
  rmSync(path.join(folder, "3_newer"), { recursive: true });
  await expect(migrate(url, { folder })).rejects.toThrow("it was used by a newer version");
});

test("a migration that another tool left half done is refused", async () => {
  await migrate(url, { folder });
  await rows("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_more'");
  await expect(migrate(url, { folder })).rejects.toThrow("did not finish");
});

test("our own migrations apply to an empty database, as an owner who is no superuser", async () => {
  cpSync("prisma/migrations", folder, { recursive: true });
  rmSync(path.join(folder, "1_things"), { recursive: true });
  rmSync(path.join(folder, "2_more"), { recursive: true });
  expect((await migrate(url, { folder })).length).toBeGreaterThan(0);
  expect(await rows("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
    { rolsuper: false },
  ]);
});
