import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { proposeMapping } from "@/lib/domain/import/match-headers";
import { acceptIdentifiers } from "@/lib/features/imports/accept-identifiers";
import { importTable } from "@/lib/features/imports/import-table";
import { runImport } from "@/lib/features/imports/run-import";
import { setMapping } from "@/lib/features/imports/set-mapping";
import { stageUpload } from "@/lib/features/imports/stage-upload";
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

let owner: pg.Client;
let key: JobKey;
beforeAll(async () => {
  owner = await ownerClient();
});
beforeAll(async () => {
  key = await workspaceOf(owner);
});
afterAll(async () => {
  await Promise.all([owner.end(), disconnectAll()]);
});

const SHEET = `Reference,Title,Who asked,Start date,End date,Notes,Report link
A1,Parks,Hill Council,2025-01-01,2025-01-02,A quiet evening,
A2,Pools,Hill Council,2025-01-01,2025-01-02,"Ring Amina, 07700 900123, amina@example.com",
A3,Ponds,Hill Council,2025-01-01,2025-01-02,,ask yusuf@example.com
AB1234567,Paths,Hill Council,2025-01-01,2025-01-02,write to parks@leeds.gov.uk,
`;
const HELD = [
  { row: 3, field: "notes", code: "personal_identifier", value: "", kind: "phone" },
  { row: 3, field: "notes", code: "personal_identifier", value: "", kind: "email" },
  { row: 4, field: "answerUrl", code: "personal_identifier", value: "", kind: "email" },
];

async function told(kind: string) {
  const { rows } = await owner.query(
    "SELECT subject_id, detail FROM audit_events WHERE workspace_id = $1 AND kind = $2 ORDER BY at",
    [key.workspaceId, kind],
  );
  return rows;
}

it("holds rows back that may show who a person is, by field and kind and without the text", async () => {
  const answer = expectDone(await importTable(key, upload(SHEET), { dryRun: true }, clock));
  expect(answer).toMatchObject({ rows: 4, created: 2, changed: 0, unchanged: 0, rejected: HELD });
});

it("takes them once somebody said that they show nobody, and audits that without the text", async () => {
  const { id } = expectDone(await stageUpload(key, upload(SHEET), NOW));
  const [header = "", ...lines] = SHEET.trim().split("\n");
  const { mapping } = proposeMapping(
    header.split(","),
    lines.map((line) => line.split(",")),
  );
  expectDone(await setMapping.run(key, { id, mapping }, NOW));
  expectDone(await runImport(key, id, clock));
  expect(await viewOf(key, id)).toMatchObject({
    held: 2,
    accepted: false,
    counts: { created: 2, refused: 2 },
  });

  // An unticked box changes nothing.
  expectDone(await acceptIdentifiers.run(key, { id }, NOW));
  expect(await viewOf(key, id)).toMatchObject({ stage: "preview", held: 2 });

  expectDone(await acceptIdentifiers.run(key, { id, accept: "yes" }, NOW));
  expectDone(await runImport(key, id, clock));
  expect(await viewOf(key, id)).toMatchObject({
    held: 0,
    accepted: true,
    counts: { created: 4, refused: 0 },
  });
  const events = await told("identifiers.acknowledged");
  expect(events).toEqual([
    {
      subject_id: id,
      detail: {
        event: "import.started",
        rows: 2,
        fields: [
          { field: "answerUrl", kinds: ["email"] },
          { field: "notes", kinds: ["email", "phone"] },
        ],
      },
    },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/amina|yusuf|900123/i);

  // And back: they are held again.
  expectDone(await acceptIdentifiers.run(key, { id, accept: "no" }, NOW));
  expectDone(await runImport(key, id, clock));
  expect(await viewOf(key, id)).toMatchObject({ held: 2, accepted: false });

  // Other columns are other words: they are asked about anew.
  expectDone(await acceptIdentifiers.run(key, { id, accept: "yes" }, NOW));
  expectDone(await runImport(key, id, clock));
  expectDone(await setMapping.run(key, { id, mapping }, NOW));
  expectDone(await runImport(key, id, clock));
  expect(await viewOf(key, id)).toMatchObject({ held: 2, accepted: false });
});

it("a program says so with its request", async () => {
  const request = { dryRun: false, acknowledgeIdentifiers: true };
  const answer = expectDone(await importTable(key, upload(SHEET), request, clock));
  expect(answer).toMatchObject({ rows: 4, created: 4, changed: 0, unchanged: 0, rejected: [] });
  const again = expectDone(await importTable(key, upload(SHEET), { dryRun: true }, clock));
  expect(again).toMatchObject({ unchanged: 2, rejected: HELD });
});

it("a file's own name is checked too: refused without a trace of it, or taken by somebody who looked", async () => {
  const before = await told("identifiers.acknowledged");
  const named = { ...upload(SHEET), fileName: "Amina 07700 900123.csv" };
  expect(await stageUpload(key, named, NOW)).toMatchObject({
    ok: false,
    errors: [{ field: "fileName", code: "personal_identifier", params: { kinds: ["phone"] } }],
  });
  const kept = () => owner.query("SELECT 1 FROM imports WHERE file_name LIKE '%900123%'");
  expect((await kept()).rows).toEqual([]);

  // What was shown with the box is what it stands for, as in every form.
  const answer = async (typed: string) =>
    stageUpload(key, { ...upload(SHEET), fileName: named.fileName }, NOW, async () => typed);
  expect(await answer("fileName:email")).toMatchObject({ ok: false });
  const { id } = expectDone(await answer("fileName:phone"));
  expect((await kept()).rows).toHaveLength(1);
  const events = (await told("identifiers.acknowledged")).slice(before.length);
  expect(events).toEqual([
    {
      subject_id: id,
      detail: { event: "import.uploaded", fields: [{ field: "fileName", kinds: ["phone"] }] },
    },
  ]);
  expect(JSON.stringify([events, await told("import.uploaded")])).not.toContain("900123");
});
