import { describe, expect, it } from "vitest";
import { cleanLine } from "@/lib/domain/import/text";
import { openTable } from "@/lib/services/spreadsheet/open-table";
import { writeRefused } from "@/lib/services/spreadsheet/write-refused";

const COLUMNS = { row: "Row", reason: "What to mend" };

async function written(headers: string[], cells: string[][]): Promise<string> {
  let text = "";
  const rows = cells.map((own, index) => ({
    number: index + 2,
    cells: own,
    reason: "Ends before it starts",
  }));
  for await (const piece of writeRefused(headers, COLUMNS, rows)) text += piece;
  return text;
}

describe("writeRefused", () => {
  it("writes the sheet's own columns, the row and the reason", async () => {
    const text = await written(["Title", "Notes"], [["A, B"], ["C", "d", "surplus"]]);
    expect(text).toBe(
      '\uFEFFTitle,Notes,Row,What to mend\r\n"A, B",,2,Ends before it starts\r\nC,d,3,Ends before it starts\r\n',
    );
  });

  it("disarms formulas, and the import takes them back as they were", async () => {
    const armed = ["=1+1", "+44 20", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"];
    const text = await written(["a", "b", "c", "d", "e"], [armed]);
    async function* file() {
      yield Buffer.from(text);
    }
    const table = await openTable(file());
    const rows: (readonly string[])[] = [];
    for await (const { cells } of table.rows) rows.push(cells);
    const cells = rows[0]?.slice(0, armed.length) ?? [];
    expect(cells.every((cell) => cell.startsWith("'"))).toBe(true);
    expect(cells.map(cleanLine)).toEqual(armed);
  });

  it("disarms what begins with a tab or a line break", async () => {
    const text = await written(["a", "b"], [["\t=1", "\r=1"]]);
    expect(text).toContain("'\t=1");
    expect(text).toContain("'\r=1");
  });
});
