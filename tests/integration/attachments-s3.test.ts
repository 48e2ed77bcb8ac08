import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { GET as serve } from "@/app/w/[workspace]/files/[id]/route";
import { POST as upload } from "@/app/w/[workspace]/files/upload/route";
import { makeBackup } from "@/lib/db/backup/make-backup";
import { restoreBackup } from "@/lib/db/backup/restore-backup";
import { findUnneededFiles } from "@/lib/db/find-unneeded-files";
import { replayErasures } from "@/lib/db/replay-erasures";
import { readS3Address } from "@/lib/domain/s3-address";
import { settings } from "@/lib/env";
import { fileStore } from "@/lib/features/attachments/open-attachment";
import { sweepFiles } from "@/lib/features/attachments/sweep-files";
import type { FileStore } from "@/lib/services/files/file-store";
import { folderStore } from "@/lib/services/files/folder-store";
import { s3Store } from "@/lib/services/files/s3-store";
import { sightings } from "@/tests/factories/files/canary";
import { aTalkativePdf } from "@/tests/factories/files/pdfs";
import { startS3 } from "@/tests/factories/files/s3-server";
import { aMember } from "@/tests/factories/member";
import { comeAs } from "@/tests/factories/request";
import { dropDatabase, inDatabase, testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));

// Files in an S3-compatible store: the same path as in a folder, spoken to over the network.

const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const owner = testDatabase().owner;
const emptyName = `${testDatabase().name}_restored`;
const empty = inDatabase(inject("templateDatabase").owner, emptyName);

let s3: Awaited<ReturnType<typeof startS3>>;
let database: pg.Client;
let editor: Awaited<ReturnType<typeof aMember>>;
let consultation: string;

beforeAll(async () => {
  s3 = await startS3();
  // Before anybody asks for the settings.
  process.env.S3_URL = s3.url;
  database = new pg.Client({ connectionString: owner });
  await database.connect();
  editor = await aMember("editor");
  comeAs(editor.token);
  consultation = randomUUID();
  const given = [editor.workspace.id, consultation];
  await database.query(
    "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'A council')",
    given,
  );
  await database.query(
    "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on) VALUES ($1, $2, 'Housing', $2, '2026-03-04')",
    given,
  );
});
afterAll(async () => {
  await dropDatabase(emptyName);
  await database.end();
  await s3.stop();
});

async function all(store: FileStore): Promise<string[]> {
  const found: string[] = [];
  for await (const { workspaceId, fileId } of store.list()) found.push(`${workspaceId}/${fileId}`);
  return found.sort();
}

describe.each([
  ["a folder", () => folderStore(path.join(settings().dataDir, "some-files"))],
  ["an S3 store", () => s3Store(readS3Address(s3.url) ?? fail())],
])("%s", (_, open) => {
  it("gives back what was written, lists it, and forgets it", async () => {
    const store = open();
    const before = await all(store);
    const place = { workspaceId: randomUUID(), fileId: randomUUID() };
    const bytes = Buffer.alloc(9_000_000, "bytes of a file");
    await store.write(place, bytes);
    const stream = await store.read(place);
    expect(stream && (await buffer(stream)).equals(bytes)).toBe(true);
    expect(await all(store)).toEqual([...before, `${place.workspaceId}/${place.fileId}`].sort());
    for await (const { writtenAt } of store.list())
      expect(Math.abs(writtenAt.getTime() - Date.now())).toBeLessThan(60_000);
    await store.remove(place);
    await store.remove(place);
    expect(await store.read(place)).toBeNull();
    expect(await all(store)).toEqual(before);
  });

  it("lists more files than fit into one answer", async () => {
    const store = open();
    const workspaceId = randomUUID();
    const places = Array.from({ length: 620 }, () => ({ workspaceId, fileId: randomUUID() }));
    for (const place of places) await store.write(place, Buffer.from("x"));
    expect(new Set(await all(store)).size).toBeGreaterThanOrEqual(620);
    for (const place of places) await store.remove(place);
  });

  it("knows no path that leads out", async () => {
    const store = open();
    for (const fileId of ["..", "../../secrets.json", "", "A".repeat(36)])
      await expect(store.read({ workspaceId: randomUUID(), fileId })).rejects.toThrow(
        "not the place of a file",
      );
  });
});

function fail(): never {
  throw new Error("no address");
}

it("says that the bucket is not there instead of finding it empty", async () => {
  const address = readS3Address(s3.url.replace("followthrough-test", "another-bucket")) ?? fail();
  await expect(all(s3Store(address))).rejects.toThrow();
});

describe("a server with S3_URL", () => {
  let id: string;

  it("stores an attachment there, cleaned, and serves it from there", async () => {
    const body = new FormData();
    id = randomUUID();
    const fields = {
      id,
      _room: "consultations",
      _of: consultation,
      name: "",
      about: `consultation ${consultation}`,
    };
    for (const [field, value] of Object.entries(fields)) body.set(field, value);
    body.set("file", new File([new Uint8Array(await aTalkativePdf())], "Their answer.pdf"));
    const params = Promise.resolve({ workspace: editor.workspace.slug, id });
    const request = new Request("http://127.0.0.1:3000/", {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body,
    });
    const answer = await upload(request, { params });
    expect(answer.headers.get("location")).toContain("done=file_added");
    const served = Buffer.from(await (await serve(request, { params })).arrayBuffer());
    const [place] = await all(fileStore());
    const [workspaceId = "", fileId = ""] = place?.split("/") ?? [];
    const stream = await fileStore().read({ workspaceId, fileId });
    const stored = stream ? await buffer(stream) : null;
    expect(stored?.equals(served)).toBe(true);
    expect(await sightings(served)).toEqual([]);
    // Nothing of it is on this machine.
    expect(readdirSync(settings().dataDir)).not.toContain("files");
  });

  it("is backed up and brought back with its files, and without those of what was erased since", async () => {
    const file = path.join(settings().dataDir, "backup");
    const made = await makeBackup(owner, file, { files: fileStore(), passphrase: null, now: new Date() });
    const kept = await all(fileStore());
    expect(Object.keys(made.files)).toEqual(kept.map((one) => `files/${one}`));
    await dropDatabase(emptyName);
    await database.query(
      `CREATE DATABASE ${emptyName} TEMPLATE ${inject("templateDatabase").name} STRATEGY file_copy`,
    );
    const other = await startS3();
    try {
      const files = s3Store(readS3Address(other.url) ?? fail());
      await restoreBackup(empty, file, { workDir: settings().dataDir, files, passphrase: null });
      expect(await all(files)).toEqual(kept);
      expect(kept).toHaveLength(1);
      const ask = (batch: Parameters<typeof findUnneededFiles>[1]) =>
        findUnneededFiles(
          empty,
          batch,
          batch.map(() => false),
        );
      expect(await sweepFiles(new Date(), { store: files, ask })).toBe(0);
      const entry = { id: randomUUID(), kind: "consultation" as const, subjectId: consultation };
      await replayErasures(empty, [
        { ...entry, within: editor.workspace.id, erasedAt: new Date().toISOString() },
      ]);
      expect(await sweepFiles(new Date(), { store: files, ask })).toBe(1);
      expect(await all(files)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it("sweeps there too", async () => {
    await database.query("DELETE FROM attachments");
    expect(await sweepFiles(later(1))).toBe(1);
    expect(await all(fileStore())).toEqual([]);
  });
});
