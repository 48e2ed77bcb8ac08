import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as activities } from "@/app/w/[workspace]/activities/download/route";
import { GET as bodies } from "@/app/w/[workspace]/bodies/download/route";
import { GET as consultations } from "@/app/w/[workspace]/consultations/download/route";
import { GET as owed } from "@/app/w/[workspace]/follow-ups/download/route";
import { disconnectAll } from "@/lib/db/clients";
import { openTable } from "@/lib/services/spreadsheet/open-table";
import { aMember } from "@/tests/factories/member";
import { comeAs, leadsTo } from "@/tests/factories/request";
import { ownerClient } from "./import-setup";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// Lists as files. Words are keys here: tests/factories/request.ts stands in for the catalogue.

const FORMULA = '=HYPERLINK("https://elsewhere.example","Amina")';
let db: pg.Client;
let viewer: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  db = await ownerClient();
  const home = await aMember("owner");
  viewer = await aMember("viewer", home.workspace);
  const w = home.workspace.id;
  const body = randomUUID();
  await db.query(
    "INSERT INTO public_bodies (workspace_id, id, name, kind) VALUES ($1, $2, '+Council', 'council')",
    [w, body],
  );
  await db.query(
    `INSERT INTO consultations (workspace_id, id, title, reference, public_body_id, starts_on, ends_on, participants, minutes_each, kind)
     SELECT $1, gen_random_uuid(), CASE n WHEN 1 THEN $3 ELSE 'Housing ' || n END, 'R' || n, $2, date '2025-01-01' + n, date '2025-01-01' + n, 10, 30,
       (CASE WHEN n % 2 = 0 THEN 'survey' ELSE 'meeting' END)::consultation_kind
     FROM generate_series(1, 450) n`,
    [w, body, FORMULA],
  );
  await db.query(
    "INSERT INTO activities (workspace_id, id, title, kind, starts_on, public_body_id) VALUES ($1, $2, '-Open day', 'welcome', '2026-06-01', $3)",
    [w, randomUUID(), body],
  );
});
afterAll(() => Promise.all([db.end(), disconnectAll()]));

type Route = typeof consultations;
const ask = (route: Route, query: string, slug = viewer.workspace.slug) =>
  route(new Request(`http://127.0.0.1:3000/x${query}`), { params: Promise.resolve({ workspace: slug }) });

async function csv(route: Route, query = ""): Promise<string[][]> {
  comeAs(viewer.token);
  return parse(await (await ask(route, query)).text(), { bom: true });
}

/** Rows of a workbook, read as an import reads them. */
async function xlsx(
  route: Route,
  query: string,
): Promise<{ headers: readonly string[]; rows: (readonly string[])[] }> {
  comeAs(viewer.token);
  const response = await ask(route, query);
  expect(response.headers.get("content-type")).toContain("spreadsheetml");
  const bytes = Buffer.from(await response.arrayBuffer());
  const table = await openTable(Readable.from([bytes]));
  const rows = [];
  for await (const { cells } of table.rows) rows.push(cells);
  return { headers: table.headers, rows };
}

describe("a list as a file", () => {
  it("has all rows of all pages, the latest first, and no formula", async () => {
    const rows = await csv(consultations);
    expect(rows).toHaveLength(451);
    expect(rows[0]?.slice(0, 3)).toEqual(["column.reference", "column.title", "column.askedBy"]);
    expect(rows[1]?.slice(0, 3)).toEqual(["R450", "Housing 450", "'+Council"]);
    expect(rows.at(-1)?.[1]).toBe(`'${FORMULA}`);
    expect(new Set(rows.map(([reference]) => reference)).size).toBe(451);
  });

  it("is narrowed like the page", async () => {
    const rows = await csv(consultations, "?kind=survey&from=1+March+2025&until=2025-03-10");
    expect(rows.slice(1).map(([reference]) => reference)).toEqual(["R68", "R66", "R64", "R62", "R60"]);
  });

  it("opens as a workbook, with days that are days and texts that stay texts", async () => {
    const { headers, rows } = await xlsx(consultations, "?as=xlsx");
    expect(rows).toHaveLength(450);
    const at = headers.indexOf("column.startsOn");
    expect(rows[0]?.[at]).toBe("2026-03-27");
    expect(rows[0]?.[headers.indexOf("column.hoursAsked")]).toBe("5");
    expect(rows.at(-1)?.[1]).toBe(FORMULA);
  });

  it.each([
    ["activities", activities, "-Open day"],
    ["what is owed", owed, "Housing"],
    ["public bodies", bodies, "+Council"],
  ])("is there of %s, in both forms", async (_, route, word) => {
    const table = await csv(route);
    const sheet = await xlsx(route, "?as=xlsx");
    expect(sheet.rows.length).toBe(table.length - 1);
    expect(sheet.rows.length).toBeGreaterThan(0);
    expect(sheet.rows.flat().some((cell) => cell.startsWith(word))).toBe(true);
    expect(table.flat().some((cell) => /^[-+=@]/.test(cell))).toBe(false);
  });

  it("is nobody else's", async () => {
    comeAs((await aMember("owner")).token);
    expect(await leadsTo(() => ask(consultations, ""))).toBe("not found");
    comeAs("");
    expect(await leadsTo(() => ask(consultations, "?q=roads"))).toBe(
      `/sign-in?next=${encodeURIComponent(`/w/${viewer.workspace.slug}/consultations?q=roads`)}`,
    );
  });
});
