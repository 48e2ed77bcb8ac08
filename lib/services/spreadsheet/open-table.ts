import { uniqueHeaders } from "@/lib/domain/import/headers";
import { csvRows, type RawRow } from "@/lib/services/spreadsheet/csv-rows";
import {
  SPREADSHEET_LIMITS,
  SpreadsheetFailure,
  type SpreadsheetLimits,
} from "@/lib/services/spreadsheet/failure";
import { readWorkbook } from "@/lib/services/spreadsheet/workbook";
import { sheetRows } from "@/lib/services/spreadsheet/xlsx-rows";
import { ZipParts } from "@/lib/services/spreadsheet/zip-parts";

export interface TableRow {
  /** The row's number as a spreadsheet program shows it; the headers of a plain sheet are row 1. */
  readonly number: number;
  /** Cells as text, from the first column on; may be fewer or (in a CSV) more than the headers. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly kind: "csv" | "xlsx";
  /** The column names, each only once (see `uniqueHeaders`). */
  readonly headers: readonly string[];
  /** The rows below the headers, blank ones left out. Once only. Ending early (`break`) lets go of everything. */
  readonly rows: AsyncGenerator<TableRow>;
  /** Lets go of the file when `rows` is not taken; harmless otherwise. */
  close(): Promise<void>;
}

/** Rows looked at to find the headers: above them may stand the sheet's own title. */
const HEADER_SEARCH = 10;

/**
 * Opens an uploaded CSV or XLSX file, told apart by its content, and finds its headers: the first of the
 * first ten filled rows with at least two filled cells. Of an XLSX the first visible sheet that holds anything
 * is read. Memory stays bounded by the limits whatever the file claims of itself.
 * @param source the file's bytes, taken once
 * @throws SpreadsheetFailure here, or while `rows` is taken
 */
export async function openTable(
  source: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<Table> {
  const bytes = limited(source, limits.fileBytes);
  const head: Uint8Array[] = [];
  let known = 0;
  while (known < 8) {
    const next = await bytes.next();
    if (next.done) break;
    head.push(next.value);
    known += next.value.length;
  }
  if (known === 0) throw new SpreadsheetFailure("file_empty");
  try {
    const kind = kindOf(Buffer.concat(head));
    const all = resumed(head, bytes);
    return await tableOf(kind, kind === "csv" ? csvRows(all, limits) : xlsxRows(all, limits), limits);
  } catch (error) {
    await bytes.return(undefined);
    throw error;
  }
}

// How PDF, PNG, JPEG, GIF, RAR, gzip, 7-Zip and RTF files begin.
const OTHER_FILES = [
  "%PDF",
  "\u0089PNG",
  "\u00FF\u00D8\u00FF",
  "GIF8",
  "Rar!",
  "\u001F\u008B",
  "7z\u00BC\u00AF",
  "{\\rtf",
];

/** @throws SpreadsheetFailure for the kinds of file people upload by mistake */
function kindOf(head: Buffer): "csv" | "xlsx" {
  const text = head.toString("latin1");
  if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) return "xlsx";
  if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) throw new SpreadsheetFailure("file_old_or_locked");
  if (OTHER_FILES.some((start) => text.startsWith(start))) throw new SpreadsheetFailure("file_not_a_table");
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<(?:!|\?xml|html)/i.test(text))
    throw new SpreadsheetFailure("file_not_a_table");
  return "csv";
}

async function tableOf(
  kind: Table["kind"],
  raw: AsyncGenerator<RawRow>,
  limits: SpreadsheetLimits,
): Promise<Table> {
  const early: RawRow[] = [];
  let at = -1;
  try {
    while (at < 0 && early.length < HEADER_SEARCH) {
      const next = await raw.next();
      if (next.done) break;
      const filled = next.value.cells.filter((cell) => cell.trim()).length;
      if (filled === 0) continue;
      early.push(next.value);
      if (filled > 1) at = early.length - 1;
    }
  } catch (error) {
    await raw.return(undefined);
    throw error;
  }
  const header = early[Math.max(at, 0)];
  if (!header) throw new SpreadsheetFailure("file_empty");
  const width = lastFilled(header.cells) + 1;
  const below = early.slice(Math.max(at, 0) + 1);
  return {
    kind,
    headers: uniqueHeaders(header.cells.slice(0, width)),
    rows: bodyRows(below, raw, kind, width, limits),
    close: async () => {
      await raw.return(undefined);
    },
  };
}

async function* bodyRows(
  early: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
  kind: Table["kind"],
  width: number,
  limits: SpreadsheetLimits,
): AsyncGenerator<TableRow> {
  let count = 0;
  const take = (row: RawRow): TableRow | null => {
    // Notes beside a table in a workbook are no part of it; in a CSV surplus cells mean that the row has slipped.
    const cells = kind === "xlsx" ? row.cells.slice(0, width) : row.cells;
    if (!cells.some((cell) => cell.trim())) return null;
    count += 1;
    if (count > limits.rows) throw new SpreadsheetFailure("too_many_rows", row.number);
    return { number: row.number, cells };
  };
  try {
    for (const row of early) {
      const taken = take(row);
      if (taken) yield taken;
    }
    for await (const row of rest) {
      const taken = take(row);
      if (taken) yield taken;
    }
  } finally {
    await rest.return(undefined);
  }
}

async function* xlsxRows(
  bytes: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits,
): AsyncGenerator<RawRow> {
  const packed: Uint8Array[] = [];
  for await (const chunk of bytes) packed.push(chunk);
  const parts = await ZipParts.open(Buffer.concat(packed));
  packed.length = 0;
  try {
    const workbook = await readWorkbook(parts, limits);
    for (const { part } of workbook.sheets) {
      let any = false;
      for await (const row of sheetRows(parts, workbook, part, limits)) {
        any = true;
        yield row;
      }
      if (any) return;
    }
  } finally {
    parts.close();
  }
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "");
}

async function* limited(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > most) throw new SpreadsheetFailure("file_too_big");
    yield chunk;
  }
}

async function* resumed(
  head: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* rest;
}
