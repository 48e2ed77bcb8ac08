import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { importTable } from "@/lib/features/imports/import-table";
import { runImport } from "@/lib/features/imports/run-import";
import { stageUpload } from "@/lib/features/imports/stage-upload";
import { sampleZip } from "@/lib/services/spreadsheet/sample-workbook";
import {
  clock,
  expectDone,
  type JobKey,
  NOW,
  ownerClient,
  upload,
  viewOf,
  workspaceOf,
} from "./import-setup";

// The settings an export was made with come with its record, where an owner brings it into an organisation that is new.

const MADE = "2026-01-01T00:00:00.000Z";
const WORKSPACE = {
  ...{
    id: randomUUID(),
    slug: "elsewhere",
    name: "Elsewhere",
    country: "CA",
    region: "",
    timeZone: "America/Toronto",
  },
  ...{
    answerDays: 30,
    actionDays: 120,
    capacityHours: 12.5,
    locale: "ar",
    shareDays: 7,
    shareSections: ["promises"],
  },
  ...{
    contactEmail: "us@elsewhere.example",
    retentionYears: 3,
    createdAt: MADE,
    updatedAt: MADE,
    updatedBy: null,
  },
};
const PERIODS = [{ bodyKind: "police", answerDays: 14 }];
const BODY = {
  ...{ id: randomUUID(), name: "Invented Police", kind: "police", directoryId: null, succeededBy: null },
  ...{ succeededOn: null, createdAt: MADE, updatedAt: null, updatedBy: null },
};
const DIFFERING = [
  "country",
  "region",
  "timeZone",
  "answerDays",
  "answerPeriods",
  "actionDays",
  "capacityHours",
];

let db: pg.Client;
beforeAll(async () => {
  db = await ownerClient();
});
afterAll(() => Promise.all([db.end(), disconnectAll()]));

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const anExport = (workspace: object = WORKSPACE, periods: readonly object[] = PERIODS) =>
  sampleZip({
    "manifest.json": JSON.stringify({ format: "followthrough-export", version: 1 }),
    "workspace.jsonl": lines([workspace]),
    "answerPeriods.jsonl": lines(periods),
    "publicBodies.jsonl": lines([BODY]),
  });

async function bring(key: JobKey, zip = anExport(), dryRun = false) {
  return expectDone(await importTable(key, upload(zip, "everything.zip"), { dryRun }, clock));
}

/** What the page says of the settings before anything is saved. */
async function told(key: JobKey, zip = anExport()) {
  const { id } = expectDone(await stageUpload(key, upload(zip, "everything.zip"), NOW));
  expectDone(await runImport(key, id, clock));
  const view = await viewOf(key, id);
  return view.stage === "export" ? view.settings : view.stage;
}

async function settingsOf({ workspaceId }: JobKey) {
  const { rows } = await db.query(
    `SELECT w.name, w.country, w.region, w.time_zone AS "timeZone", w.answer_days AS "answerDays", w.action_days AS "actionDays",
       w.capacity_hours::float8 AS "capacityHours", w.locale, w.share_days AS "shareDays", w.retention_years AS "retentionYears", w.version,
       (SELECT coalesce(jsonb_object_agg(p.body_kind, p.answer_days), '{}') FROM answer_periods p WHERE p.workspace_id = w.id) AS periods
     FROM workspaces w WHERE w.id = $1`,
    [workspaceId],
  );
  return rows[0];
}

async function eventsOf({ workspaceId }: JobKey) {
  const { rows } = await db.query(
    "SELECT kind, actor_id AS actor, detail FROM audit_events WHERE workspace_id = $1 AND kind = 'settings.revised'",
    [workspaceId],
  );
  return rows;
}

it("comes into a new organisation, and is told first and in the record of changes", async () => {
  const key = await workspaceOf(db);
  const before = await settingsOf(key);
  expect(await told(key)).toEqual({ differing: DIFFERING, taken: true });
  await bring(key, anExport(), true);
  expect(await settingsOf(key)).toEqual(before);

  await bring(key);
  const { country, region, timeZone, answerDays, actionDays, capacityHours } = WORKSPACE;
  const rest = {
    ...{ country, region, timeZone, answerDays, actionDays, capacityHours },
    periods: { police: 14 },
  };
  expect(await settingsOf(key)).toEqual({ ...before, ...rest, version: before.version + 1 });
  const revised = { kind: "settings.revised", actor: key.userId };
  expect(await eventsOf(key)).toMatchObject([{ ...revised, detail: { dates: 0 } }]);
  expect((await eventsOf(key))[0].detail.fields.toSorted()).toEqual(DIFFERING.toSorted());

  // The second time it says nothing new.
  expect(await told(key)).toEqual({ differing: [], taken: false });
  await bring(key);
  expect(await eventsOf(key)).toHaveLength(1);
});

it.each([
  [
    "an editor brings it in",
    (key: JobKey) =>
      db.query("UPDATE memberships SET role = 'editor' WHERE workspace_id = $1", [key.workspaceId]),
  ],
  [
    "somebody revised the settings already",
    (key: JobKey) => db.query("UPDATE workspaces SET version = 2 WHERE id = $1", [key.workspaceId]),
  ],
  [
    "something is recorded already",
    (key: JobKey) =>
      db.query(
        "INSERT INTO activities (workspace_id, id, title, kind, starts_on) VALUES ($1, gen_random_uuid(), 'A meal', 'festival', '2025-01-01')",
        [key.workspaceId],
      ),
  ],
])("stays behind where %s, which is told", async (_, change) => {
  const key = await workspaceOf(db);
  await change(key);
  const before = await settingsOf(key);
  expect(await told(key)).toEqual({ differing: DIFFERING, taken: false });
  expect(await bring(key)).toMatchObject({ created: 1, rejected: [] });
  expect(await settingsOf(key)).toEqual(before);
  expect(await eventsOf(key)).toEqual([]);
});

it.each([
  ["a country nobody knows", { ...WORKSPACE, country: "XX" }, PERIODS],
  ["a region of another country", { ...WORKSPACE, country: "FR", region: "SCT" }, PERIODS],
])("stays behind with %s", async (_, workspace, periods) => {
  const key = await workspaceOf(db);
  const before = await settingsOf(key);
  expect(await told(key, anExport(workspace, periods))).toMatchObject({ taken: false });
  expect(await bring(key, anExport(workspace, periods))).toMatchObject({ created: 1 });
  expect(await settingsOf(key)).toEqual(before);
});

it.each([
  ["days that no form takes", { ...WORKSPACE, answerDays: 0 }, PERIODS],
  ["a time zone nobody knows", { ...WORKSPACE, timeZone: "Nowhere/Land" }, PERIODS],
  ["a kind of body nobody knows", WORKSPACE, [{ bodyKind: "circus", answerDays: 3 }]],
  ["another shape", { country: "FR" }, PERIODS],
])("is not read where it has %s; the record comes in", async (_, workspace, periods) => {
  const key = await workspaceOf(db);
  const before = await settingsOf(key);
  expect(await bring(key, anExport(workspace, periods))).toMatchObject({ created: 1, rejected: [] });
  expect(await settingsOf(key)).toEqual(before);
});
