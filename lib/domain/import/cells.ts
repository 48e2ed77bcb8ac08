import { type DateOptions, type DateOrder, readDate } from "@/lib/domain/import/dates";
import type { ProblemCode, RowProblem } from "@/lib/domain/import/draft";
import { type ImportField, ruleOf } from "@/lib/domain/import/fields";
import { readLink } from "@/lib/domain/import/links";
import { headersOf, type ImportMapping } from "@/lib/domain/import/mapping";
import { readNumber } from "@/lib/domain/import/numbers";
import { cleanLine, cleanText, excerpt, splitList } from "@/lib/domain/import/text";
import type { PlainDate } from "@/lib/domain/plain-date";

/** Where each field's cells stand, worked out once per sheet. */
export interface Columns {
  /** The columns that feed a field; null when no column does. */
  at(field: ImportField): readonly number[] | null;
  readonly width: number;
}

export function columnsOf(mapping: ImportMapping, headers: readonly string[]): Columns {
  const position = new Map(headers.map((name, column) => [name, column] as const));
  const cache = new Map<ImportField, readonly number[] | null>();
  return {
    width: headers.length,
    at(field) {
      const known = cache.get(field);
      if (known !== undefined) return known;
      const columns = headersOf(mapping, field).flatMap((name) => position.get(name) ?? []);
      const found = columns.length > 0 ? columns : null;
      cache.set(field, found);
      return found;
    },
  };
}

/**
 * Reads the cells of one row field by field and gathers what is wrong with them. Every reader answers
 * undefined when no column feeds the field and null when its cells are empty or refused.
 */
export class Cells {
  readonly refusals: RowProblem[] = [];
  readonly warnings: RowProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    readonly row: number,
    private readonly columns: Columns,
    private readonly order: DateOrder,
    private readonly options: DateOptions,
  ) {}

  refuse(field: RowProblem["field"], code: ProblemCode, value: string): null {
    this.refusals.push({ row: this.row, field, code, value: excerpt(value) });
    return null;
  }

  warn(field: ImportField, code: ProblemCode, value: string): void {
    this.warnings.push({ row: this.row, field, code, value: excerpt(value) });
  }

  /** The raw cells of a field; undefined without a column. */
  raw(field: ImportField): string[] | undefined {
    return this.columns.at(field)?.map((column) => this.cells[column] ?? "");
  }

  /** The first filled cell of a field. */
  private first(field: ImportField): string | null | undefined {
    return this.raw(field)?.reduce<string | null>((found, cell) => found ?? (cleanLine(cell) || null), null);
  }

  line(field: ImportField): string | null | undefined {
    const text = this.first(field);
    return text ? this.within(field, text) : text;
  }

  text(field: ImportField): string | null | undefined {
    const raw = this.raw(field);
    if (!raw) return undefined;
    const text = raw.map(cleanText).filter(Boolean).join("\n\n");
    return text ? this.within(field, text) : null;
  }

  list(field: ImportField, commas: boolean): string[] | undefined {
    const raw = this.raw(field);
    if (!raw) return undefined;
    const entries = [...new Set(raw.flatMap((cell) => splitList(cell, commas)))];
    if (entries.length > (ruleOf(field).entries ?? entries.length))
      this.refuse(field, "too_many", raw.join("; "));
    for (const entry of entries) this.within(field, entry);
    return entries;
  }

  date(field: ImportField): PlainDate | null | undefined {
    const text = this.first(field);
    if (!text) return blank(text);
    const reading = readDate(text, this.order, this.options);
    return "date" in reading ? reading.date : this.refuse(field, reading.problem, text);
  }

  number(field: ImportField): number | null | undefined {
    const text = this.first(field);
    if (!text) return blank(text);
    const reading = readNumber(text, ruleOf(field));
    return "number" in reading ? reading.number : this.refuse(field, reading.problem, text);
  }

  /** A link; words without one are handed back as `text` with a warning, since registers are full of them. */
  link(field: ImportField): { link: string | null; text: string | null } | null | undefined {
    const text = this.first(field);
    if (!text) return blank(text);
    const reading = readLink(text, ruleOf(field).max ?? 2000);
    if ("link" in reading) return { link: reading.link, text: null };
    if ("problem" in reading) return this.refuse(field, reading.problem, text);
    this.warn(field, "not_a_url", text);
    return { link: null, text: reading.text };
  }

  choice<T extends string>(field: ImportField, read: (cell: string) => T | null): T | null | undefined {
    const text = this.first(field);
    if (!text) return blank(text);
    return read(text) ?? this.refuse(field, "unknown_choice", text);
  }

  private within(field: ImportField, text: string): string | null {
    const { max } = ruleOf(field);
    return max !== undefined && text.length > max ? this.refuse(field, "too_long", text) : text;
  }
}

/** A field's missing or empty cell, without its type. */
function blank(text: string | null | undefined): null | undefined {
  return text === undefined ? undefined : null;
}
