import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicateFinder, fingerprint, importKey } from "@/lib/domain/import/duplicates";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { importMappingSchema } from "@/lib/domain/import/mapping";
import { consultationReader } from "@/lib/domain/import/to-consultation";

const BASE = { title: "A", publicBody: "Council", startsOn: "2026-03-04", endsOn: "2026-03-05" };

/** Reads one row whose columns are named by their fields. */
function read(
  row: Record<string, string>,
  more: { dates?: string; constants?: object } = {},
  serials = false,
) {
  const fields = { ...BASE, ...row };
  const columns = Object.fromEntries(
    Object.keys(fields)
      .filter((field) => !(more.constants && field in more.constants))
      .map((field) => [field, field]),
  );
  const reader = consultationReader(
    importMappingSchema.parse({ columns, dates: "ymd", ...more }),
    Object.keys(fields),
    { serials },
  );
  if (!reader.ok) throw new Error(JSON.stringify(reader.problems));
  return reader.read(Object.values(fields), 7);
}

function draftOf(row: Record<string, string>, more: Parameters<typeof read>[1] = {}) {
  const result = read(row, more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.draft;
}

const refusalsOf = (row: Record<string, string>) => {
  const result = read(row);
  return result.ok ? [] : result.refusals.map(({ field, code }) => `${field}: ${code}`);
};

describe("a row", () => {
  it("becomes a draft with just what the sheet has", () => {
    expect(read({})).toEqual({
      ok: true,
      row: 7,
      draft: { ...BASE, reference: null },
      response: null,
      warnings: [],
    });
  });

  it("tells an empty cell from a missing column", () => {
    const draft = draftOf({ notes: " ", participants: "", topics: "", kind: "", endsOn: "" });
    expect(draft).toEqual({
      ...BASE,
      reference: null,
      endsOn: null,
      notes: null,
      participants: null,
      topics: [],
      kind: null,
    });
    expect("purpose" in draft).toBe(false);
  });

  it("reads every kind of field", () => {
    const draft = draftOf({
      reference: " CR-1 ",
      otherBodies: "Ministry of Housing, Communities; NHS Trust;nhs trust",
      kind: "FOCUS group",
      participationLevel: "involved",
      voice: "Members directly",
      topics: "Health, safety, hate crime and discrimination, health",
      purpose: "One\r\n\r\ntwo\u0000",
      participants: "1,200",
      staffHours: "2,5",
      paymentReceived: "£1,000.50",
      sourceUrl: "www.example.org/page",
      askedOn: "1 March 2026",
    });
    expect(draft).toMatchObject({
      reference: "CR-1",
      otherBodies: ["Ministry of Housing, Communities", "NHS Trust"],
      kind: "focus_group",
      participationLevel: "involved",
      voice: "members",
      topics: ["Health", "safety, hate crime and discrimination"],
      purpose: "One\n\ntwo",
      participants: 1200,
      staffHours: 2.5,
      paymentReceived: 1000.5,
      sourceUrl: "https://www.example.org/page",
      askedOn: "2026-03-01",
    });
  });

  it("normalises words", () => {
    expect(draftOf({ title: "\uFEFF  Cafe\u0301 \u0000\n\t talk\uD800 " }).title).toBe("Café talk");
  });

  it.each<[Record<string, string>, string[]]>([
    [{ title: " \u200B", publicBody: "" }, ["title: required", "publicBody: required"]],
    [{ startsOn: "" }, ["startsOn: required"]],
    [{ startsOn: "TBC" }, ["startsOn: not_a_date"]],
    [{ startsOn: "1850-01-01" }, ["startsOn: year_out_of_range"]],
    [{ endsOn: "2026-03-03" }, ["endsOn: before_start"]],
    [{ askedOn: "2026-03-05" }, ["askedOn: after_start"]],
    [{ answerPromisedOn: "2026-03-03" }, ["answerPromisedOn: before_start"]],
    [{ title: "x".repeat(1001) }, ["title: too_long"]],
    [{ publicBody: "x".repeat(301) }, ["publicBody: too_long"]],
    [{ reference: "x".repeat(201) }, ["reference: too_long"]],
    [{ notes: "x".repeat(20_001) }, ["notes: too_long"]],
    [{ participants: "about 50" }, ["participants: not_a_number"]],
    [{ participants: "2.5" }, ["participants: not_whole"]],
    [{ participants: "-1" }, ["participants: too_small"]],
    [{ participants: "1000001" }, ["participants: too_big"]],
    [{ sessions: "0" }, ["sessions: too_small"]],
    [{ minutesEach: "10001" }, ["minutesEach: too_big"]],
    [{ staffHours: "1.234" }, ["staffHours: too_many_decimals"]],
    [{ kind: "party" }, ["kind: unknown_choice"]],
    [{ answered: "perhaps" }, ["answered: unknown_choice"]],
    [{ sourceUrl: "java\tscript:alert(1)" }, ["sourceUrl: not_a_url"]],
    [{ sourceUrl: "https://council.gov.uk@evil.example/" }, ["sourceUrl: not_a_url"]],
    [{ sourceUrl: `https://example.org/${"x".repeat(2000)}` }, ["sourceUrl: too_long"]],
  ])("is refused for %j", (row, expected) => {
    expect(refusalsOf(row)).toEqual(expected);
  });

  it("names the row and the start of the value", () => {
    const result = read({ participants: "many ".repeat(100) });
    expect(result).toMatchObject({
      ok: false,
      row: 7,
      refusals: [{ row: 7, field: "participants", code: "not_a_number" }],
    });
    expect(!result.ok && result.refusals[0]?.value.length).toBe(201);
  });

  it("is refused when it has more cells than headers", () => {
    const mapping = importMappingSchema.parse({
      columns: { title: "t" },
      constants: { publicBody: "B", startsOn: "2026-03-04", endsOn: null },
    });
    const reader = consultationReader(mapping, ["t"]);
    expect(reader.ok && reader.read(["Housing", "and health", ""], 3)).toMatchObject({
      refusals: [{ row: 3, field: "row", code: "too_many_cells", value: "and health" }],
    });
    expect(reader.ok && reader.read(["Housing", " ", ""], 3).ok).toBe(true);
  });

  it("takes the answer to a missing end column from the constants", () => {
    expect(draftOf({}, { constants: { endsOn: "startsOn" } }).endsOn).toBe("2026-03-04");
    expect(draftOf({}, { constants: { endsOn: null } }).endsOn).toBeNull();
    expect(draftOf({}, { constants: { kind: "survey", topics: ["Health"] } })).toMatchObject({
      kind: "survey",
      topics: ["Health"],
    });
  });

  it("asks about a day it could read in two ways", () => {
    const result = read({ startsOn: "04/03/2026" }, { dates: "auto" });
    expect(result).toMatchObject({ ok: false, refusals: [{ field: "startsOn", code: "ambiguous_date" }] });
  });

  it("joins a reference of several columns, and refuses half of one", () => {
    const mapping = importMappingSchema.parse({
      columns: { title: "t" },
      reference: ["o", "n"],
      constants: { publicBody: "B", startsOn: "2026-03-04", endsOn: null },
    });
    const reader = consultationReader(mapping, ["n", "o", "t"]);
    expect(reader.ok && reader.read(["C-1", " org", "A"], 2)).toMatchObject({
      draft: { reference: "org / C-1" },
    });
    expect(reader.ok && reader.read(["C-1", "", "A"], 2)).toMatchObject({
      refusals: [{ field: "reference", code: "required" }],
    });
    expect(reader.ok && reader.read(["", "", "A"], 2)).toMatchObject({ draft: { reference: null } });
  });
});

describe("an answer", () => {
  const none = { kind: "findings", receivedOn: null, sourceUrl: null, summary: null };
  it.each<[Record<string, string>, object | null]>([
    [{ answered: "" }, null],
    [{ answered: "No", answerUrl: "", answeredOn: "" }, null],
    [{ answered: "Y" }, none],
    [{ answered: "oui" }, none],
    [{ answered: "✔" }, none],
    [{ answeredOn: "2026-04-01" }, { ...none, receivedOn: "2026-04-01" }],
    [
      { answered: "n", answerUrl: "Report: https://example.org/r." },
      { ...none, sourceUrl: "https://example.org/r" },
    ],
    [{ answerUrl: "What we heard" }, { ...none, summary: "What we heard" }],
  ])("from %j", (row, expected) => {
    const result = read(row);
    expect(result.ok && result.response).toEqual(expected);
  });

  it("says so when the link is only words", () => {
    expect(read({ answerUrl: "N: No" })).toMatchObject({
      ok: true,
      warnings: [{ row: 7, field: "answerUrl", code: "not_a_url", value: "N: No" }],
    });
  });
});

describe("repeats within one sheet", () => {
  const good = (row: number, title: string, reference: string | null = "R") => ({
    row,
    draft: { ...BASE, title, reference },
    response: null,
  });

  it("are unchanged when they say the same, refused when they differ", () => {
    const find = duplicateFinder();
    expect(find(good(2, "A"))).toEqual({ kind: "first" });
    expect(find(good(3, "A"))).toEqual({ kind: "same", firstRow: 2 });
    expect(find(good(4, "B"))).toMatchObject({
      kind: "differs",
      firstRow: 2,
      refusal: { row: 4, field: "reference", code: "duplicate_reference", value: "R" },
    });
    expect(find(good(5, "B", "S"))).toEqual({ kind: "first" });
  });

  it("are found without a reference by title, body and start", () => {
    const find = duplicateFinder();
    expect(find(good(2, "A", null))).toEqual({ kind: "first" });
    expect(find(good(3, "A", null))).toEqual({ kind: "same", firstRow: 2 });
    expect(importKey({ ...BASE, title: "a" })).toBe(importKey(BASE));
    expect(importKey(BASE)).not.toBe(importKey({ ...BASE, startsOn: "2026-03-05" }));
  });

  it("compare what is said, not the order of the columns", () => {
    const { title, ...rest } = { ...BASE, reference: null };
    expect(fingerprint({ draft: { title, ...rest }, response: null })).toBe(
      fingerprint({ draft: { ...rest, title }, response: null }),
    );
  });
});

it("never throws, whatever the cells: every row is a draft within its limits or a list of refusals", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.constantFrom(
      "",
      "2026-03-04",
      "4/3/26",
      "46085",
      "1e9",
      "1,2,3",
      "https://",
      "https://[",
      "yes",
      "'=1",
      "\uD800",
      "x".repeat(30_000),
    ),
  );
  const mapping = importMappingSchema.parse({
    columns: Object.fromEntries(IMPORT_FIELDS.map((field) => [field, field])),
  });
  const reader = consultationReader(mapping, IMPORT_FIELDS, { serials: true });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: IMPORT_FIELDS.length + 2 }), { maxLength: 4 }),
      (matrix) => {
        matrix.forEach((cells, index) => {
          const result = reader.ok ? reader.read(cells, index + 2) : null;
          if (!result?.ok) {
            expect(result?.refusals.length).toBeGreaterThan(0);
            return;
          }
          expect(result.draft.title.length).toBeGreaterThan(0);
          expect(result.draft.title.length).toBeLessThanOrEqual(1000);
          expect(JSON.stringify(result.draft)).not.toMatch(/\\u0000|\\ud[89a-f]/);
          expect(result.draft.endsOn === null || result.draft.endsOn >= result.draft.startsOn).toBe(true);
        });
      },
    ),
    { numRuns: 300 },
  );
});

it("takes long runs of spaces and marks in its stride", () => {
  const started = performance.now();
  for (let times = 0; times < 50; times += 1) {
    read({
      title: `a${" ".repeat(32_000)}b`,
      sourceUrl: `https://example.org/${".".repeat(32_000)}x`,
      answerUrl: "a.".repeat(16_000),
    });
  }
  // A fraction of a second; a pattern that goes back and forth takes minutes.
  expect(performance.now() - started).toBeLessThan(50_000);
});
