import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/workspaces/[slug]/imports/route";
import { disconnectAll } from "@/lib/db/clients";
import { sampleWorkbook, sampleZip } from "@/lib/services/spreadsheet/sample-workbook";
import { aToken, call } from "@/tests/factories/api";
import { memoryInUse } from "@/tests/setup/memory-in-use";
import { ownerClient } from "./import-setup";

// Files that are no export as we write it, and archives that want to fill the memory: each is told what is wrong with
// it, and nothing of it stays.

const MB = 1024 * 1024;
const MANIFEST = JSON.stringify({ format: "followthrough-export", version: 1 });
const MADE = "2026-01-01T00:00:00.000Z";

let db: pg.Client;
let home: Awaited<ReturnType<typeof aToken>>;
beforeAll(async () => {
  db = await ownerClient();
  home = await aToken("owner");
});
afterAll(() => Promise.all([db.end(), disconnectAll()]));

async function bring(file: Buffer, fields: Record<string, string> = {}, name = "whatever.csv") {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(file)]), name);
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  const params = { slug: home.workspace.slug };
  return call(POST, "POST", "/x", { token: home.token, params, body });
}

const anExport = (files: Record<string, string | Buffer>) =>
  sampleZip({ "manifest.json": MANIFEST, ...files });
const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const aBody = (more: object = {}) => ({
  ...{
    id: randomUUID(),
    name: `Council ${randomUUID()}`,
    kind: "council",
    directoryId: null,
    succeededBy: null,
  },
  ...{ succeededOn: null, createdAt: MADE, updatedAt: null, updatedBy: null, ...more },
});
const aResponse = (more: object = {}) => ({
  ...{
    id: randomUUID(),
    consultationId: randomUUID(),
    kind: "findings",
    receivedOn: null,
    summary: null,
    sourceUrl: null,
  },
  ...{ toldPeopleOn: null, createdAt: MADE, createdBy: null, updatedAt: MADE, updatedBy: null, ...more },
});

async function kept(): Promise<number> {
  const { rows } = await db.query(
    "SELECT count(*)::int AS n FROM imports WHERE workspace_id = $1 AND state <> 'done'",
    [home.workspace.id],
  );
  return rows[0].n;
}

describe("an archive", () => {
  it.each([
    ["of a newer version", sampleZip({ "manifest.json": MANIFEST.replace("1}", "2}") }), "export_newer"],
    ["of nothing", anExport({}), "no_rows"],
    ["that is no export", sampleZip({ "a.txt": "hello" }), "file_not_a_table"],
    ["with another manifest", sampleZip({ "manifest.json": "{}", "a.txt": "hello" }), "file_not_a_table"],
    ["with a manifest without an end", sampleZip({ "manifest.json": "x".repeat(20_000) }), "file_too_big"],
    [
      "whose names lead out of it",
      anExport({ "../../publicBodies.jsonl": lines(aBody()) }),
      "file_not_a_table",
    ],
    ["with an absolute name", anExport({ "/etc/publicBodies.jsonl": lines(aBody()) }), "file_not_a_table"],
    [
      "that is cut off",
      anExport({ "publicBodies.jsonl": lines(aBody()) }).subarray(0, 200),
      "file_not_a_table",
    ],
    [
      "whose text is no UTF-8",
      anExport({ "publicBodies.jsonl": Buffer.from([0x7b, 0xff, 0xfe, 0x0a]) }),
      "export_damaged",
    ],
    [
      "with a line that does not end",
      anExport({ "publicBodies.jsonl": "x".repeat(2 * MB) }),
      "export_damaged",
    ],
    [
      "that lies about its size",
      sampleZip({ "manifest.json": MANIFEST, "publicBodies.jsonl": "x\n".repeat(MB) }, 10),
      "file_not_a_table",
    ],
  ])("%s is refused as a whole", async (_, file, code) => {
    const answer = await bring(file);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toMatchObject({ errors: [{ field: "file", code }] });
    expect([413, 422]).toContain(answer.status);
    expect(await kept()).toBe(0);
  });

  it("with more files than anything of ours has is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 50_001 }, (_, at) => [`a${at}`, ""]));
    expect((await bring(anExport(many))).body).toMatchObject({ errors: [{ code: "file_not_a_table" }] });
  });

  it("is told apart by its content, whatever it is called; a mapping has nothing to do with it", async () => {
    const file = anExport({ "publicBodies.jsonl": lines(aBody()) });
    expect((await bring(file, {}, "list.xlsx")).body).toMatchObject({ rows: 1, created: 1, rejected: [] });
    expect((await bring(file, {}, "list.csv")).body).toMatchObject({ rows: 1, unchanged: 1 });
    const mapping = JSON.stringify({ columns: { title: "Title" } });
    expect((await bring(file, { mapping })).body).toMatchObject({ errors: [{ field: "mapping" }] });
  });
});

