import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/w/[workspace]/audit/export/route";
import { systemClient } from "@/lib/db/clients";
import { aMember } from "@/tests/factories/member";
import { comeAs } from "@/tests/factories/request";
import { testDatabase } from "@/tests/setup/database";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// The record of changes as a spreadsheet. Words are keys here: tests/factories/request.ts stands in for the catalogue.

let db: pg.Client;
let owner: Awaited<ReturnType<typeof aMember>>;
const FORMULA = '=HYPERLINK("https://elsewhere.example","Amina")';

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
  owner = await aMember("owner");
  await systemClient().user.update({ where: { id: owner.user.id }, data: { name: FORMULA } });
  await db.query(
    `INSERT INTO audit_events (workspace_id, id, at, actor_id, kind)
     SELECT $1, gen_random_uuid(), '2026-01-01'::timestamptz + n * interval '1 minute', $2, 'activity.logged' FROM generate_series(1, 1200) n`,
    [owner.workspace.id, owner.user.id],
  );
  await db.query(
    "INSERT INTO audit_events (workspace_id, id, at, actor_id, kind, subject_id, detail) VALUES ($1, $2, '2025-05-05T10:00Z', $3, 'public_body.revised', $2, $4)",
    [owner.workspace.id, randomUUID(), owner.user.id, { fields: ["name"] }],
  );
});
afterAll(() => db.end());

async function take(query = ""): Promise<{ response: Response; chunks: string[]; rows: string[][] }> {
  comeAs(owner.token);
  const request = new Request(`http://127.0.0.1:3000/w/${owner.workspace.slug}/audit/export${query}`);
  const response = await GET(request, { params: Promise.resolve({ workspace: owner.workspace.slug }) });
  const chunks: string[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) break;
    chunks.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.value));
  }
  return { response, chunks, rows: parse(chunks.join(""), { bom: true }) };
}

describe("the record of changes as a spreadsheet", () => {
  it("comes whole, newest first, in pieces", async () => {
    const { response, chunks, rows } = await take();
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(rows).toHaveLength(1 + 1201);
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks[0]?.startsWith("\uFEFF")).toBe(true);
    const moments = rows.slice(1).map(([at]) => at ?? "");
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it("is narrowed like the page it is taken from", async () => {
    const { rows } = await take("?group=bodies&from=5+May+2025&until=2025-05-05");
    expect(rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
      ["2025-05-05T10:00:00.000Z", "public_body.revised"],
    ]);
  });

  it("runs no formula that somebody took for a name", async () => {
    const { rows } = await take("?group=bodies");
    expect(rows[1]?.[2]).toBe(`'${FORMULA}`);
  });
});
