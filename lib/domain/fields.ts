import { z } from "zod";
import { isPlainDate } from "./plain-date";
import { notWords } from "./privacy/free-text";
import { isStorable } from "./storable-text";

/** Building blocks of the record's schemas. Every message is a code, worded by the catalogue. */

// What cannot be kept as it is, is refused: nothing is taken out of people's words unseen.
function readable(required: string) {
  return z.string(required).refine(isStorable, { error: "unreadable_character", abort: true });
}

// Forms send lines that end in two characters, and one letter can be written in two ways: the rest is kept as typed.
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** Required text of at most `max` characters. */
export function text(max: number) {
  return readable("required").transform(clean).pipe(z.string().min(1, "required").max(max, "too_long"));
}

/** Optional text; empty becomes null. */
export function optionalText(max: number) {
  return readable("not_text")
    .transform((typed) => clean(typed) || null)
    .pipe(z.string().max(max, "too_long").nullable())
    .nullable();
}

/** A date as `YYYY-MM-DD`, from 1900 to 2200. */
export const plainDate = notWords(z.string("required").refine(isPlainDate, "not_a_date"), "a date");
export const optionalDate = notWords(
  z.string("not_a_date").refine(isPlainDate, "not_a_date").nullable(),
  "a date",
);

/** A web address, http or https only. */
export const optionalUrl = readable("not_a_url")
  .transform(clean)
  .pipe(
    z
      .string()
      .max(2000, "too_long")
      .refine((typed) => {
        if (!URL.canParse(typed)) return false;
        return ["http:", "https:"].includes(new URL(typed).protocol);
      }, "not_a_url"),
  )
  .nullable();

export function wholeNumber(min: number, max: number) {
  return z.number("not_a_number").int("not_a_whole_number").min(min, "too_small").max(max, "too_big");
}

/** A number with at most two decimals: hours, money. */
export function twoDecimals(max: number) {
  return z
    .number("not_a_number")
    .min(0, "too_small")
    .max(max, "too_big")
    .refine((typed) => Math.abs(typed * 100 - Math.round(typed * 100)) < 1e-6, "too_many_decimals");
}

export function choice<const T extends readonly [string, ...string[]]>(keys: T) {
  return z.enum(keys, "unknown_choice");
}

/** A UUID minted with the form, so that sending the same form twice creates one record. */
export const recordId = z.uuid("not_found");
