import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { refusalSentence } from "@/lib/domain/import/refusal-sentence";
import { listConsultationsForApi } from "@/lib/features/api/list-consultations";
import { discardImport } from "@/lib/features/imports/discard-import";
import { findImports } from "@/lib/features/imports/find-imports";
import { findRefused } from "@/lib/features/imports/find-refused";
import { getImport } from "@/lib/features/imports/get-import";
import { importTable } from "@/lib/features/imports/import-table";
import { receiveUpload } from "@/lib/features/imports/receive-upload";
import { runImport } from "@/lib/features/imports/run-import";
import { matchColumns } from "@/lib/features/imports/set-mapping";
import { stageUpload } from "@/lib/features/imports/stage-upload";
import { startImport } from "@/lib/features/imports/start-import";
import { sampleWorkbook } from "@/lib/services/spreadsheet/sample-workbook";
import { writeRefused } from "@/lib/services/spreadsheet/write-refused";
import { memoryInUse } from "@/tests/setup/memory-in-use";
import {
  clock,
  expectDone,
  type JobKey,
  memberOf,
  NOW,
  ownerClient,
  recordOf,
  upload,
  viewOf,
  workspaceOf,
} from "./import-setup";

let owner: pg.Client;
let key: JobKey;
beforeAll(async () => {
  owner = await ownerClient();
});
afterAll(async () => {
  await Promise.all([owner.end(), disconnectAll()]);
});

const HEAD = "Reference,Title,Who asked,Start date,End date,Topics,Participants,Answered,Report link";
const bring = (text: string, mapping?: ImportMapping) =>
  importTable(key, upload(text), { dryRun: false, ...(mapping && { mapping }) }, clock);

