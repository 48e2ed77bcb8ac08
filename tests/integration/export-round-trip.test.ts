import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnectAll, systemClient } from "@/lib/db/clients";
import { BROUGHT_IN, type BroughtIn, EXPORT_FILES } from "@/lib/domain/export/files";
import { OWED_SIDES } from "@/lib/domain/owed";
import { listActivitiesForApi } from "@/lib/features/api/list-activities";
import { listConsultationsForApi } from "@/lib/features/api/list-consultations";
import { patchWorkspace } from "@/lib/features/api/patch-workspace";
import { takeEverythingOut } from "@/lib/features/export/take-everything-out";
import { importTable } from "@/lib/features/imports/import-table";
import { getSummary } from "@/lib/features/measures/get-summary";
import { findOwed } from "@/lib/features/owed/find-owed";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { recordsOf, unpack } from "@/tests/factories/unpack";
import { testDatabase } from "@/tests/setup/database";
import { expectDone, type JobKey, upload, workspaceOf } from "./import-setup";

vi.mock("next-intl/server", () => import("@/tests/factories/request"));
vi.mock("next/headers", () => import("@/tests/factories/request"));

// What was taken out can be brought in: a rich record and part of a register, into an organisation that has nothing yet.

const NOW = new Date("2026-11-22T12:00:00Z");
const clock = () => NOW;
const REGISTER = new URL("../data/canada_consulting_2025-01-24.csv", import.meta.url);
/** More than one batch of everything. */
const REGISTER_ROWS = 1500;
const AS_OF = ["2024-06-30", "2025-01-24", "2026-11-22", "2027-03-01"];
/** Whoever brings it in wrote it here; the shared topics and the directory are the other organisation's own. */
const MAY_DIFFER: Partial<Record<BroughtIn, string[]>> = { topics: ["id"] };
const AUTHORS = ["createdBy", "updatedBy"];

let db: pg.Client;
let from: JobKey;
let to: JobKey;
let zip: Buffer;

async function takeOut(key: JobKey): Promise<Buffer> {
  return buffer(expectDone(await takeEverythingOut(key, clock)).bytes);
}

/** Other than what an organisation begins with: dates and standings rest on them. */
async function ownSettings(key: JobKey): Promise<void> {
  await db.query(
    `INSERT INTO answer_periods (workspace_id, body_kind, answer_days) VALUES ($1, 'council', 30)
     ON CONFLICT (workspace_id, body_kind) DO UPDATE SET answer_days = excluded.answer_days`,
    [key.workspaceId],
  );
  const place = { country: "CA", region: "ON", timeZone: "America/Toronto" };
  const given = { ...place, answerDays: 45, actionDays: 120, capacityHours: 80.5 };
  expectDone(await patchWorkspace.run(key, given, NOW));
}

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
  await seedDemo(testDatabase().owner, "2026-11-22");
  const workspace = await systemClient().workspace.findUniqueOrThrow({
    where: { slug: "riverside-refugee-forum" },
    include: { memberships: { where: { role: "owner" } } },
  });
  from = { kind: "job", workspaceId: workspace.id, userId: workspace.memberships[0]?.userId ?? "" };
  await ownSettings(from);
  const rows: string[][] = parse(readFileSync(REGISTER), { to: REGISTER_ROWS + 1 });
  const register = upload(Buffer.from(stringify(rows)), "canada.csv");
  expectDone(await importTable(from, register, { dryRun: false }, clock));
  to = await workspaceOf(db);
  zip = await takeOut(from);
}, 120_000);
afterAll(() => Promise.all([db.end(), disconnectAll()]));

const bring = (key: JobKey, dryRun: boolean) =>
  importTable(key, upload(zip, "everything.zip"), { dryRun, acknowledgeIdentifiers: true }, clock);

/** Every row of a list, a page at a time. */
async function all<T>(page: (cursor: string | null) => Promise<{ items: T[]; nextCursor: string | null }>) {
  const found: T[] = [];
  for (let cursor: string | null = null; ; ) {
    const { items, nextCursor } = await page(cursor);
    found.push(...items);
    if (nextCursor === null) return found;
    cursor = nextCursor;
  }
}

async function listsOf(key: JobKey) {
  const consultations = await all(
    async (cursor) => expectDone(await listConsultationsForApi.run(key, { cursor, limit: 200 }, NOW)).value,
  );
  const activities = await all(
    async (cursor) => expectDone(await listActivitiesForApi.run(key, { cursor, limit: 200 }, NOW)).value,
  );
  const owed = [];
  for (const side of OWED_SIDES)
    for (const state of ["owed", "done"]) {
      const { bodies: _, ...rest } = expectDone(
        await findOwed.run(key, { side, state, limit: 200 }, NOW),
      ).value;
      owed.push(rest);
    }
  return { consultations, activities, owed };
}

describe("everything, brought in again", { timeout: 180_000 }, () => {
  let dry: Awaited<ReturnType<typeof bring>>;

  it("says in a dry run what it will do, and writes nothing", async () => {
    dry = await bring(to, true);
    const answer = expectDone(dry);
    expect(answer).toMatchObject({ changed: 0, rejected: [] });
    expect(answer.created).toBeGreaterThan(1800);
    const { rows } = await db.query("SELECT count(*)::int AS n FROM consultations WHERE workspace_id = $1", [
      to.workspaceId,
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("makes the same record", async () => {
    expect(expectDone(await bring(to, false))).toEqual(expectDone(dry));
    for (const asOf of AS_OF) {
      const told = expectDone(await getSummary.run(from, { asOf }, NOW)).value;
      expect(expectDone(await getSummary.run(to, { asOf }, NOW)).value).toEqual(told);
    }
    expect(await listsOf(to)).toEqual(await listsOf(from));
  });

  it("gives the same files when it is taken out again", async () => {
    const [before, after] = [await unpack(zip), await unpack(await takeOut(to))];
    expect(recordsOf(after, "answerPeriods")).toEqual(recordsOf(before, "answerPeriods"));
    for (const file of BROUGHT_IN) {
      const differing = [...AUTHORS, ...(MAY_DIFFER[file] ?? [])];
      const told = (files: Map<string, Buffer>) =>
        recordsOf(files, file)
          .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !differing.includes(column))))
          .sort();
      expect({ file, rows: told(after) }).toEqual({ file, rows: told(before) });
    }
    expect(Object.keys(EXPORT_FILES.consultations.row.shape).length).toBeGreaterThan(40);
  });

  it("changes nothing the second time, there or where it came from", async () => {
    for (const [key, dryRun] of [
      [to, false],
      [from, true],
    ] as const) {
      const answer = expectDone(await bring(key, dryRun));
      expect({ created: answer.created, changed: answer.changed, rejected: answer.rejected }).toEqual({
        created: 0,
        changed: 0,
        rejected: [],
      });
    }
  });
});
