import type { z } from "zod";
import type { activityFilters } from "./activity-filters";
import type { Query } from "./consultation-address";
import { readCursor } from "./consultation-filters";
import { readDate } from "./import/dates";
import type { PlainDate } from "./plain-date";
import { ACTIVITY_KINDS } from "./taxonomy";

const NAMES = ["q", "kind", "body", "from", "until"] as const;
/** The filters of the list as they stand in its address; dates as typed. */
export type ActivityListFilters = Record<(typeof NAMES)[number], string>;

export type ActivityAddress = {
  filters: ActivityListFilters;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  /** Dates that could not be read: kept as typed and left out of the search. */
  unread: ("from" | "until")[];
  after: string | null;
  before: string | null;
};

/** The first value of a name in an address; "" when there is none. */
export function queryText(query: Query, name: string, max = 300): string {
  const value = query[name];
  const text = typeof value === "string" ? value : value?.[0];
  return (text ?? "").replaceAll("\u0000", "").trim().slice(0, max).toWellFormed();
}

function readOn(typed: string): PlainDate | null {
  if (typed === "") return null;
  const reading = readDate(typed, "dmy");
  return "date" in reading ? reading.date : null;
}

/** Reads the address of the list. Whatever cannot be understood is left out: an old bookmark still opens. */
export function readActivityAddress(query: Query): ActivityAddress {
  const kind = queryText(query, "kind");
  const filters = {
    q: queryText(query, "q", 200),
    kind: ACTIVITY_KINDS.some((known) => known === kind) ? kind : "",
    body: queryText(query, "body"),
    from: queryText(query, "from", 40),
    until: queryText(query, "until", 40),
  };
  const dates = { from: readOn(filters.from), until: readOn(filters.until) };
  const cursor = (name: string) => (readCursor(queryText(query, name)) ? queryText(query, name) : null);
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

/** What the use case is asked for. */
export function toActivityFilters({
  filters,
  fromOn,
  untilOn,
  after,
  before,
}: ActivityAddress): z.input<typeof activityFilters> {
  const kind = ACTIVITY_KINDS.find((known) => known === filters.kind) ?? null;
  return { q: filters.q || null, kind, body: filters.body || null, fromOn, untilOn, after, before };
}

/** True while anything narrows the list. */
export function isNarrowed(filters: ActivityListFilters): boolean {
  return NAMES.some((name) => filters[name] !== "");
}

/** A query string with these filters and a page of the list; empty when nothing is left to say. */
export function activityQuery(
  filters: ActivityListFilters,
  page: { after?: string; before?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filters[name]) query.set(name, filters[name]);
  if (page.after) query.set("after", page.after);
  if (page.before) query.set("before", page.before);
  const text = query.toString();
  return text ? `?${text}` : "";
}
