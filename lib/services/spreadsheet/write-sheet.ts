import writeWorkbook, { type Cell, type Row } from "write-excel-file/node";
import { CSV_MARK, csvLines } from "@/lib/services/spreadsheet/csv-lines";

/** A cell: text (which stays text, whatever it begins with), a number, a day `YYYY-MM-DD`, or nothing. */
export type SheetCell = string | number | { readonly day: string } | null;

/** Columns of a table by their headings, and how wide each is, in characters. */
export type SheetColumn = { readonly heading: string; readonly width: number };

/** The longest text that a cell of a workbook can hold. */
const LONGEST = 32_767;
/** What a workbook cannot hold: control characters, half characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The table as CSV, piece by piece. Days are written `YYYY-MM-DD`. */
export async function* writeCsv(
  columns: readonly SheetColumn[],
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const plain = (cell: SheetCell) =>
    cell === null ? "" : typeof cell === "object" ? cell.day : String(cell);
  yield encoder.encode(CSV_MARK + csvLines([columns.map(({ heading }) => heading)]));
  for await (const rows of pages) yield encoder.encode(csvLines(rows.map((row) => row.map(plain))));
}

/**
 * The table as an Excel workbook of one sheet: headings that stay in sight, days as days, no formulas. A workbook is
 * made as a whole: its rows are held in memory until it is.
 */
export async function* writeXlsx(
  columns: readonly SheetColumn[],
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>,
  options: { sheet: string; rightToLeft: boolean },
): AsyncGenerator<Uint8Array> {
  const data: Row[] = [
    columns.map(({ heading }): Cell => ({ value: heading, type: String, fontWeight: "bold" })),
  ];
  for await (const rows of pages) for (const row of rows) data.push(row.map(workbookCell));
  const workbook = writeWorkbook(data, {
    // Signs that the name of a sheet cannot hold, and its length.
    sheet: options.sheet.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    rightToLeft: options.rightToLeft,
    dateFormat: "yyyy-mm-dd",
    stickyRowsCount: 1,
  });
  yield await workbook.toBuffer();
}

function workbookCell(cell: SheetCell): Cell {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "object") return { value: new Date(`${cell.day}T00:00:00Z`), type: Date };
  return { value: cell.replace(UNFIT, "").slice(0, LONGEST), type: String };
}
