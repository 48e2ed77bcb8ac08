import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { makeBackup } from "@/lib/db/backup/make-backup";
import { restoreBackup } from "@/lib/db/backup/restore-backup";
import { folderStore } from "@/lib/services/files/folder-store";
import { seedBench } from "@/prisma/seed/bench/seed-bench";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { dropDatabase, inDatabase, testDatabase } from "@/tests/setup/database";

// A backup of a filled database, brought back into an empty one: every table, byte for byte.

const PASSPHRASE = "a sentence that nobody guesses";
const TEXT = "Ahmed's group\tsaid:\\n “نعم” \u{1F331}\nand then \\N";
const source = testDatabase().owner;
const emptyName = `${testDatabase().name}_restored`;
const empty = inDatabase(inject("templateDatabase").owner, emptyName);
const folder = mkdtempSync(path.join(os.tmpdir(), "followthrough-backup-"));
const fromFiles = folderStore(path.join(folder, "from", "files"));
const toFiles = folderStore(path.join(folder, "to", "files"));
const from = { files: fromFiles, now: new Date("2026-11-22T10:00:00Z") };
const to = { files: toFiles, workDir: path.join(folder, "to") };
/** A stored file, named as attachments are. */
const photo = { workspaceId: randomUUID(), fileId: randomUUID() };
const admin = new pg.Client({ connectionString: inDatabase(empty, "postgres") });

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  await admin.connect();
  await seedDemo(source, "2026-11-22");
  await seedBench(source, { workspaces: 2, consultations: 30 });
  await ask(source, `UPDATE consultations SET notes = ${admin.escapeLiteral(TEXT)} WHERE reference = 'B1-1'`);
  await ask(
    source,
    "SELECT graphile_worker.add_job('send-mail', '{}', run_at => '2027-01-01'), graphile_worker.add_job('run-import', '{}')",
  );
});
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fromFiles.write(photo, Buffer.alloc(3_000_000, "x"));
  writeFileSync(path.join(folder, "from", "secrets.json"), "never in a backup");
  await dropDatabase(emptyName);
  await admin.query(
    `CREATE DATABASE ${emptyName} TEMPLATE ${inject("templateDatabase").name} STRATEGY file_copy`,
  );
});
afterAll(async () => {
  await dropDatabase(emptyName);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("a backup", () => {
  it("comes back whole: every table with its row count and checksum, every file", async () => {
    const made = await makeBackup(source, file("whole"), { ...from, passphrase: PASSPHRASE });
    expect(made.tables["public.consultations"]?.rows).toBeGreaterThan(90);
    expect(made.tables["graphile_worker._private_jobs"]?.rows).toBeGreaterThanOrEqual(2);
    const brought = await restoreBackup(empty, file("whole"), { ...to, passphrase: PASSPHRASE });
    expect(brought).toEqual(made);
    expect(Object.keys(made.files)).toEqual([`files/${photo.workspaceId}/${photo.fileId}`]);
    expect(await makeBackup(empty, file("again"), { ...from, files: toFiles, passphrase: null })).toEqual(
      made,
    );
    const back = await toFiles.read(photo);
    expect(back && (await buffer(back))).toHaveLength(3_000_000);
    const [row] = await ask(empty, "SELECT notes FROM consultations WHERE reference = 'B1-1'");
    expect(row?.notes).toBe(TEXT);
  });

  it("can be worked with afterwards: triggers and counters go on", async () => {
    await makeBackup(source, file("on"), { ...from, passphrase: null });
    await restoreBackup(empty, file("on"), { ...to, passphrase: null });
    await ask(
      empty,
      `INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on)
       SELECT workspace_id, gen_random_uuid(), id, '2027-05-05', '2026-11-20' FROM consultations WHERE reference = 'B1-1'`,
    );
    const [row] = await ask(
      empty,
      "SELECT answer_due_on::text AS due FROM consultations WHERE reference = 'B1-1'",
    );
    expect(row?.due).toBe("2027-05-05");
    await ask(empty, "SELECT graphile_worker.add_job('send-mail', '{}')");
    const off = await ask(empty, "SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'");
    expect(off).toEqual([]);
  });

  it("is readable by its owner alone, and holds neither secrets nor, sealed, a word of content", async () => {
    await makeBackup(source, file("sealed"), { ...from, passphrase: PASSPHRASE });
    expect(statSync(file("sealed")).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file("sealed"));
    for (const word of ["consultations", "Riverside", "head.json", "never in a backup"])
      expect(bytes.includes(word)).toBe(false);
  });

  it("is never written over", async () => {
    await makeBackup(source, file("one"), { ...from, passphrase: null });
    const before = readFileSync(file("one"));
    await expect(makeBackup(source, file("one"), { ...from, passphrase: null })).rejects.toThrow(
      /is there already/,
    );
    expect(readFileSync(file("one")).equals(before)).toBe(true);
  });
});

describe("a restore changes nothing", () => {
  const untouched = async () => {
    const [row] = await ask(empty, "SELECT count(*)::int AS n FROM workspaces");
    expect(row?.n).toBe(0);
  };

  it.each([
    ["with another passphrase", "another passphrase", /another passphrase/],
    ["without the passphrase", null, /BACKUP_PASSPHRASE/],
  ])("%s", async (_name, passphrase, sentence) => {
    await makeBackup(source, file("x"), { ...from, passphrase: PASSPHRASE });
    await expect(restoreBackup(empty, file("x"), { ...to, passphrase })).rejects.toThrow(sentence);
    await untouched();
  });

  it.each([
    ["cut off in the middle", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["cut off at the end", (bytes: Buffer) => bytes.subarray(0, -1)],
    [
      "changed by one bit",
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        const at = changed.length - 500;
        changed[at] = (changed[at] ?? 0) ^ 1;
        return changed;
      },
    ],
  ])("when the file is %s", async (_name, spoil) => {
    for (const passphrase of [PASSPHRASE, null]) {
      const name = `spoilt-${passphrase === null ? "plain" : "sealed"}`;
      await makeBackup(source, file(name), { ...from, passphrase });
      writeFileSync(file(name), spoil(readFileSync(file(name))));
      await expect(restoreBackup(empty, file(name), { ...to, passphrase })).rejects.toThrow(
        /not whole|no whole|changed since/,
      );
      await untouched();
    }
  });

  it("when somebody works with the database already", async () => {
    await makeBackup(source, file("used"), { ...from, passphrase: null });
    await ask(empty, "INSERT INTO users (id, email) VALUES (gen_random_uuid(), 'a@example.org')");
    await expect(restoreBackup(empty, file("used"), { ...to, passphrase: null })).rejects.toThrow(/already/);
  });

  it("when the file is something else", async () => {
    writeFileSync(file("else"), "PK\u0003\u0004 not a backup");
    await expect(restoreBackup(empty, file("else"), { ...to, passphrase: null })).rejects.toThrow(
      /no whole backup/,
    );
    await untouched();
  });
});
