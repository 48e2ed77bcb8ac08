import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { dropDatabase, testDatabase } from "./database";

// Runs before each integration test file: clones the worker's database and points lib/env.ts at it.

const database = testDatabase();
const template = inject("templateDatabase");

await dropDatabase(database.name);
const client = new pg.Client({ connectionString: inject("superuserUrl") });
await client.connect();
const owner = new URL(template.owner).username;
await client.query(
  `CREATE DATABASE ${database.name} OWNER ${owner} TEMPLATE ${template.name} STRATEGY file_copy`,
);
await client.end();

const dataDir = mkdtempSync(path.join(os.tmpdir(), "followthrough-data-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

Object.assign(process.env, {
  APP_DATABASE_URL: database.tenant,
  SYSTEM_DATABASE_URL: database.system,
  SHARE_DATABASE_URL: database.share,
  AUTH_SECRET: inject("authSecret"),
  APP_URL: "http://127.0.0.1:3000",
  DATA_DIR: dataDir,
  DEMO: "0",
  LOG_LEVEL: "silent",
  // No test asks anybody outside of this machine.
  READ_LINKS: "0",
});
for (const name of ["DATABASE_URL", "SMTP_URL", "S3_URL", "METRICS_SECRET", "PORT", "HOST"])
  delete process.env[name];
