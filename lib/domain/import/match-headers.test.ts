import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { uniqueHeaders } from "@/lib/domain/import/headers";
import { importMappingSchema, mappingProblems } from "@/lib/domain/import/mapping";
import { dateOrderFor, proposeMapping } from "@/lib/domain/import/match-headers";

describe("proposeMapping", () => {
  it.each<[string[], Record<string, string>]>([
    [
      ["Title", "Council", "Start", "End", "People", "Notes"],
      {
        title: "Title",
        publicBody: "Council",
        startsOn: "Start",
        endsOn: "End",
        participants: "People",
        notes: "Notes",
      },
    ],
    [
      ["ID", "Consultation", "Organisation", "From", "To", "Attendees"],
      {
        reference: "ID",
        title: "Consultation",
        publicBody: "Organisation",
        startsOn: "From",
        endsOn: "To",
        participants: "Attendees",
      },
    ],
    [
      ["Name", "Who asked?", "Started", "Closed", "PARTICIPANTS "],
      {
        title: "Name",
        publicBody: "Who asked?",
        startsOn: "Started",
        endsOn: "Closed",
        participants: "PARTICIPANTS ",
      },
    ],
    [["Name", "Title"], { title: "Title" }],
    [
      ["Reference no.", "start_date", "EndDate"],
      { reference: "Reference no.", startsOn: "start_date", endsOn: "EndDate" },
    ],
  ])("knows %j", (headers, columns) => {
    expect(proposeMapping(headers, []).mapping.columns).toEqual(columns);
  });

  it("knows our own names, every one", () => {
    const { mapping, unused } = proposeMapping(IMPORT_FIELDS, []);
    expect(mapping.columns).toEqual(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, field])));
    expect(unused).toEqual([]);
  });

  it("looks at the cells where a name could be several things", () => {
    const from = (cell: string) =>
      proposeMapping(["Title", "From", "Response"], [["A", cell, ""]]).mapping.columns;
    expect(from("2026-03-04").startsOn).toBe("From");
    expect(from("Riverside Council").publicBody).toBe("From");
    const response = (cell: string) => proposeMapping(["Title", "Response"], [["A", cell]]).mapping.columns;
    expect(response("yes")).toMatchObject({ answered: "Response" });
    expect(response("https://example.org/report")).toMatchObject({ answerUrl: "Response" });
    expect(response("2026-03-04")).toMatchObject({ answeredOn: "Response" });
    expect(response("They thanked us")).toEqual({ title: "Title" });
  });

  it("leaves codes out of topics", () => {
    expect(proposeMapping(["Topics"], [["CM,EM,GP"]]).mapping.columns.topics).toBeUndefined();
    expect(proposeMapping(["Topics"], [["Health, Housing"]]).mapping.columns.topics).toBe("Topics");
  });

  it("says what is needed: fields, and the order of dates", () => {
    expect(proposeMapping(["Title", "Council", "Start"], [["A", "B", "04/03/2026"]])).toMatchObject({
      needs: ["endsOn", "dates"],
      mapping: { dates: "auto" },
      dates: { kind: "ambiguous" },
    });
    expect(
      proposeMapping(["Title", "Council", "Start", "End"], [["A", "B", "25/03/2026", "04/04/2026"]]),
    ).toMatchObject({
      needs: [],
      mapping: { dates: "dmy" },
    });
    expect(proposeMapping(["x"], []).needs).toEqual(["title", "publicBody", "startsOn", "endsOn"]);
  });

  it("lets a later row settle the order", () => {
    const headers = ["Title", "Council", "Start", "End"];
    const { mapping } = proposeMapping(headers, [["A", "B", "04/03/2026", ""]]);
    const detector = dateOrderFor(mapping, headers);
    detector.add(["A", "B", "04/03/2026", ""]);
    detector.add(["A", "B", "04/03/2026", "31/03/2026"]);
    expect(detector.finding()).toEqual({ kind: "order", order: "dmy" });
  });

  it("uses each header once at most, for any sheet, and proposes only what the schema takes", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        ...IMPORT_FIELDS,
        "From",
        "Response",
        "Report",
        "owner_org",
        "registration_number",
        "Date",
        "Subject",
      ),
    );
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("", "2026-03-04", "04/03/2026", "yes", "https://example.org"),
    );
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 12 }),
        fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 5 }),
        (names, rows) => {
          const headers = uniqueHeaders(names);
          const { mapping, unused } = proposeMapping(headers, rows);
          const used = Object.values(mapping.columns).flat();
          expect(new Set(used).size).toBe(used.length);
          expect([...used, ...unused].sort()).toEqual([...headers].sort());
          expect(importMappingSchema.safeParse(mapping).success).toBe(true);
        },
      ),
    );
  });
});

describe("importMappingSchema", () => {
  const codes = (value: unknown) => {
    const parsed = importMappingSchema.safeParse(value);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };

  it("takes the contract's shape and fills the rest", () => {
    expect(
      importMappingSchema.parse({ columns: { title: "Title", topics: ["A", "B"] }, reference: ["x", "y"] }),
    ).toEqual({
      columns: { title: "Title", topics: ["A", "B"] },
      dates: "auto",
      constants: {},
      reference: ["x", "y"],
    });
    expect(codes({ columns: {}, constants: { endsOn: null } })).toEqual([]);
    expect(
      codes({
        columns: {},
        constants: { endsOn: "startsOn", publicBody: "Council", topics: ["Health"], sessions: 2 },
      }),
    ).toEqual([]);
  });

  it.each<[unknown, string[]]>([
    [{ columns: {}, more: 1 }, [": unknown_field"]],
    [{ columns: { tilte: "Title" } }, ["columns: unknown_field"]],
    [{ columns: {}, constants: { standing: "silent" } }, ["constants: unknown_field"]],
    [{ columns: {}, dates: "dym" }, ["dates: unknown_choice"]],
    [{ columns: {}, constants: { endsOn: "2026-02-30" } }, ["constants.endsOn: not_a_date"]],
    [{ columns: {}, constants: { kind: "party" } }, ["constants.kind: unknown_choice"]],
    [{ columns: {}, constants: { sessions: 0 } }, ["constants.sessions: too_small"]],
    [{ columns: {}, constants: { sourceUrl: "javascript:alert(1)" } }, ["constants.sourceUrl: not_a_url"]],
    [{ columns: { endsOn: "End" }, constants: { endsOn: null } }, ["constants.endsOn: mapped_twice"]],
    [{ columns: { reference: "a" }, reference: ["b"] }, ["reference: mapped_twice"]],
    [{ columns: { title: "" } }, ["columns.title: required"]],
  ])("refuses %j", (value, expected) => {
    expect(codes(value)).toEqual(expected);
  });

  it("names what a sheet is missing", () => {
    const mapping = importMappingSchema.parse({
      columns: { title: "Titel", startsOn: "Start" },
      constants: { publicBody: "Council" },
    });
    expect(mappingProblems(mapping, ["Title", "Start"])).toEqual([
      { field: "title", code: "unknown_header", value: "Titel" },
      { field: "endsOn", code: "required", value: "" },
    ]);
  });
});
