import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/v1/workspaces/[slug]/export/route";
import { POST } from "@/app/w/[workspace]/settings/export/file/route";
import { sessionCookieName } from "@/lib/access/session";
import { disconnectAll, systemClient } from "@/lib/db/clients";
import type { Key } from "@/lib/db/doors";
import { EXPORT_FILE_NAMES, EXPORT_FILES } from "@/lib/domain/export/files";
import { fileStore } from "@/lib/features/attachments/open-attachment";
import { exportWorkspace } from "@/lib/features/export/export-workspace";
import { takeEverythingOut } from "@/lib/features/export/take-everything-out";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { aToken, call } from "@/tests/factories/api";
import { aMember } from "@/tests/factories/member";
import { comeAs } from "@/tests/factories/request";
import { recordsOf, unpack } from "@/tests/factories/unpack";
import { testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// Taking everything out. Words are keys here: tests/factories/request.ts stands in for the catalogue.

const NOW = new Date("2026-11-22T12:00:00Z");
const clock = () => NOW;
let db: pg.Client;
let owner: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
  await seedDemo(testDatabase().owner, "2026-11-22");
  const workspace = await systemClient().workspace.findUniqueOrThrow({
    where: { slug: "riverside-refugee-forum" },
  });
  owner = await aMember("owner", workspace);
});
afterAll(() => Promise.all([db.end(), disconnectAll()]));

async function everything(key: Key): Promise<Map<string, Buffer>> {
  const result = await takeEverythingOut(key, clock);
  if (!result.ok) throw new Error(result.code);
  return unpack(await buffer(result.value.bytes));
}

const told = async (workspaceId: string) =>
  (
    await db.query(
      "SELECT actor_id, token_id FROM audit_events WHERE workspace_id = $1 AND kind = 'workspace.exported' ORDER BY at",
      [workspaceId],
    )
  ).rows;

const press = (slug: string) =>
  POST(new Request(`http://127.0.0.1:3000/w/${slug}/settings/export/file`, { method: "POST" }), {
    params: Promise.resolve({ workspace: slug }),
  });

describe("everything, taken out", () => {
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    files = await everything(owner.key);
  });

  it("holds each file twice, the page that explains them, and what it is", () => {
    expect([...files.keys()].sort()).toEqual(
      [
        "README.txt",
        "manifest.json",
        ...EXPORT_FILE_NAMES.flatMap((name) => [`${name}.jsonl`, `${name}.csv`]),
      ].sort(),
    );
    expect(JSON.parse(files.get("manifest.json")?.toString() ?? "")).toEqual({
      format: "followthrough-export",
      version: 1,
      exportedAt: NOW.toISOString(),
      slug: "riverside-refugee-forum",
      standingsOn: "2026-11-22",
    });
  });

  it.each(EXPORT_FILE_NAMES)("has in %s every row there is, under the names of its columns", async (name) => {
    const rows = recordsOf(files, name);
    const columns = Object.keys(EXPORT_FILES[name].row.shape);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    const csv = files.get(`${name}.csv`)?.toString("utf8") ?? "";
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const table: string[][] = parse(csv, { bom: true });
    expect(table[0]).toEqual(columns.filter((column) => !EXPORT_FILES[name].exactOnly.includes(column)));
    expect(table).toHaveLength(rows.length + 1);
  });

  it("says of a consultation all that the record says", async () => {
    const { rows } = await db.query(
      "SELECT count(*)::int AS n, sum(participants)::int AS people FROM consultations WHERE workspace_id = $1",
      [owner.workspace.id],
    );
    const records = recordsOf(files, "consultations");
    const people = records.reduce((sum, { participants }) => sum + Number(participants ?? 0), 0);
    expect({ n: records.length, people }).toEqual(rows[0]);
    expect(records.length).toBeGreaterThan(10);
    for (const name of [
      "responses",
      "followUps",
      "activities",
      "activityGroups",
      "members",
      "auditEvents",
      "dateMoves",
    ])
      expect({ name, any: recordsOf(files, name).length > 0 }).toEqual({ name, any: true });
  });
});

