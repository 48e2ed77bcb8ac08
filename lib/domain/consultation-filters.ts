import { z } from "zod";
import { choice, optionalDate, optionalText, plainDate, wholeNumber } from "./fields";
import { isPlainDate, type PlainDate } from "./plain-date";
import { STANDINGS } from "./standing";
import { CONSULTATION_KINDS } from "./taxonomy";

/** A place in a list: the start date and id of the record it lies behind or before. */
export type Cursor = { startsOn: PlainDate; id: string };

const CURSOR = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as it stands in an address. */
export function writeCursor({ startsOn, id }: Cursor): string {
  return `${startsOn}_${id}`;
}

/** The cursor of an address; null for anything else. */
export function readCursor(text: string): Cursor | null {
  const [, startsOn, id] = CURSOR.exec(text) ?? [];
  return startsOn && id && isPlainDate(startsOn) ? { startsOn, id } : null;
}

const cursor = z
  .string()
  .transform((text, ctx) => {
    const read = readCursor(text);
    if (!read) ctx.addIssue({ code: "custom", message: "bad_cursor" });
    return read;
  })
  .nullable();

/** A body or a topic may be asked for by id or by name. */
const idOrName = optionalText(300);

/** Which consultations a list shows, and which page of it. Everything may be missing. */
export const consultationFilters = z.strictObject({
  /** Words of the title, the reference or who asked; all of them must be there. */
  q: optionalText(200).default(null),
  standing: z.array(choice(STANDINGS)).max(STANDINGS.length, "too_many").default([]),
  flagged: z.boolean().nullable().default(null),
  body: idOrName.default(null),
  topic: idOrName.default(null),
  kind: choice(CONSULTATION_KINDS).nullable().default(null),
  /** The first and the last day on which it may have started. */
  fromOn: optionalDate.default(null),
  untilOn: optionalDate.default(null),
  after: cursor.default(null),
  before: cursor.default(null),
  limit: wholeNumber(1, 200).default(25),
  /** Moves the clock: where things stand on another day. Facts dated after it still count. */
  asOf: plainDate.nullable().default(null),
});
export type ConsultationFilters = z.output<typeof consultationFilters>;

/** Text as it is compared in a search: lower case, without accents and vowel signs. PostgreSQL folds the record the same way. */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, "")
    .toLowerCase();
}

/** The words of a search as LIKE patterns; signs that LIKE would read are escaped. */
export function searchPatterns(q: string): string[] {
  return foldForSearch(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}
