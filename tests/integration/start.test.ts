import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

// What npm start says when it cannot start.

const dataDir = mkdtempSync(path.join(os.tmpdir(), "followthrough-start-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs npm start with settings until it ends. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const none = {
    DATABASE_URL: "",
    APP_DATABASE_URL: "",
    SYSTEM_DATABASE_URL: "",
    SHARE_DATABASE_URL: "",
    AUTH_SECRET: "",
    APP_URL: "",
    DEMO: "",
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...none, DATA_DIR: dataDir, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

test("a wrong setting is named, without a stack trace", async () => {
  const { code, said } = await start({ PORT: "http", LOG_LEVEL: "loud" });
  expect(code).toBe(1);
  expect(said).toContain('PORT is "http": expected a whole number from 1 to 65535.');
  expect(said).toContain('LOG_LEVEL is "loud": expected one of');
  expect(said).not.toMatch(/\n\s+at /);
});

test("a taken port is told, with what to do", async () => {
  const other = net.createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  try {
    const { code, said } = await start({ PORT: String(port) });
    expect(code).toBe(1);
    expect(said).toContain(
      `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another port: PORT=3000 npm start`,
    );
    expect(said).not.toMatch(/\n\s+at /);
  } finally {
    other.close();
  }
});

test("a database that does not answer is told", async () => {
  const { code, said } = await start({
    PORT: "1",
    DATABASE_URL: "postgresql://owner:secret@127.0.0.1:1/nothing",
    AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  });
  expect(code).toBe(1);
  expect(said).toContain("DATABASE_URL does not answer: connect ECONNREFUSED 127.0.0.1:1");
  expect(said).not.toContain("owner:secret");
});