describe("writing rows", () => {
  beforeAll(async () => {
    key = await workspaceOf(owner);
  });
  const one = async (columns: string) =>
    (
      await owner.query(`SELECT ${columns} FROM consultations WHERE workspace_id = $1 AND reference = 'A1'`, [
        key.workspaceId,
      ])
    ).rows[0];

  it("creates bodies and topics once, whatever their case", async () => {
    const answer = expectDone(
      await bring(
        `${HEAD}\nA1,Parks,Hill Council,2025-01-01,2025-01-02,Housing; Ponds,12,yes,\nA2,Pools,HILL COUNCIL,2025-01-01,2025-01-02,ponds,,,\n`,
      ),
    );
    expect(answer).toMatchObject({ rows: 2, created: 2, changed: 0, unchanged: 0, rejected: [] });
    const { rows } = await owner.query(
      "SELECT (SELECT count(*)::int FROM public_bodies WHERE workspace_id = $1) AS bodies, (SELECT count(*)::int FROM topics WHERE workspace_id = $1 AND key IS NULL) AS topics",
      [key.workspaceId],
    );
    expect(rows).toEqual([{ bodies: 1, topics: 1 }]);
  });

  it("leaves alone what the sheet has no column for, and empties what it has an empty cell for", async () => {
    const answer = expectDone(
      await bring(
        "Reference,Title,Who asked,Start date,End date,Topics\nA1,Parks,Hill Council,2025-01-01,2025-01-03,\n",
      ),
    );
    expect(answer).toMatchObject({ created: 0, changed: 1 });
    expect(await one("participants, version, ends_on::text")).toEqual({
      participants: 12,
      version: 2,
      ends_on: "2025-01-03",
    });
    const topics = await owner.query(
      "SELECT FROM consultation_topics t JOIN consultations c ON c.workspace_id = t.workspace_id AND c.id = t.consultation_id WHERE c.workspace_id = $1 AND c.reference = 'A1'",
      [key.workspaceId],
    );
    expect(topics.rowCount).toBe(0);
  });

  it("keeps one answer per consultation and adds to it what later sheets know", async () => {
    const sheet = `Reference,Title,Who asked,Start date,End date,Answered,Report link\nA1,Parks,Hill Council,2025-01-01,2025-01-03,yes,https://hill.example/report\n`;
    expect(expectDone(await bring(sheet))).toMatchObject({ changed: 1 });
    expect(expectDone(await bring(sheet))).toMatchObject({ changed: 0, unchanged: 1 });
    const { rows } = await owner.query(
      "SELECT r.kind, r.received_on, r.source_url FROM body_responses r JOIN consultations c ON c.workspace_id = r.workspace_id AND c.id = r.consultation_id WHERE c.workspace_id = $1 AND c.reference = 'A1'",
      [key.workspaceId],
    );
    expect(rows).toEqual([
      { kind: "findings", received_on: null, source_url: "https://hill.example/report" },
    ]);
    // An answer is not a new version of the consultation: whoever is revising it is not disturbed.
    expect(await one("version")).toEqual({ version: 2 });
  });

  it("adds no second answer where somebody recorded one", async () => {
    await owner.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on) SELECT workspace_id, gen_random_uuid(), id, 'decision', '2025-01-20' FROM consultations WHERE workspace_id = $1 AND reference = 'A2'",
      [key.workspaceId],
    );
    const sheet =
      "Reference,Title,Who asked,Start date,End date,Answered\nA2,Pools,Hill Council,2025-01-01,2025-01-02,yes\n";
    expect(expectDone(await bring(sheet))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("knows rows without a reference again, and refuses what repeats a row and differs", async () => {
    const sheet =
      "Title,Who asked,Start date,End date\nFair,Mill Council,2025-02-01,2025-02-01\nFair,Mill Council,2025-02-01,2025-02-01\nfair,mill council,2025-02-01,2025-02-09\n";
    const first = expectDone(await bring(sheet));
    expect(first).toMatchObject({ created: 1, unchanged: 1 });
    expect(first.rejected).toEqual([{ row: 4, field: "title", code: "duplicate_reference", value: "fair" }]);
    expect(expectDone(await bring(sheet))).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  });

  it("refuses a row that means a consultation which another row names by its reference", async () => {
    await owner.query(
      "UPDATE consultations SET reference = 'F1' WHERE workspace_id = $1 AND title = 'Fair'",
      [key.workspaceId],
    );
    const sheet =
      "Reference,Title,Who asked,Start date,End date\nF1,Fair,Mill Council,2025-02-01,2025-02-03\n,Fair,Mill Council,2025-02-01,2025-02-04\n";
    const answer = expectDone(await bring(sheet));
    expect(answer).toMatchObject({ created: 0, changed: 1 });
    expect(answer.rejected.map(({ row, code }) => `${row} ${code}`)).toEqual(["3 duplicate_reference"]);
  });

  it("reads an XLSX file as it reads a CSV", async () => {
    const bytes = sampleWorkbook([
      ["Reference", "Title", "Who asked", "Start date", "End date"],
      ["X1", "Ponds", "Lake Council", "2025-03-01", "2025-03-02"],
    ]);
    const answer = expectDone(await importTable(key, upload(bytes, "list.xlsx"), { dryRun: false }, clock));
    expect(answer).toMatchObject({ rows: 1, created: 1 });
  });
});

describe("what goes wrong", () => {
  beforeAll(async () => {
    key = await workspaceOf(owner);
  });

  it.each([
    ["", "file_empty"],
    ["\u0089PNG\r\n\u001a\nabc", "file_not_a_table"],
    ["Title,Start\n", "no_rows"],
    ['Title,Start\n"open,2025-01-01\n', "quote_not_closed"],
  ])("says why a file cannot be read, and stages nothing of it (%#)", async (text, code) => {
    const result = await stageUpload(key, upload(Buffer.from(text, "latin1")), NOW);
    expect(result).toMatchObject({ ok: false, errors: [{ field: "file", code }] });
    const left = await owner.query("SELECT FROM imports WHERE workspace_id = $1", [key.workspaceId]);
    expect(left.rowCount).toBe(0);
  });

  it("asks for the end and for the order of dates instead of guessing", async () => {
    const { id } = expectDone(
      await stageUpload(key, upload("Title,Council,Date\nA,Hill,04/03/2025\nB,Hill,05/06/2025\n"), NOW),
    );
    const view = await viewOf(key, id);
    expect(view).toMatchObject({
      stage: "match",
      question: { kind: "ambiguous", examples: [{ date: "2025-03-04" }, { date: "2025-04-03" }] },
    });
    const form = { id, titleColumn: "Title", publicBodyColumn: "Council", startsOnColumn: "Date" };
    const asked = await matchColumns.run(key, form, NOW);
    expect(asked).toMatchObject({
      ok: false,
      errors: [
        { field: "endsOnColumn", code: "end_needed" },
        { field: "dates", code: "order_needed" },
      ],
    });
    expectDone(await matchColumns.run(key, { ...form, endsWhen: "startsOn", dates: "dmy" }, NOW));
    await runImport(key, id, clock);
    expect(await viewOf(key, id)).toMatchObject({
      stage: "preview",
      examples: [{ startsOn: "2025-03-04", endsOn: "2025-03-04" }, {}],
    });
    expectDone(await discardImport.run(key, { id }, NOW));
    expect(await getImport.run(key, { id }, NOW)).toMatchObject({ ok: false, code: "not_found" });
  });

  it("takes a mended sheet of refused rows", async () => {
    const { id } = expectDone(
      await stageUpload(
        key,
        upload(
          `${HEAD}\nR1,=Parks,Hill,2025-01-05,2025-01-02,,,,\nR2,Ponds,Hill,2025-01-05,2025-01-06,,,,\n`,
        ),
        NOW,
      ),
    );
    const columns = { id, referenceColumn: "Reference", titleColumn: "Title", publicBodyColumn: "Who asked" };
    expectDone(
      await matchColumns.run(
        key,
        { ...columns, startsOnColumn: "Start date", endsOnColumn: "End date" },
        NOW,
      ),
    );
    await runImport(key, id, clock);
    expectDone(await startImport.run(key, { id }, NOW));
    await runImport(key, id, clock);
    const { value } = expectDone(await findRefused.run(key, { id, after: 0 }, NOW));
    let sheet = "";
    const refused = value.rows.map(({ row, cells, problems }) => ({
      number: row,
      cells,
      reason: problems.map((problem) => refusalSentence(problem, (name) => name)).join(" "),
    }));
    for await (const piece of writeRefused(value.headers, { row: "Row", reason: "What to mend" }, refused))
      sheet += piece;
    expect(sheet.split("\r\n")[1]).toBe("R1,'=Parks,Hill,2025-01-05,2025-01-02,,,,,2,refusal.before_start");
    const mended = expectDone(await bring(sheet.replace("2025-01-02", "2025-01-07")));
    expect(mended).toMatchObject({ rows: 1, created: 1, rejected: [] });
    const { rows } = await owner.query(
      "SELECT title FROM consultations WHERE workspace_id = $1 AND reference = 'R1'",
      [key.workspaceId],
    );
    expect(rows).toEqual([{ title: "=Parks" }]);
    expect(await discardImport.run(key, { id }, NOW)).toMatchObject({ ok: false, code: "conflict" });
  });
});

describe("who may", () => {
  it("refuses a viewer, and another organisation's owner", async () => {
    const mine = await workspaceOf(owner);
    const viewer: JobKey = { ...mine, userId: await memberOf(owner, mine.workspaceId, "viewer") };
    const other = await workspaceOf(owner);
    const { id } = expectDone(
      await stageUpload(mine, upload(`${HEAD}\nR1,Parks,Hill,2025-01-01,2025-01-02,,,,\n`), NOW),
    );
    expect(await stageUpload(viewer, upload("a,b\n1,2\n"), NOW)).toMatchObject({
      ok: false,
      code: "forbidden",
    });
    expect(await findImports.run(viewer, {}, NOW)).toMatchObject({ ok: false, code: "forbidden" });
    for (const run of [getImport.run, discardImport.run, startImport.run]) {
      expect(await run(viewer, { id }, NOW)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await run(other, { id }, NOW)).toMatchObject({ ok: false, code: "not_found" });
    }
    expect(await runImport(other, id, clock)).toMatchObject({ ok: false, code: "not_found" });
    expect(await findRefused.run(other, { id, after: 0 }, NOW)).toMatchObject({
      ok: false,
      code: "not_found",
    });
    const stranger: JobKey = { kind: "job", workspaceId: mine.workspaceId, userId: randomUUID() };
    expect(await findImports.run(stranger, {}, NOW)).toMatchObject({ ok: false, code: "not_found" });
    expect((await viewOf(mine, id)).stage).toBe("match");
    expect(await recordOf(owner, other.workspaceId)).toBe("[]");
  });
});

describe("a large file", { timeout: 120_000 }, () => {
  it("streams 10,000 rows through a form without filling memory", async () => {
    const mine = await workspaceOf(owner);
    // Read until its statements are planned for good, for a record of nothing.
    const firstPage = async () =>
      expectDone(await listConsultationsForApi.run(mine, { cursor: null, limit: 200 }, NOW)).value.items;
    for (let times = 0; times < 12; times += 1) await firstPage();
    const words = "What was said there, at some length. ".repeat(120);
    const boundary = "----form";
    async function* body() {
      yield Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\nContent-Type: text/csv\r\n\r\n${HEAD},Purpose\n`,
      );
      for (let row = 0; row < 10_000; row += 50) {
        const lines = Array.from(
          { length: 50 },
          (_, at) =>
            `B${row + at},Title ${row + at},Body ${row % 40},2024-01-01,2024-02-01,Housing,${at},yes,,"${words}"`,
        );
        yield Buffer.from(`${lines.join("\n")}\n`);
      }
      yield Buffer.from(`\r\n--${boundary}--\r\n`);
    }
    const streamed = { body: Readable.toWeb(Readable.from(body())), duplex: "half" };
    const request = new Request("http://127.0.0.1/upload", {
      method: "POST",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      ...(streamed as RequestInit),
    });
    const before = memoryInUse();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryInUse());
    }, 500);
    const answer = await receiveUpload(request, async (file) =>
      importTable(mine, file ?? upload(""), { dryRun: false }, clock),
    );
    clearInterval(watch);
    expect(expectDone(answer)).toMatchObject({ rows: 10_000, created: 10_000 });
    expect(peak - before).toBeLessThan(90);
    // Going through every pair of rows would take longer than a page may.
    expect(await firstPage()).toHaveLength(200);
  });
});
