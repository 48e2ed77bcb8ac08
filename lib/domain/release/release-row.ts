import type { PlainDate } from "@/lib/domain/plain-date";
import { findIdentifiers } from "@/lib/domain/privacy/find-identifiers";
import { isJobTitle } from "@/lib/domain/privacy/job-titles";
import { namesSomebody } from "@/lib/domain/privacy/named-people";
import { isPublicLink } from "@/lib/domain/privacy/public-link";
import { releasedCount } from "@/lib/domain/privacy/suppression";
import { type Columns, NEVER, RELEASED, type ReleasedTable, type Treatment } from "./allow-list";
import type { ReleasedCount, ReleasedDate, ReleasedText } from "./snapshot";
import type { WithheldReason } from "./withheld";

/** A row of a table as the database has it, every column. */
export type Row = Readonly<Record<string, unknown>>;

/** Notes that something of a record was kept back, or left in another form. `what`: the column, or a `Kept`. */
export type Keeper = (reason: WithheldReason, what: string) => void;

export type Rules = {
  /** Dates leave as months. */
  monthsOnly: boolean;
  /** Names of the public bodies the record knows: their words may stand in a role. */
  bodies: readonly string[];
  keep: Keeper;
  /** The number that stands for a number of people, see standingNumber(). */
  standFor: (people: number) => number;
};

type Treated = {
  words: ReleasedText | null;
  role: ReleasedText | null;
  link: ReleasedText | null;
  date: ReleasedDate | null;
  fact: unknown;
  people: ReleasedCount;
  factor: number | null;
  key: string | null;
};

/** What is left of a row: the columns of its allow-list, each treated. */
export type ReleasedRow<C extends Columns> = { readonly [K in keyof C]: Treated[C[K]] };

/** Picks the columns of a table's allow-list out of a row and treats each. Nothing else of the row is looked at. */
export function releaseRow<T extends ReleasedTable>(
  table: T,
  row: Row,
  rules: Rules,
): ReleasedRow<(typeof RELEASED)[T]> {
  for (const [column, { kept }] of Object.entries(NEVER[table])) {
    if (kept && hasContent(row[column])) rules.keep("never", kept);
  }
  const columns: Columns = RELEASED[table];
  const released = Object.fromEntries(
    Object.entries(columns).map(([column, treatment]) => [
      column,
      TREAT[treatment](row[column] ?? null, column, rules),
    ]),
  );
  return released as ReleasedRow<(typeof RELEASED)[T]>;
}

const TREAT: { [T in Treatment]: (value: unknown, column: string, rules: Rules) => Treated[T] } = {
  words: (value, column, { keep }) => releaseWords(text(value), column, keep),
  role: (value, column, { bodies, keep }) => {
    const role = text(value);
    if (role === null || isJobTitle(role, bodies)) return role;
    keep("not_a_role", column);
    return { withheld: "not_a_role" };
  },
  link: (value, column, { keep }) => {
    const link = text(value);
    if (link === null || isPublicLink(link)) return link;
    keep("private_link", column);
    return { withheld: "private_link" };
  },
  date: (value, _column, { monthsOnly }) => releaseDate(text(value), monthsOnly),
  fact: (value) => value,
  people: (value, column, { keep, standFor }) => {
    const people = number(value);
    const count = releasedCount(people === null ? null : standFor(people));
    if (count === "few") keep("small_number", column);
    else if (count !== "unknown") keep("rounded", column);
    return count;
  },
  factor: number,
  key: text,
};

/** A day, or on sensitive topics its month. */
export function releaseDate(date: PlainDate, monthsOnly: boolean): ReleasedDate;
export function releaseDate(date: PlainDate | null, monthsOnly: boolean): ReleasedDate | null;
export function releaseDate(date: PlainDate | null, monthsOnly: boolean): ReleasedDate | null {
  return date && (monthsOnly ? date.slice(0, 7) : date);
}

/** Checked again, also what somebody acknowledged when they saved it. Never a part of a text. */
function releaseWords(words: string | null, column: string, keep: Keeper): ReleasedText | null {
  if (words === null) return null;
  if (findIdentifiers(words).length === 0 && !namesSomebody(words)) return words;
  keep("identifier", column);
  return { withheld: "identifier" };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function hasContent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
}
