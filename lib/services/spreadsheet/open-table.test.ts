import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  SPREADSHEET_LIMITS,
  SpreadsheetFailure,
  type SpreadsheetLimits,
} from "@/lib/services/spreadsheet/failure";
import { openTable } from "@/lib/services/spreadsheet/open-table";
import { sampleWorkbook, sampleZip } from "@/lib/services/spreadsheet/sample-workbook";

async function* chunks(content: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Buffer, limits: Partial<SpreadsheetLimits> = {}, size = 4096) {
  const table = await openTable(chunks(content, size), { ...SPREADSHEET_LIMITS, ...limits });
  const rows: { number: number; cells: readonly string[] }[] = [];
  for await (const row of table.rows) rows.push(row);
  return { kind: table.kind, headers: table.headers, rows, cells: rows.map(({ cells }) => cells) };
}

async function failure(content: string | Buffer, limits: Partial<SpreadsheetLimits> = {}) {
  const error: unknown = await read(content, limits).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SpreadsheetFailure ? error.code : error;
}

const ROWS = "Title,Who asked\nÉcole “A”,Zürich\n";

describe("CSV", () => {
  it("takes quoted delimiters, quotes and line breaks, and chunks cut anywhere", async () => {
    for (const size of [1, 2, 3, 4096]) {
      const { headers, rows } = await read(
        '\uFEFFTitle,Notes\r\n"A, B","one\r\ntwo ""three"""\r\n\r\nC,🎉\r\n',
        {},
        size,
      );
      expect(headers).toEqual(["Title", "Notes"]);
      expect(rows).toEqual([
        { number: 2, cells: ["A, B", 'one\r\ntwo "three"'] },
        { number: 4, cells: ["C", "🎉"] },
      ]);
    }
  });

  it.each([
    ["UTF-8", Buffer.from(ROWS)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${ROWS}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${ROWS}`, "utf16le")],
    ["UTF-16 BE with a mark", Buffer.from(`\uFEFF${ROWS}`, "utf16le").swap16()],
    ["UTF-16 LE without a mark", Buffer.from(ROWS, "utf16le")],
    ["UTF-16 BE without a mark", Buffer.from(ROWS, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(ROWS.replace("“", "\u0093").replace("”", "\u0094"), "latin1")],
  ])("reads %s", async (_, bytes) => {
    const { headers, cells } = await read(bytes, {}, 3);
    expect(headers).toEqual(["Title", "Who asked"]);
    expect(cells).toEqual([["École “A”", "Zürich"]]);
  });

  it("reads a Windows-1252 row deep in a UTF-8 file", async () => {
    const plain = Buffer.from(`a,b\n${"é,x\n".repeat(20_000)}`);
    const { cells } = await read(Buffer.concat([plain, Buffer.from("Caf\u00E9,y\n", "latin1")]));
    expect(cells.at(0)).toEqual(["é", "x"]);
    expect(cells.at(-1)).toEqual(["Café", "y"]);
  });

  it.each([
    ["semicolons", "Title;Who asked\nA, B;C\n"],
    ["tabs", "Title\tWho asked\nA, B\tC\n"],
    ["bars", "Title|Who asked\nA, B|C\n"],
    ["Excel's own line", "sep=;\r\nTitle;Who asked\r\nA, B;C\r\n"],
    ["old line ends", 'Title,Who asked\r"A, B",C\r'],
  ])("finds %s", async (_, text) => {
    const { headers, cells } = await read(text);
    expect(headers).toEqual(["Title", "Who asked"]);
    expect(cells).toEqual([["A, B", "C"]]);
  });

  it("keeps ragged rows as they are and leaves blank ones out, still counted", async () => {
    const { rows } = await read("a,b,c\n1\n,,\n1,2,3,4\n");
    expect(rows).toEqual([
      { number: 2, cells: ["1"] },
      { number: 4, cells: ["1", "2", "3", "4"] },
    ]);
  });

  it("finds the headers below a sheet's own title, and names blank and repeated ones", async () => {
    const { headers, rows } = await read("Our register,,,\n,,,\nTitle,Notes,,Notes\nA,b,c,d\n");
    expect(headers).toEqual(["Title", "Notes", "Column 3", "Notes (2)"]);
    expect(rows).toEqual([{ number: 4, cells: ["A", "b", "c", "d"] }]);
  });

  it("lets go of the source when stopped early", async () => {
    let closed = false;
    async function* endless() {
      try {
        yield Buffer.from("a,b\n");
        for (;;) yield Buffer.from("1,2\n".repeat(1000));
      } finally {
        closed = true;
      }
    }
    const table = await openTable(endless());
    for await (const row of table.rows) if (row.number > 10) break;
    await expect.poll(() => closed).toBe(true);
  });

  it("passes on an error of the source", async () => {
    async function* broken() {
      yield Buffer.from("a,b\n1,2\n");
      throw new Error("connection lost");
    }
    await expect(openTable(broken())).rejects.toThrow("connection lost");
  });

  it.each<[string, string | Buffer, Partial<SpreadsheetLimits>]>([
    ["file_empty", "", {}],
    ["file_empty", "\uFEFF\n , ,\n", {}],
    ["quote_not_closed", 'a,b\n1,"two\n3,4\n', {}],
    ["file_not_a_table", "%PDF-1.7 ...", {}],
    ["file_not_a_table", "<!DOCTYPE html><table><tr><td>1</td></tr></table>", {}],
    ["file_not_a_table", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), {}],
    ["file_not_a_table", Buffer.alloc(3000), {}],
    ["file_old_or_locked", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), {}],
    ["file_too_big", "a,b\n1,2\n", { fileBytes: 5 }],
    ["too_many_columns", "a,b\n1,2,3,4,5\n", { columns: 3 }],
    ["too_many_rows", "a,b\n1,2\n1,2\n1,2\n", { rows: 2 }],
    ["cell_too_long", `a,b\n1,${"x".repeat(101)}\n`, { cellLength: 100 }],
    ["cell_too_long", `a,b\n1,"${"x".repeat(100_000)}\n`, { cellLength: 100 }],
  ])("answers %s", async (code, content, limits) => {
    expect(await failure(content, limits)).toBe(code);
  });

  it("never throws anything but its own failures, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const code = await failure(Buffer.from(bytes));
        expect(code === null || typeof code === "string").toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("XLSX", () => {
  it("gives texts, numbers, dates and the rest as text", async () => {
    const { kind, headers, rows } = await read(
      sampleWorkbook([
        ["Title", "Start", "People", "Fed back", "Broken", "Inline", "Total"],
        [
          "A & B",
          { day: 46_085 },
          0.1 + 0.2,
          { xml: '<c r="AT" t="b"><v>1</v></c>' },
          { xml: '<c r="AT" t="e"><v>#REF!</v></c>' },
          {
            xml: '<c r="AT" t="inlineStr"><is><r><t>two </t></r><r><t>parts_x000D_</t></r><rPh><t>no</t></rPh></is></c>',
          },
          { xml: '<c r="AT" t="str"><f>1+1</f><v>two</v></c>' },
        ],
        [],
        [
          null,
          { day: 46_085.75 },
          46_085,
          null,
          null,
          { xml: '<c r="AT" t="d"><v>2026-03-04T10:00:00</v></c>' },
          null,
          "beside the table",
        ],
      ]),
    );
    expect(kind).toBe("xlsx");
    expect(headers).toEqual(["Title", "Start", "People", "Fed back", "Broken", "Inline", "Total"]);
    expect(rows).toEqual([
      { number: 2, cells: ["A & B", "2026-03-04", "0.3", "TRUE", "", "two parts\r", "two"] },
      { number: 4, cells: ["", "2026-03-04", "46085", "", "", "2026-03-04", ""] },
    ]);
  });

  it("counts from 1904 where the workbook does", async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="s1"/></sheets></workbook>';
    const { cells } = await read(
      sampleWorkbook(
        [
          ["a", "b"],
          ["x", { day: 46_085 - 1462 }],
        ],
        { "xl/workbook.xml": workbook },
      ),
    );
    expect(cells).toEqual([["x", "2026-03-04"]]);
  });

  it("takes prefixed names, and leaves hidden and empty sheets out", async () => {
    const relations =
      '<Relationships><Relationship Id="h" Type="x/worksheet" Target="worksheets/hidden.xml"/><Relationship Id="e" Type="x/worksheet" Target="worksheets/empty.xml"/><Relationship Id="v" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const sheet = (text: string) =>
      `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>${text}</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { headers } = await read(
      sampleWorkbook([], {
        "xl/workbook.xml":
          '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="h" state="hidden" r:id="h"/><x:sheet name="e" r:id="e"/><x:sheet name="v" r:id="v"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": relations,
        "xl/worksheets/hidden.xml": sheet("hidden"),
        "xl/worksheets/empty.xml": '<worksheet><sheetData><row r="1"/></sheetData></worksheet>',
        "xl/worksheets/sheet1.xml": sheet("shown"),
      }),
    );
    expect(headers).toEqual(["shown", "b"]);
  });

  const bomb = sampleWorkbook([["a", "b"]], {
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${" ".repeat(3_000_000)}`,
  });
  const wide = sampleWorkbook([["a", "b"], [{ xml: '<c r="ZZ2" t="str"><v>far</v></c>' }]]);
  const entities = sampleWorkbook([], {
    "xl/worksheets/sheet1.xml":
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
  });
  it.each<[string, Buffer, Partial<SpreadsheetLimits>]>([
    ["file_too_big", bomb, { unpackedBytes: 1_000_000 }],
    ["cell_too_long", bomb, {}],
    [
      "file_too_big",
      sampleWorkbook([
        ["a", "b"],
        ["long text".repeat(100), "c"],
      ]),
      { sharedTextLength: 500 },
    ],
    [
      "cell_too_long",
      sampleWorkbook([
        ["a", "b"],
        ["x".repeat(150), "c"],
      ]),
      { cellLength: 100 },
    ],
    ["too_many_columns", wide, {}],
    [
      "too_many_rows",
      sampleWorkbook([
        ["a", "b"],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      { rows: 2 },
    ],
    ["file_empty", sampleWorkbook([]), {}],
    ["file_not_a_table", entities, {}],
    ["file_not_a_table", sampleZip({ "word/document.xml": "<document/>" }), {}],
    [
      "file_open_document",
      sampleZip({ "content.xml": "<office/>", mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
      {},
    ],
    ["file_not_a_table", sampleWorkbook([["a", "b"]]).subarray(0, 400), {}],
    [
      "file_not_a_table",
      sampleWorkbook([["a", "b"]], { "xl/worksheets/sheet1.xml": "<worksheet><sheetData></row>" }),
      {},
    ],
    ["file_not_a_table", sampleZip({ "xl/workbook.xml": "<workbook/>".repeat(50) }, 20), {}],
  ])("answers %s", async (code, content, limits) => {
    expect(await failure(content, limits)).toBe(code);
  });

  it("survives a workbook damaged anywhere", async () => {
    const good = sampleWorkbook([
      ["Title", "Start"],
      ["A", { day: 46_085 }],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Buffer.from(good);
        damaged[at] = byte;
        const code = await failure(damaged);
        expect(code === null || typeof code === "string").toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
