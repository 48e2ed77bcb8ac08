import type { z } from "zod";
import { type consultationFilters, readCursor } from "./consultation-filters";
import { readDate } from "./import/dates";
import type { PlainDate } from "./plain-date";
import { isStanding, type Standing } from "./standing";
import { CONSULTATION_KINDS } from "./taxonomy";

/** The query of an address, as the framework gives it. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The filters of the list as they stand in its address; "flagged" stands for all three that need an answer. */
export type ListFilters = {
  q: string;
  standing: Standing | "flagged" | "";
  body: string;
  topic: string;
  kind: string;
  /** Dates as typed. */
  from: string;
  until: string;
};

export const FILTER_NAMES = ["q", "standing", "body", "topic", "kind", "from", "until"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export type ListAddress = {
  filters: ListFilters;
  /** The dates that could be read; a filter that could not is kept as typed and left out of the search. */
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  unread: ("from" | "until")[];
  after: string | null;
  before: string | null;
};

/** Reads the address of the list. Whatever cannot be understood is left out: an old bookmark still opens. */
export function readListAddress(query: Query): ListAddress {
  const one = (name: string, max = 300): string => {
    const value = query[name];
    const text = typeof value === "string" ? value : value?.[0];
    return (text ?? "").replaceAll("\u0000", "").trim().slice(0, max).toWellFormed();
  };
  const cursor = (name: string) => (readCursor(one(name)) ? one(name) : null);
  const flagged = one("standing") === "flagged" || ["1", "true"].includes(one("flagged"));
  const standing = one("standing");
  const kind = one("kind");
  const filters: ListFilters = {
    q: one("q", 200),
    standing: flagged ? "flagged" : isStanding(standing) ? standing : "",
    body: one("body"),
    topic: one("topic"),
    kind: CONSULTATION_KINDS.some((known) => known === kind) ? kind : "",
    from: one("from", 40),
    until: one("until", 40),
  };
  const dates = { from: readOn(filters.from), until: readOn(filters.until) };
  const after = cursor("after");
  return {
    filters,
    fromOn: dates.from,
    untilOn: dates.until,
    unread: (["from", "until"] as const).filter((name) => filters[name] !== "" && dates[name] === null),
    after,
    before: after ? null : cursor("before"),
  };
}

function readOn(typed: string): PlainDate | null {
  if (typed === "") return null;
  const reading = readDate(typed, "dmy");
  return "date" in reading ? reading.date : null;
}

/** What the use case is asked for. */
export function toFilters({
  filters,
  fromOn,
  untilOn,
  after,
  before,
}: ListAddress): z.input<typeof consultationFilters> {
  const { q, standing, body, topic, kind } = filters;
  return {
    q: q || null,
    standing: standing && standing !== "flagged" ? [standing] : [],
    flagged: standing === "flagged" ? true : null,
    body: body || null,
    topic: topic || null,
    kind: CONSULTATION_KINDS.find((known) => known === kind) ?? null,
    fromOn,
    untilOn,
    after,
    before,
  };
}

/** The filters that are on, in the order they are shown. */
export function activeFilters(filters: ListFilters): FilterName[] {
  return FILTER_NAMES.filter((name) => filters[name] !== "");
}

/** A query string with these filters, some changed, and a page of the list; empty when nothing is left to say. */
export function listQuery(
  filters: ListFilters,
  changes: Partial<ListFilters> = {},
  page: { after?: string; before?: string } = {},
): string {
  const query = new URLSearchParams();
  const wanted = { ...filters, ...changes };
  for (const name of FILTER_NAMES) if (wanted[name]) query.set(name, wanted[name]);
  if (page.after) query.set("after", page.after);
  if (page.before) query.set("before", page.before);
  const text = query.toString();
  return text ? `?${text}` : "";
}
