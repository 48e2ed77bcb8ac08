import { z } from "zod";
import { queryText } from "./activity-address";
import { AUDIT_GROUPS, isAuditGroup } from "./audit-kinds";
import type { Query } from "./consultation-address";
import { choice, optionalDate, wholeNumber } from "./fields";
import { readDate } from "./import/dates";
import type { PlainDate } from "./plain-date";

/** A place in the trail: the moment and id of the event it lies behind or before. */
export type AuditCursor = { at: Date; id: string };

const CURSOR =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeAuditCursor({ at, id }: AuditCursor): string {
  return `${at.toISOString()}_${id}`;
}

/** The cursor of an address; null for anything else. */
export function readAuditCursor(text: string): AuditCursor | null {
  const [, moment, id] = CURSOR.exec(text) ?? [];
  const at = new Date(moment ?? "");
  return id && !Number.isNaN(at.getTime()) ? { at, id } : null;
}

const cursor = z
  .string()
  .transform((text, ctx) => {
    const read = readAuditCursor(text);
    if (!read) ctx.addIssue({ code: "custom", message: "bad_cursor" });
    return read;
  })
  .nullable();

/** Which events, and which page of them. Days are whole days in the workspace's time zone. */
export const auditFilters = z.strictObject({
  /** Who did it: a member, or everybody who runs the platform. */
  person: z
    .union([z.uuid(), z.literal("platform")])
    .nullable()
    .default(null),
  group: choice(AUDIT_GROUPS).nullable().default(null),
  fromOn: optionalDate.default(null),
  untilOn: optionalDate.default(null),
  after: cursor.default(null),
  before: cursor.default(null),
  limit: wholeNumber(1, 500).default(50),
});

const NAMES = ["person", "group", "from", "until"] as const;
export type AuditListFilters = Record<(typeof NAMES)[number], string>;

export type AuditAddress = {
  /** As they stand in the address; dates as typed. */
  filters: AuditListFilters;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  /** Dates that could not be read: kept as typed and left out. */
  unread: ("from" | "until")[];
  after: string | null;
  before: string | null;
};

function readOn(typed: string): PlainDate | null {
  if (typed === "") return null;
  const reading = readDate(typed, "dmy");
  return "date" in reading ? reading.date : null;
}

/** Reads the address of the trail. Whatever cannot be understood is left out: an old bookmark still opens. */
export function readAuditAddress(query: Query): AuditAddress {
  const person = queryText(query, "person", 40);
  const group = queryText(query, "group", 40);
  const filters = {
    person: person === "platform" || UUID.test(person) ? person : "",
    group: isAuditGroup(group) ? group : "",
    from: queryText(query, "from", 40),
    until: queryText(query, "until", 40),
  };
  const dates = { from: readOn(filters.from), until: readOn(filters.until) };
  const cursorOf = (name: string) =>
    readAuditCursor(queryText(query, name)) ? queryText(query, name) : null;
  const after = cursorOf("after");
  return {
    filters,
    fromOn: dates.from,
    untilOn: dates.until,
    unread: (["from", "until"] as const).filter((name) => filters[name] !== "" && dates[name] === null),
    after,
    before: after ? null : cursorOf("before"),
  };
}

/** What the use case is asked for. */
export function toAuditFilters(address: AuditAddress): z.input<typeof auditFilters> {
  const { filters, fromOn, untilOn, after, before } = address;
  const group = isAuditGroup(filters.group) ? filters.group : null;
  return { person: filters.person || null, group, fromOn, untilOn, after, before };
}

/** True while anything narrows the trail. */
export function isAuditNarrowed(filters: AuditListFilters): boolean {
  return NAMES.some((name) => filters[name] !== "");
}

/** A query string with these filters and a page of the trail; empty when nothing is left to say. */
export function auditQuery(
  filters: AuditListFilters,
  page: { after?: string; before?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filters[name]) query.set(name, filters[name]);
  if (page.after) query.set("after", page.after);
  if (page.before) query.set("before", page.before);
  const text = query.toString();
  return text ? `?${text}` : "";
}
