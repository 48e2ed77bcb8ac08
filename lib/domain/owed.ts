import { z } from "zod";
import { queryText } from "./activity-address";
import type { Query } from "./consultation-address";
import { choice, optionalText, wholeNumber } from "./fields";
import { isPlainDate, type PlainDate } from "./plain-date";
import { BODY_SAYS, COMMUNITY_SAYS, PROMISE_BASES, RESPONSE_KINDS } from "./taxonomy";

/** Whose turn it is: theirs, ours, or ours to tell our own people what came of it. */
export const OWED_SIDES = ["to_us", "by_us", "tell"] as const;
export type OwedSide = (typeof OWED_SIDES)[number];
/** `owed`: all that is not done yet, late or not. */
export const OWED_STATES = ["owed", "late", "open", "done"] as const;
export type OwedState = (typeof OWED_STATES)[number];

/** A place in the list: late ones come first, then by date. */
export type OwedCursor = { rank: number; on: PlainDate; id: string };
const CURSOR = /^([0-2])_(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeOwedCursor({ rank, on, id }: OwedCursor): string {
  return `${rank}_${on}_${id}`;
}

/** The cursor of an address; null for anything else. */
export function readOwedCursor(text: string): OwedCursor | null {
  const [, rank, on, id] = CURSOR.exec(text) ?? [];
  return rank && on && id && isPlainDate(on) ? { rank: Number(rank), on, id } : null;
}

const cursor = z
  .string()
  .transform((text, ctx) => {
    const read = readOwedCursor(text);
    if (!read) ctx.addIssue({ code: "custom", message: "bad_cursor" });
    return read;
  })
  .nullable();

/** Which part of what is owed a page shows. */
export const owedFilters = z.strictObject({
  side: choice(OWED_SIDES).default("to_us"),
  state: choice(OWED_STATES).default("owed"),
  /** A public body, by id or by name. */
  body: optionalText(300).default(null),
  after: cursor.default(null),
  before: cursor.default(null),
  limit: wholeNumber(1, 200).default(25),
});

/** Something that is owed, as the database answers it. */
export const owedItem = z.object({
  /** An answer that is due, a follow-up, or an answer our people have not been told of. */
  kind: z.enum(["answer", "follow_up", "tell"]),
  /** Of the consultation, the follow-up or the answer. */
  id: z.string(),
  title: z.string(),
  /** The words of a promise, or of an answer. */
  words: z.string().nullable(),
  /** Who owes it: where the body that made it ended, the one that took over. */
  body: z.string().nullable(),
  /** The body that made it, where another took over. */
  madeBy: z.string().nullable(),
  joint: z.boolean(),
  /** When it is due; of an answer to tell people about, when it came (null when nobody knows). */
  dueOn: z.string().nullable(),
  /** Whose date it is. */
  source: z.enum(["agreed", "given", "benchmark", "ours"]).nullable(),
  basis: z.enum(PROMISE_BASES).nullable(),
  madeByRole: z.string().nullable(),
  responseKind: z.enum(RESPONSE_KINDS).nullable(),
  bodySays: z.enum(BODY_SAYS).nullable(),
  communitySays: z.enum(COMMUNITY_SAYS).nullable(),
  toldOn: z.string().nullable(),
  state: z.enum(["open", "late", "done", "disputed", "dropped"]),
  parent: z.enum(["consultation", "activity"]),
  parentId: z.string(),
  parentTitle: z.string(),
});
export type OwedItem = z.output<typeof owedItem>;

/** What stands in the address of the page. */
export type OwedAddress = {
  side: OwedSide;
  state: OwedState;
  body: string;
  after: string | null;
  before: string | null;
};

/** Reads the address. Whatever cannot be understood is left out: an old bookmark still opens. */
export function readOwedAddress(query: Query): OwedAddress {
  const cursorOf = (name: string) => (readOwedCursor(queryText(query, name)) ? queryText(query, name) : null);
  const after = cursorOf("after");
  return {
    side: OWED_SIDES.find((side) => side === queryText(query, "side")) ?? "to_us",
    state: OWED_STATES.find((state) => state === queryText(query, "state")) ?? "owed",
    body: queryText(query, "body"),
    after,
    before: after ? null : cursorOf("before"),
  };
}

/** The query string of a page of the list; empty for the first page of what is owed to us. */
export function owedQuery(address: Partial<OwedAddress>): string {
  const query = new URLSearchParams();
  const { side = "to_us", state = "owed", body, after, before } = address;
  if (side !== "to_us") query.set("side", side);
  if (state !== "owed") query.set("state", state);
  if (body) query.set("body", body);
  if (after) query.set("after", after);
  if (before) query.set("before", before);
  const text = query.toString();
  return text ? `?${text}` : "";
}
