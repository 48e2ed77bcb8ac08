import { CSV_MARK, csvLines } from "@/lib/services/spreadsheet/csv-lines";

/** A row that was not taken, with the sentence that says why. */
export interface RefusedRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** In the reader's language, from the catalogue. */
  readonly reason: string;
}

/**
 * The refused rows as a CSV to mend and bring in again: the sheet's own headers and cells, then the row's
 * number and what to mend.
 * @param columns headings of the two added columns, from the catalogue
 */
export async function* writeRefused(
  headers: readonly string[],
  columns: { readonly row: string; readonly reason: string },
  rows: AsyncIterable<RefusedRow> | Iterable<RefusedRow>,
): AsyncGenerator<string> {
  yield `${CSV_MARK}${csvLines([[...headers, columns.row, columns.reason]])}`;
  for await (const { number, cells, reason } of rows) {
    const own = headers.map((_, column) => cells[column] ?? "");
    yield csvLines([[...own, String(number), reason]]);
  }
}
