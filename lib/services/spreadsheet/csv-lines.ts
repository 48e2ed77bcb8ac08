import { stringify } from "csv-stringify/sync";

/** How every CSV of ours begins: the mark that tells Excel it is UTF-8. */
export const CSV_MARK = "\uFEFF";

/**
 * Rows as CSV, for spreadsheets: a cell that one would run as a formula gets an apostrophe in front, which the import
 * takes off again.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "\r\n" },
  );
}