describe("a record of an export", () => {
  it.each([
    ["that is no JSON", "{", { file: "publicBodies.jsonl", row: 1, field: "row", code: "not_readable" }],
    ["that names a field twice", '{"id":1,"id":2}', { field: "row", code: "not_readable" }],
    ["with a field we do not know", lines(aBody({ admin: true })), { field: "admin", code: "unknown_field" }],
    [
      "with half a character",
      lines(aBody({ name: "Council \ud800" })),
      { field: "name", code: "unreadable_character" },
    ],
    ["with a NUL", lines(aBody({ name: "Council \u0000" })), { field: "name", code: "unreadable_character" }],
    [
      "with words where a choice is asked for",
      lines(aBody({ kind: "king" })),
      { field: "kind", code: "unknown_choice" },
    ],
    [
      "with an address of somebody",
      lines(aBody({ name: "Amina, amina.h@gmail.com" })),
      { field: "name", code: "personal_identifier" },
    ],
  ])("%s is refused with its line, and the others are taken", async (_, bad, wanted) => {
    const good = aBody();
    const answer = await bring(anExport({ "publicBodies.jsonl": `${bad}\n${lines(good)}` }));
    expect(answer.body).toMatchObject({ rows: 2, created: 1, rejected: [wanted] });
    expect(answer.text).not.toContain("amina.h");
  });

  it("that belongs to nothing is refused, and what belongs to that too", async () => {
    const answer = await bring(anExport({ "responses.jsonl": lines(aResponse()) }));
    expect(answer.body).toMatchObject({
      created: 0,
      rejected: [{ file: "responses.jsonl", row: 1, field: "consultationId", code: "parent_missing" }],
    });
  });

  it("of another organisation, by its id, makes no bridge to it", async () => {
    const other = await aToken("owner");
    const [body, consultation] = [randomUUID(), randomUUID()];
    await db.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'Theirs')", [
      other.workspace.id,
      body,
    ]);
    await db.query(
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on) VALUES ($1, $2, 'Theirs', $3, '2026-01-01')",
      [other.workspace.id, consultation, body],
    );
    const answer = await bring(
      anExport({ "responses.jsonl": lines(aResponse({ consultationId: consultation })) }),
    );
    expect(answer.body).toMatchObject({ created: 0, rejected: [{ code: "parent_missing" }] });
  });
});

describe("a workbook that unpacks to very much", { timeout: 120_000 }, () => {
  it.each([
    ["a sheet", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"],
    ["texts", "xl/sharedStrings.xml", "<sst>"],
    ["styles", "xl/styles.xml", "<styleSheet>"],
  ])("in %s is refused by a problem, and memory does not follow it", async (_, part, start) => {
    const rows = [
      ["Title", "Who asked"],
      ["A", "B"],
    ];
    const bomb = sampleWorkbook(rows, { [part]: start + " ".repeat(300 * MB) });
    expect(bomb.length).toBeLessThan(2 * MB);
    const before = memoryInUse();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryInUse());
    }, 100);
    const answer = await bring(bomb, {}, "sheet.xlsx");
    clearInterval(watch);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: 413,
      body: { code: "too_large", errors: [{ field: "file", code: "file_too_big" }] },
    });
    expect(peak - before).toBeLessThan(120);
  });
});
