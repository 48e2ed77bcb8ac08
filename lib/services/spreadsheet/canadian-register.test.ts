import { createReadStream } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { RowProblem, RowResult } from "@/lib/domain/import/draft";
import { duplicateFinder } from "@/lib/domain/import/duplicates";
import { type MappingProposal, proposeMapping } from "@/lib/domain/import/match-headers";
import { consultationReader } from "@/lib/domain/import/to-consultation";
import { openTable, type TableRow } from "@/lib/services/spreadsheet/open-table";

const FILE = new URL("../../../tests/data/canada_consulting_2025-01-24.csv", import.meta.url);

describe("a real register: Consulting with Canadians, 24 January 2025", () => {
  let proposal: MappingProposal;
  let rows: TableRow[];
  let results: RowResult[];

  beforeAll(async () => {
    const table = await openTable(createReadStream(FILE));
    rows = [];
    for await (const row of table.rows) rows.push(row);
    proposal = proposeMapping(
      table.headers,
      rows.slice(0, 50).map(({ cells }) => cells),
    );
    const reader = consultationReader(proposal.mapping, table.headers);
    results = reader.ok ? rows.map(({ cells, number }) => reader.read(cells, number)) : [];
  });

  const good = () => results.flatMap((result) => (result.ok ? [result] : []));
  const refusals = () =>
    results.flatMap((result): readonly RowProblem[] => (result.ok ? [] : result.refusals));

  it("is matched by its headers alone", () => {
    expect(proposal.mapping).toEqual({
      columns: {
        reference: ["owner_org", "registration_number"],
        title: "title_en",
        publicBody: "owner_org_title",
        purpose: "description_en",
        startsOn: "start_date",
        endsOn: "end_date",
        sourceUrl: "profile_page_en",
        answered: "report_available_online",
        answerUrl: "report_link_en",
      },
      dates: "ymd",
      constants: {},
    });
    expect(proposal.needs).toEqual([]);
    expect(proposal.unused).toEqual([
      "partner_departments",
      "subjects",
      "title_fr",
      "description_fr",
      "status",
      "profile_page_fr",
      "report_link_fr",
    ]);
  });

  it("gives 5,048 drafts of 5,058 rows and refuses the ten that end before they start", () => {
    expect(rows).toHaveLength(5058);
    expect(good()).toHaveLength(5048);
    expect(refusals().map(({ field, code }) => `${field} ${code}`)).toEqual(
      Array(10).fill("endsOn before_start"),
    );
    expect(refusals()[0]).toEqual({ row: 296, field: "endsOn", code: "before_start", value: "2022-03-01" });
  });

  it("has 59 bodies and no reference twice", () => {
    expect(new Set(good().map(({ draft }) => draft.publicBody)).size).toBe(59);
    const [organisation, number] = [rows[0]?.cells[15], rows[0]?.cells[0]];
    expect(good()[0]?.draft.reference).toBe(`${organisation} / ${number}`);
    expect(new Set(rows.map(({ cells }) => `${cells[15]} / ${cells[0]}`)).size).toBe(5058);
    const find = duplicateFinder();
    expect(good().every((row) => find(row).kind === "first")).toBe(true);
  });

  it("knows which were answered", () => {
    const answered = good().filter(({ response }) => response);
    expect(answered).toHaveLength(762);
    const over = answered.filter(
      ({ draft }) => draft.endsOn !== null && draft.endsOn < "2025-01-24" && draft.startsOn <= "2025-01-24",
    );
    // 737 past their answer date and 16 before it, by the clock of that day.
    expect(over).toHaveLength(753);
    // The register writes "N: No" and the like where a link belongs. They count, with a warning each.
    const words = good().flatMap(({ warnings }) => warnings.filter(({ field }) => field === "answerUrl"));
    expect(words).toHaveLength(129);
    expect(words.every(({ code }) => code === "not_a_url")).toBe(true);
    expect(words.filter(({ value }) => /^N: ?No$/.test(value))).toHaveLength(87);
  });
});
