import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { advanceImport } from "@/lib/features/imports/advance-import";
import { importTable } from "@/lib/features/imports/import-table";
import { runImport } from "@/lib/features/imports/run-import";
import { setMapping } from "@/lib/features/imports/set-mapping";
import { stageUpload } from "@/lib/features/imports/stage-upload";
import { startImport } from "@/lib/features/imports/start-import";
import { getSummary } from "@/lib/features/measures/get-summary";
import {
  clock,
  expectDone,
  type JobKey,
  NOW,
  ownerClient,
  recordOf,
  upload,
  viewOf,
  workspaceOf,
} from "./import-setup";

const FILE = new URL("../data/canada_consulting_2025-01-24.csv", import.meta.url);
const MAPPING = {
  columns: {
    title: "title_en",
    publicBody: "owner_org_title",
    purpose: "description_en",
    startsOn: "start_date",
    endsOn: "end_date",
    sourceUrl: "profile_page_en",
    answered: "report_available_online",
    answerUrl: "report_link_en",
  },
  reference: ["owner_org", "registration_number"],
  dates: "ymd" as const,
  constants: {},
};

let owner: pg.Client;
beforeAll(async () => {
  owner = await ownerClient();
});
afterAll(async () => {
  await Promise.all([owner.end(), disconnectAll()]);
});

const file = () => ({ fileName: "canada.csv", bytes: createReadStream(FILE) });

// A whole register each time, on machines that may be slow.
describe("a real register of 5,058 rows", { timeout: 120_000 }, () => {
  let key: JobKey;
  beforeAll(async () => {
    key = await workspaceOf(owner);
  });

  it("says in a dry run what the run will do, and writes nothing", async () => {
    const answer = expectDone(await importTable(key, file(), { dryRun: true }, clock));
    expect(answer).toMatchObject({ rows: 5058, created: 5048, changed: 0, unchanged: 0 });
    expect(answer.rejected).toHaveLength(10);
    expect(await recordOf(owner, key.workspaceId)).toBe("[]");
    const left = await owner.query("SELECT FROM imports WHERE workspace_id = $1", [key.workspaceId]);
    expect(left.rowCount).toBe(0);
  });

  it("takes 5,048 and refuses the ten that end before they start", async () => {
    const answer = expectDone(await importTable(key, file(), { dryRun: false }, clock));
    expect(answer).toMatchObject({ rows: 5058, created: 5048, changed: 0, unchanged: 0 });
    expect(answer.rejected.map(({ field, code }) => `${field} ${code}`)).toEqual(
      Array(10).fill("endsOn before_start"),
    );
    expect(answer.rejected[0]).toEqual({
      row: 296,
      field: "endsOn",
      code: "before_start",
      value: "2022-03-01",
    });
    const bodies = await owner.query("SELECT FROM public_bodies WHERE workspace_id = $1", [key.workspaceId]);
    expect(bodies.rowCount).toBe(59);
  });

  it("stands as it stood on 24 January 2025", async () => {
    const { value } = expectDone(await getSummary.run(key, { asOf: "2025-01-24" }, NOW));
    expect(value.consultations).toMatchObject({
      total: 5048,
      byStanding: {
        silent: 4139,
        no_action: 737,
        waiting: 76,
        answered: 16,
        open: 75,
        planned: 5,
        acted: 0,
        stalled: 0,
      },
    });
  });

  it("changes nothing the second time", async () => {
    const before = await recordOf(owner, key.workspaceId);
    const answer = expectDone(await importTable(key, file(), { dryRun: false }, clock));
    expect(answer).toMatchObject({ created: 0, changed: 0, unchanged: 5048 });
    expect(await recordOf(owner, key.workspaceId)).toBe(before);
  });

  it("changes the one record whose title changed", async () => {
    const text = (await readFile(FILE, "utf8")).replace(
      "Join the discussion: Help shape",
      "Join in: Help shape",
    );
    const answer = expectDone(await importTable(key, upload(text), { dryRun: false }, clock));
    expect(answer).toMatchObject({ created: 0, changed: 1, unchanged: 5047 });
    const { rows } = await owner.query(
      "SELECT title, version, updated_by FROM consultations WHERE workspace_id = $1 AND reference = 'casdo-ocena / C-0000001'",
      [key.workspaceId],
    );
    expect(rows).toEqual([
      { title: "Join in: Help shape Canada's accessibility standards", version: 2, updated_by: key.userId },
    ]);
  });

  it("goes on after a crash between chunks, with the same result", async () => {
    const other = await workspaceOf(owner);
    const { id } = expectDone(await stageUpload(other, file(), NOW));
    expectDone(await setMapping.run(other, { id, mapping: MAPPING }, NOW));
    // Killed while reading, twice: whoever comes next goes on.
    expectDone(await advanceImport.run(other, { id }, NOW));
    expectDone(await advanceImport.run(other, { id }, NOW));
    await runImport(other, id, clock);
    expect((await viewOf(other, id)).stage).toBe("preview");
    expectDone(await startImport.run(other, { id }, NOW));
    expectDone(await advanceImport.run(other, { id }, NOW));
    expectDone(await advanceImport.run(other, { id }, NOW));
    expect(await viewOf(other, id)).toMatchObject({ stage: "progress", doing: "writing", rowsDone: 2000 });
    // Two servers believe that the job is theirs.
    await Promise.all([runImport(other, id, clock), runImport(other, id, clock)]);
    const view = await viewOf(other, id);
    expect(view).toMatchObject({
      stage: "result",
      counts: { created: 5048, changed: 0, unchanged: 0, refused: 10 },
    });
    const kept = await owner.query("SELECT FROM import_rows WHERE workspace_id = $1", [other.workspaceId]);
    expect(kept.rowCount).toBe(10);
    const trail = await owner.query(
      "SELECT kind, detail FROM audit_events WHERE workspace_id = $1 ORDER BY at, id",
      [other.workspaceId],
    );
    expect(trail.rows).toEqual([
      { kind: "import.uploaded", detail: {} },
      { kind: "import.started", detail: { rows: 5058 } },
      { kind: "import.finished", detail: { created: 5048, changed: 0, unchanged: 0, refused: 10 } },
    ]);
  });

  it("makes no record twice when two imports run at once", async () => {
    const other = await workspaceOf(owner);
    const answers = await Promise.all([1, 2].map(() => importTable(other, file(), { dryRun: false }, clock)));
    const counts = answers.map((answer) => expectDone(answer));
    expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(5048);
    expect(counts.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(5048);
    const { rowCount } = await owner.query("SELECT FROM body_responses WHERE workspace_id = $1", [
      other.workspaceId,
    ]);
    expect(rowCount).toBe(762);
  });
});
