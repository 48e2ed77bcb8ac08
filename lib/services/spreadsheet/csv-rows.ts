import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { decodeText } from "@/lib/services/spreadsheet/decode-text";
import { type Delimiter, detectDelimiter } from "@/lib/services/spreadsheet/delimiter";
import { SpreadsheetFailure, type SpreadsheetLimits } from "@/lib/services/spreadsheet/failure";

/** A row as it stands in the file: its number counts records from 1, blank ones included. */
export interface RawRow {
  readonly number: number;
  readonly cells: string[];
}

const SAMPLE_LENGTH = 64 * 1024;
// Excel's own way of naming the delimiter, on a line before the headers.
const SEPARATOR_LINE = /^"?sep=([,;|\t])"?\r?\n/i;

/**
 * The rows of a CSV file in constant memory: any encoding `decodeText` knows, parted by comma, semicolon,
 * tab or bar, with quoted line breaks and rows of unequal length.
 * @throws SpreadsheetFailure
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  limits: SpreadsheetLimits,
): AsyncGenerator<RawRow> {
  const text = decodeText(bytes);
  let sample = "";
  try {
    while (sample.length < SAMPLE_LENGTH) {
      const next = await text.next();
      if (next.done) break;
      sample += next.value;
    }
    const named = SEPARATOR_LINE.exec(sample);
    const start = named ? sample.slice(named[0].length) : sample;
    const delimiter = (named?.[1] as Delimiter | undefined) ?? detectDelimiter(start);
    const first = named ? 2 : 1;
    yield* records(start, text, delimiter, first, limits);
  } finally {
    await text.return(undefined);
  }
}

async function* records(
  start: string,
  rest: AsyncGenerator<string>,
  delimiter: Delimiter,
  first: number,
  limits: SpreadsheetLimits,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: limits.cellLength * 20,
  });
  async function* pieces(): AsyncGenerator<string> {
    yield start;
    yield* rest;
  }
  // The parser is destroyed with whatever error ends the source, and then throws it in the loop below.
  pipeline(Readable.from(pieces()), parser, () => undefined);
  let number = first - 1;
  try {
    for await (const record of parser) {
      number += 1;
      const cells: string[] = record;
      if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell.trim())) {
        throw new SpreadsheetFailure("too_many_columns", number);
      }
      if (cells.some((cell) => cell.length > limits.cellLength))
        throw new SpreadsheetFailure("cell_too_long", number);
      // NUL has no place in text: bytes of some other kind of file.
      if (cells.some((cell) => cell.includes("\u0000\u0000")))
        throw new SpreadsheetFailure("file_not_a_table", number);
      yield { number, cells };
    }
  } catch (error) {
    throw translated(error, number + 1);
  }
}

function translated(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new SpreadsheetFailure("quote_not_closed", row);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new SpreadsheetFailure("cell_too_long", row);
  return new SpreadsheetFailure("file_not_a_table", row);
}
