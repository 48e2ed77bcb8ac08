import { readFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { POST } from "@/app/api/v1/workspaces/[slug]/imports/route";
import { disconnectAll } from "@/lib/db/clients";
import { BROUGHT_ROWS } from "@/lib/domain/export/brought-rows";
import { answerPeriodRow, workspaceRow } from "@/lib/domain/export/other-rows";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { sampleZip } from "@/lib/services/spreadsheet/sample-workbook";
import { aToken, call } from "@/tests/factories/api";
import { fitting, nonsense, spoilt } from "@/tests/factories/from-schema";
import { ownerClient } from "./import-setup";

// Sheets, mappings and exports made up from anything: each is refused with a reason and leaves nothing behind, or every row
// of it is accounted for. API_FUZZ_RUNS makes it look longer.

const RUNS = Number(process.env.API_FUZZ_RUNS ?? 60);
const naughty: string[] = z.array(z.string()).parse(JSON.parse(readFileSync("tests/data/blns.json", "utf8")));
const strange = nonsense(naughty);

let db: pg.Client;
let home: Awaited<ReturnType<typeof aToken>>;
let calls = 0;
beforeAll(async () => {
  db = await ownerClient();
  home = await aToken("owner");
});
afterAll(() => Promise.all([db.end(), disconnectAll()]));

const answered = z.object({
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  rejected: z.array(z.object({ file: z.string().optional(), row: z.number(), code: z.string() })),
});

async function recorded(): Promise<string> {
  const { rows } = await db.query(
    `SELECT (SELECT count(*) FROM consultations WHERE workspace_id = $1) AS consultations,
       (SELECT count(*) FROM activities WHERE workspace_id = $1) AS activities, (SELECT count(*) FROM follow_ups WHERE workspace_id = $1) AS promises,
       (SELECT count(*) FROM public_bodies WHERE workspace_id = $1) AS bodies, (SELECT count(*) FROM imports WHERE workspace_id = $1) AS imports,
       (SELECT version FROM workspaces WHERE id = $1) AS settings`,
    [home.workspace.id],
  );
  return JSON.stringify(rows);
}

/** Brings a file in; it is refused and nothing is different, or each of its rows is told of. */
async function bring(file: Buffer, fields: Record<string, string>): Promise<void> {
  calls += 1;
  // One token has its limit: now and then another takes its turn.
  if (calls % 50 === 0) home = await aToken("owner", home.workspace);
  const before = await recorded();
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(file)]), "anything");
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  const answer = await call(POST, "POST", "/x", {
    token: home.token,
    params: { slug: home.workspace.slug },
    body,
  });
  const about = { fields, file: file.subarray(0, 2000).toString("utf8"), text: answer.text.slice(0, 500) };
  if (answer.status === 200) {
    const { rows, created, changed, unchanged, rejected } = answered.parse(answer.body);
    const refused = new Set(rejected.map(({ file: of = "", row }) => `${of}:${row}`)).size;
    expect({ ...about, told: created + changed + unchanged + refused }).toEqual({ ...about, told: rows });
  } else expect({ ...about, status: answer.status }).toEqual({ ...about, status: 422 });
  if (answer.status !== 200 || fields.dryRun === "true")
    expect({ ...about, after: await recorded() }).toEqual({ ...about, after: before });
}

const HEADERS = [
  "title",
  "public body",
  "start date",
  "end date",
  "people",
  "link",
  "answered",
  "notes",
  "reference",
];
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("A plan", "Riverside Council", "2026-01-10", "31/12/2025", "03/04/2026"),
  },
  { weight: 3, arbitrary: fc.constantFrom("12", "1,200", "yes", "no", "https://example.org/a", "", "A; B") },
  { weight: 2, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);
const header = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HEADERS) },
  { weight: 1, arbitrary: fc.constantFrom("toString", "__proto__", "constructor", ...naughty) },
);
const field = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string>(...IMPORT_FIELDS) },
  { weight: 1, arbitrary: fc.constantFrom("toString", "__proto__", "colour") },
);
const column = fc.oneof(
  { weight: 8, arbitrary: header },
  { weight: 2, arbitrary: fc.array(header, { maxLength: 3 }) },
  { weight: 1, arbitrary: strange },
);
const mapping = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        columns: fc
          .tuple(fc.dictionary(field, column, { maxKeys: 5 }), fc.boolean())
          .map(([columns, whole]) =>
            whole
              ? { ...columns, title: "title", publicBody: "public body", startsOn: "start date" }
              : columns,
          ),
        dates: fc.oneof(fc.constantFrom<unknown>("ymd", "dmy", "mdy", "auto"), strange),
        constants: fc.dictionary(field, fc.oneof(cell, strange), { maxKeys: 3 }),
        reference: fc.oneof(fc.array(header, { maxLength: 3 }), strange),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: strange },
);
const asked = fc.record(
  { dryRun: fc.constantFrom("true", "false"), acknowledgeIdentifiers: fc.constantFrom("true", "false") },
  { requiredKeys: [] },
);

it("takes any sheet with any mapping, or says why not", async () => {
  const strewn = fc.tuple(
    fc.uniqueArray(header, { minLength: 1, maxLength: 9 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 6 }),
  );
  // As a list usually looks, with one cell in ten that does not fit.
  const mostly = (...usual: string[]) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: cell });
  const row = fc.tuple(
    mostly("A plan", "Bus survey", "Housing"),
    mostly("Riverside Council", "An Invented Trust"),
    mostly("2026-01-10", "2025-12-24"),
    mostly("2026-02-10", "", "2026-01-31"),
    cell,
  );
  const usual = header.chain((more) =>
    fc.tuple(
      fc.constant<string[]>(["title", "public body", "start date", "end date", more]),
      fc.array(row, { minLength: 1, maxLength: 6 }),
    ),
  );
  const sheet = fc.oneof(strewn, usual);
  const read = fc.option(mapping, { freq: 3 });
  await fc.assert(
    fc.asyncProperty(sheet, read, asked, async ([headers, rows], made, fields) => {
      const text = stringify([headers, ...rows]);
      await bring(Buffer.from(text), made === null ? fields : { ...fields, mapping: JSON.stringify(made) });
    }),
    { numRuns: RUNS * 2, endOnFailure: true },
  );
}, 600_000);

it("takes any export, or says why not, line by line", async () => {
  const lineOf = (schema: z.ZodType) => {
    const { properties, required, type } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    const shape = { type, properties, required } as Parameters<typeof spoilt>[0];
    return fc.oneof(fitting(shape), spoilt(shape, naughty));
  };
  const files = Object.entries({ workspace: workspaceRow, answerPeriods: answerPeriodRow, ...BROUGHT_ROWS });
  const lists = fc.record(
    Object.fromEntries(files.map(([name, row]) => [name, fc.array(lineOf(row), { maxLength: 3 })])),
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(lists, asked, async (made, fields) => {
      const parts = Object.entries(made).map(([name, rows]) => [
        `${name}.jsonl`,
        (rows ?? []).map((row) => JSON.stringify(row)).join("\n"),
      ]);
      const manifest = JSON.stringify({ format: "followthrough-export", version: 1 });
      await bring(sampleZip({ "manifest.json": manifest, ...Object.fromEntries(parts) }), fields);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);
