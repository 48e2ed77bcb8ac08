import "server-only";
import type { SqlTx } from "@/lib/db/doors";
import { EXPORT_FILES, type ExportFileName } from "@/lib/domain/export/files";
import { CSV_MARK, csvLines } from "@/lib/services/spreadsheet/csv-lines";
import { readRowsOf } from "./read-rows-of";

/** The columns of a file in its CSV. */
export function csvColumns(file: ExportFileName): string[] {
  const { row, exactOnly } = EXPORT_FILES[file];
  return Object.keys(row.shape).filter((column) => !exactOnly.includes(column));
}

/** A value as a cell: entries of a list one behind the other, what is more than that as JSON. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A file as JSON lines: one record a line, exact. */
export async function* jsonLines(tx: SqlTx, file: ExportFileName): AsyncGenerator<string> {
  for await (const rows of readRowsOf(tx, file)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** The same for a spreadsheet. */
export async function* csvText(tx: SqlTx, file: ExportFileName): AsyncGenerator<string> {
  const columns = csvColumns(file);
  yield CSV_MARK + csvLines([columns]);
  for await (const rows of readRowsOf(tx, file))
    yield csvLines(rows.map((row) => columns.map((column) => cell(row[column]))));
}
