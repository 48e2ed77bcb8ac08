/** Why a file cannot be read as a table. Stable codes; the catalogue words them. */
export type SpreadsheetFailureCode =
  /** No row holds anything. */
  | "file_empty"
  /** Not a CSV or XLSX file: a picture, a PDF, another office document, a damaged file. */
  | "file_not_a_table"
  /** An Excel file of the old kind (.xls) or one locked with a password: save it as .xlsx without one. */
  | "file_old_or_locked"
  /** An OpenDocument sheet (.ods): save it as .xlsx or CSV. */
  | "file_open_document"
  /** A quotation mark is opened and never closed. */
  | "quote_not_closed"
  /** More bytes than allowed, packed or unpacked. */
  | "file_too_big"
  /** An export of ours that is not as we wrote it. */
  | "export_damaged"
  /** An export of a newer version than this one can read. */
  | "export_newer"
  | "too_many_rows"
  | "too_many_columns"
  | "cell_too_long";

/**
 * Thrown by the readers of this folder, and by their row generators while rows are taken.
 * The message is for logs; people read the catalogue's words for `code`.
 */
export class SpreadsheetFailure extends Error {
  override readonly name = "SpreadsheetFailure";

  constructor(
    readonly code: SpreadsheetFailureCode,
    /** The row of the sheet it was met on, where known. */
    readonly row: number | null = null,
  ) {
    super(row === null ? code : `${code} (row ${row})`);
  }
}

export interface SpreadsheetLimits {
  /** Bytes of the file as uploaded. An XLSX is held in memory in this packed form. */
  readonly fileBytes: number;
  /** Bytes of a sheet of an XLSX once unpacked; other parts of it get a quarter. */
  readonly unpackedBytes: number;
  /** Characters of all shared texts of an XLSX together; they are held in memory. */
  readonly sharedTextLength: number;
  /** Rows below the headers. */
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell; 32,767 is what Excel can hold. */
  readonly cellLength: number;
}

export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  sharedTextLength: 24_000_000,
  rows: 200_000,
  columns: 200,
  cellLength: 32_767,
};
