import { type DateOrderFinding, dateOrderDetector } from "@/lib/domain/import/date-order";
import type { DateOptions } from "@/lib/domain/import/dates";
import {
  DATE_FIELDS,
  IMPORT_FIELDS,
  type ImportField,
  NEEDED_FIELDS,
  type NeededField,
} from "@/lib/domain/import/fields";
import { headerKey } from "@/lib/domain/import/headers";
import { KEYS_TOGETHER, KNOWN_NAMES } from "@/lib/domain/import/known-names";
import { headersOf, type ImportMapping } from "@/lib/domain/import/mapping";
import { plausible } from "@/lib/domain/import/plausible";

export interface MappingProposal {
  readonly mapping: ImportMapping;
  /** Headers that feed nothing, in the sheet's order. */
  readonly unused: readonly string[];
  /**
   * What a person must settle before the sheet can be read: fields without a column (for `endsOn` either
   * a column, or `constants.endsOn`), and `dates` when their order is open or contradicts itself.
   */
  readonly needs: readonly (NeededField | "dates")[];
  /** What the sampled dates say; judge the whole file with `dateOrderFor` to be sure. */
  readonly dates: DateOrderFinding;
}

/**
 * Proposes a mapping by known English names and a look at the first rows. One header feeds one field at most.
 * @param headers as `uniqueHeaders` gives them
 * @param rows the first rows of the sheet, cells as text; fifty are plenty
 */
export function proposeMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  options: DateOptions = {},
): MappingProposal {
  const columns: Partial<Record<ImportField, string | string[]>> = {};
  const used = new Set<number>();
  for (const { field, column } of candidates(headers, rows, options)) {
    const name = headers[column];
    if (name === undefined || used.has(column) || columns[field] !== undefined) continue;
    columns[field] = name;
    used.add(column);
  }
  const key = compositeKey(headers, columns.reference, used);
  if (key) {
    columns.reference = key.map((column) => headers[column] ?? "");
    for (const column of key) used.add(column);
  }
  const mapping: ImportMapping = { columns, dates: "auto", constants: {} };
  const detector = dateOrderFor(mapping, headers, options);
  for (const row of rows) detector.add(row);
  const dates = detector.finding();
  if (dates.kind === "order") mapping.dates = dates.order;
  return {
    mapping,
    unused: headers.filter((_, column) => !used.has(column)),
    needs: [
      ...NEEDED_FIELDS.filter((field) => columns[field] === undefined),
      ...(dates.kind === "ambiguous" || dates.kind === "contradictory" ? (["dates"] as const) : []),
    ],
    dates,
  };
}

/** Judges the order of all mapped dates of a sheet, row by row, in constant memory. */
export function dateOrderFor(
  mapping: ImportMapping,
  headers: readonly string[],
  options: DateOptions = {},
): { add(row: readonly string[]): void; finding(): DateOrderFinding } {
  const names = new Set(DATE_FIELDS.flatMap((field) => headersOf(mapping, field)));
  const columns = headers.flatMap((name, column) => (names.has(name) ? [column] : []));
  const detector = dateOrderDetector(options);
  return {
    add(row) {
      for (const column of columns) detector.add(row[column] ?? "");
    },
    finding: () => detector.finding(),
  };
}

/** Every pairing of a field and a column that names and cells allow, the best names first, then from left to right. */
function candidates(headers: readonly string[], rows: readonly (readonly string[])[], options: DateOptions) {
  const found: { field: ImportField; column: number; rank: number }[] = [];
  headers.forEach((header, column) => {
    const key = headerKey(header);
    let cells: string[] | null = null;
    for (const field of IMPORT_FIELDS) {
      const rank = KNOWN_NAMES[field].indexOf(key);
      if (rank < 0) continue;
      cells ??= rows.map((row) => row[column] ?? "");
      if (certain(field, header) || plausible(field, cells, options)) found.push({ field, column, rank });
    }
  });
  return found.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

/** Our own field names and links named as links are believed whatever the cells hold, so that the cells get refused by name. */
function certain(field: ImportField, header: string): boolean {
  return (
    header === field || ((field === "answerUrl" || field === "sourceUrl") && /link|url|page/i.test(header))
  );
}

function compositeKey(
  headers: readonly string[],
  reference: string | string[] | undefined,
  used: ReadonlySet<number>,
): number[] | null {
  const keys = headers.map(headerKey);
  for (const names of KEYS_TOGETHER) {
    const columns = names.map((name) => keys.indexOf(name));
    const free = columns.every(
      (column) => column >= 0 && (!used.has(column) || headers[column] === reference),
    );
    if (free && (reference === undefined || columns.some((column) => headers[column] === reference)))
      return columns;
  }
  return null;
}