describe("who may take everything out", () => {
  it("writes down an owner, before the first byte", async () => {
    const home = await aMember("owner");
    comeAs(home.token);
    const response = await press(home.workspace.slug);
    expect(response.headers.get("content-type")).toBe("application/zip");
    expect(await told(home.workspace.id)).toEqual([{ actor_id: home.user.id, token_id: null }]);
    const files = await unpack(Buffer.from(await response.arrayBuffer()));
    expect(recordsOf(files, "auditEvents").map(({ kind, actorName }) => ({ kind, actorName }))).toEqual([
      { kind: "workspace.exported", actorName: home.user.name },
    ]);
  });

  it.each(["editor", "viewer"] as const)("is no %s", async (role) => {
    const home = await aMember("owner");
    const member = await aMember(role, home.workspace);
    comeAs(member.token);
    const page = `/w/${home.workspace.slug}/settings/export`;
    expect((await press(home.workspace.slug)).headers.get("location")).toBe(page);
    expect(await told(home.workspace.id)).toEqual([]);
  });

  it.each(["suspended", "closing"])(
    "is an owner also while the organisation is %s, by the page and by the API",
    async (state) => {
      const home = await aMember("owner");
      const editor = await aMember("editor", home.workspace);
      const program = await aToken("owner", home.workspace);
      await db.query("UPDATE workspaces SET state = $2::workspace_state WHERE id = $1", [
        home.workspace.id,
        state,
      ]);
      comeAs(home.token);
      const page = await press(home.workspace.slug);
      expect(page.status).toBe(200);
      expect((await unpack(Buffer.from(await page.arrayBuffer()))).has("consultations.jsonl")).toBe(true);
      const params = { slug: home.workspace.slug };
      const cookie = (token: string) => ({
        cookie: `${sessionCookieName()}=${token}`,
        "sec-fetch-site": "same-origin",
      });
      expect((await call(GET, "GET", "/x", { params, headers: cookie(home.token) })).status).toBe(200);
      expect(await told(home.workspace.id)).toEqual(
        Array(2).fill({ actor_id: home.user.id, token_id: null }),
      );
      // Others as ever: an editor may not, and a token stops with the organisation.
      expect((await call(GET, "GET", "/x", { params, headers: cookie(editor.token) })).status).toBe(403);
      expect((await call(GET, "GET", "/x", { params, token: program.token })).status).toBe(401);
      expect(await told(home.workspace.id)).toHaveLength(2);
    },
  );

  it("is nobody once the organisation has ended", async () => {
    const home = await aMember("owner");
    await db.query("UPDATE workspaces SET state = 'erased' WHERE id = $1", [home.workspace.id]);
    comeAs(home.token);
    const gone = await call(GET, "GET", "/x", {
      params: { slug: home.workspace.slug },
      headers: { cookie: `${sessionCookieName()}=${home.token}`, "sec-fetch-site": "same-origin" },
    });
    expect(gone.status).toBe(404);
    expect(await told(home.workspace.id)).toEqual([]);
  });

  it("is a program with an owner's token, which is named; the head alone takes nothing", async () => {
    const { token, tokenId, workspace, owner: maker } = await aToken("owner");
    const params = { slug: workspace.slug };
    expect((await call(GET, "HEAD", "/x", { params, token })).status).toBe(200);
    expect(await told(workspace.id)).toEqual([]);
    const answer = await call(GET, "GET", "/x", { params, token });
    expect({ status: answer.status, type: answer.headers.get("content-type") }).toEqual({
      status: 200,
      type: "application/zip",
    });
    expect(await told(workspace.id)).toEqual([{ actor_id: maker.user.id, token_id: tokenId }]);
    const editor = await aToken("editor", workspace);
    expect((await call(GET, "GET", "/x", { params, token: editor.token })).status).toBe(403);
    expect((await call(GET, "GET", "/x?all=yes", { params, token })).status).toBe(422);
  });
});

describe("a download", () => {
  it("shows the record as it was when it began", async () => {
    const home = await aMember("owner");
    const result = await takeEverythingOut(home.key, clock);
    if (!result.ok) throw new Error(result.code);
    await db.query(
      "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, gen_random_uuid(), 'Came later')",
      [home.workspace.id],
    );
    expect(recordsOf(await unpack(await buffer(result.value.bytes)), "publicBodies")).toEqual([]);
  });

  it("is one at a time for an organisation, and makes room when it is broken off", async () => {
    const result = await takeEverythingOut(owner.key, clock);
    if (!result.ok) throw new Error(result.code);
    expect(await takeEverythingOut(owner.key, clock)).toMatchObject({
      ok: false,
      code: "too_many_requests",
      retryAfterSeconds: 30,
    });
    result.value.bytes.destroy();
    const again = async () => (await exportWorkspace.run(owner.key, {}, NOW)).ok;
    await expect.poll(again, { timeout: 5000 }).toBe(true);
  });

  it("brings attached files, under their ids and names", async () => {
    const home = await aMember("owner");
    const place = { workspaceId: home.workspace.id, fileId: randomUUID() };
    await fileStore().write(place, Buffer.from("a plan"));
    const id = randomUUID();
    const body = randomUUID();
    await db.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'Council')", [
      place.workspaceId,
      body,
    ]);
    await db.query(
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on) VALUES ($1, $2, 'Plan', $3, '2026-01-01')",
      [place.workspaceId, body, body],
    );
    await db.query(
      "INSERT INTO attachments (workspace_id, id, consultation_id, file_id, name, format, bytes) VALUES ($1, $2, $3, $4, $5, 'pdf', 6)",
      [place.workspaceId, id, body, place.fileId, "../../the plan: 1.pdf"],
    );
    const files = await everything(home.key);
    const path = `attachments/${id}-.._.._the plan_ 1.pdf`;
    expect(files.get(path)?.toString()).toBe("a plan");
    expect(recordsOf(files, "attachments")).toMatchObject([{ id, path, consultationId: body, bytes: 6 }]);
  });

  it("runs no formula in a spreadsheet, and keeps it as it is for programs", async () => {
    const home = await aMember("owner");
    const name = '=HYPERLINK("https://elsewhere.example")';
    await db.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, gen_random_uuid(), $2)", [
      home.workspace.id,
      name,
    ]);
    const files = await everything(home.key);
    expect(recordsOf(files, "publicBodies")[0]?.name).toBe(name);
    const table: string[][] = parse(files.get("publicBodies.csv") ?? "", { bom: true });
    expect(table[1]?.[1]).toBe(`'${name}`);
  });
});
