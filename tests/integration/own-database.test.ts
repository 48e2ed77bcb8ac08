import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startThrowaway } from "@/scripts/parts/throwaway.mjs";

// DATABASE_URL instead of the embedded database: a second server, started separately, whose owner is no superuser.

const dataDir = mkdtempSync(path.join(os.tmpdir(), "followthrough-own-"));
let server: Awaited<ReturnType<typeof startThrowaway>>;
beforeAll(async () => {
  server = await startThrowaway("own");
});
afterAll(async () => {
  await server.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs one of the commands of package.json with DATABASE_URL set. */
function command(
  file: string,
  ...args: string[]
): Promise<{ code: number | null; said: string; told: string }> {
  const child = spawn(process.execPath, ["scripts/run.mjs", file, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: server.ownerUrl,
      AUTH_SECRET: server.authSecret,
      DATA_DIR: dataDir,
      APP_DATABASE_URL: "",
      SYSTEM_DATABASE_URL: "",
      SHARE_DATABASE_URL: "",
      APP_URL: "https://followthrough.example.org",
      DEMO: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard = { said: "", told: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (heard.said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (heard.told += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...heard })));
}

test("commands prepare it, work on it, and never start the embedded one", async () => {
  const opened = await command(
    "scripts/workspace.ts",
    "create",
    "lakeside",
    "--name",
    "Lakeside",
    "--owner",
    "amina@example.org",
  );
  expect(opened).toMatchObject({ code: 0 });
  const [address, link] = opened.said.trim().split("\n");
  expect(address).toBe("https://followthrough.example.org/w/lakeside");
  expect(link).toMatch(
    /^https:\/\/followthrough\.example\.org\/sign-in\/confirm\?email=amina%40example\.org&token=/,
  );
  expect(readdirSync(dataDir)).not.toContain("postgres");

  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM workspaces) AS workspaces, (SELECT count(*)::int FROM holidays) > 100 AS holidays,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser`,
  );
  await client.end();
  expect(rows).toEqual([{ workspaces: 1, holidays: true, superuser: false }]);

  const again = await command("scripts/sign-in-link.ts", "amina@example.org");
  expect(again.said).toMatch(/\/sign-in\/confirm\?email=amina%40example\.org&token=/);
  expect(again.told).toBe("");
  const stranger = await command(
    "scripts/workspace.ts",
    "create",
    "lakeside",
    "--name",
    "Other",
    "--owner",
    "b@example.org",
  );
  expect(stranger).toMatchObject({ code: 1, said: "" });
  expect(stranger.told).toContain("There is a workspace with this slug already.");
});
