import { stringify } from "csv-stringify/sync";

/** A row that was not taken, with the sentence that says why. */
export interface RefusedRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** In the reader's language, from the catalogue. */
  readonly reason: string;
}

/**
 * The refused rows as a CSV to mend and bring in again: the sheet's own headers and cells, then the row's
 * number and what to mend. A cell a spreadsheet would run as a formula gets an apostrophe in front, which
 * the import takes off again. Starts with the mark that tells Excel it is UTF-8.
 * @param columns headings of the two added columns, from the catalogue
 */
export async function* writeRefused(
  headers: readonly string[],
  columns: { readonly row: string; readonly reason: string },
  rows: AsyncIterable<RefusedRow> | Iterable<RefusedRow>,
): AsyncGenerator<string> {
  yield `\uFEFF${line([...headers, columns.row, columns.reason])}`;
  for await (const { number, cells, reason } of rows) {
    const own = headers.map((_, column) => cells[column] ?? "");
    yield line([...own, String(number), reason]);
  }
}

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: "\r\n" });
}
