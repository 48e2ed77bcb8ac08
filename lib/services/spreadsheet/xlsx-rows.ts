import type { RawRow } from "@/lib/services/spreadsheet/csv-rows";
import { SpreadsheetFailure, type SpreadsheetLimits } from "@/lib/services/spreadsheet/failure";
import { plainNumber, serialDay } from "@/lib/services/spreadsheet/number-formats";
import { unescapeText, type Workbook } from "@/lib/services/spreadsheet/workbook";
import { xmlEvents } from "@/lib/services/spreadsheet/xml-events";
import type { ZipParts } from "@/lib/services/spreadsheet/zip-parts";

/** The rows of a sheet as they are unpacked; rows without a filled cell are left out. Dates are `YYYY-MM-DD`. */
export async function* sheetRows(
  parts: ZipParts,
  workbook: Workbook,
  part: string,
  limits: SpreadsheetLimits,
): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  let row: RawRow = { number: 0, cells: [] };
  let column = -1;
  let type = "n";
  let style = 0;
  let value = "";
  let taking = false;
  let phonetic = 0;

  const events = xmlEvents(parts.bytes(part, limits.unpackedBytes), {
    open(name, attributes) {
      if (name === "row") {
        const number = Number(attributes.r ?? row.number + 1);
        // Rows are written in order; a number that goes back or is none is counted on.
        row = {
          number: Number.isSafeInteger(number) && number > row.number ? number : row.number + 1,
          cells: [],
        };
        column = -1;
      } else if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        type = attributes.t ?? "n";
        style = Number(attributes.s ?? 0);
        value = "";
      } else if (name === "rPh") {
        phonetic += 1;
      } else if (name === "v" || name === "t") {
        taking = phonetic === 0;
      }
    },
    text(text) {
      if (!taking) return;
      value += text;
      if (value.length > limits.cellLength * 2) throw new SpreadsheetFailure("cell_too_long", row.number);
    },
    close(name) {
      if (name === "v" || name === "t") {
        taking = false;
      } else if (name === "rPh") {
        phonetic -= 1;
      } else if (name === "c") {
        const cell = shown(value, type, style, workbook);
        if (cell === "") return;
        if (cell.length > limits.cellLength) throw new SpreadsheetFailure("cell_too_long", row.number);
        if (column >= limits.columns) throw new SpreadsheetFailure("too_many_columns", row.number);
        while (row.cells.length < column) row.cells.push("");
        row.cells[column] = cell;
      } else if (name === "row" && row.cells.length > 0) {
        ready.push(row);
      }
    },
  });
  for await (const _ of events) {
    const rows = ready;
    ready = [];
    yield* rows;
  }
}

/** A cell as text. An error (`#REF!`) is an empty cell: the sheet has no value to give. */
function shown(value: string, type: string, style: number, workbook: Workbook): string {
  switch (type) {
    case "s":
      return workbook.sharedTexts[Number(value)] ?? "";
    case "str":
    case "inlineStr":
      return unescapeText(value);
    case "b":
      return value === "1" || value === "true" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "d":
      return value.slice(0, 10);
    default: {
      if (value === "") return "";
      const day = workbook.dateStyles[style] ? serialDay(Number(value), workbook.from1904) : null;
      return day ?? plainNumber(value);
    }
  }
}

/** `C7` as 2; null without a usable reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference ?? "")?.[1]?.toUpperCase();
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
