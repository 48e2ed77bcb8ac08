import { fromDayNumber, isPlainDate, type PlainDate } from "@/lib/domain/plain-date";

/** The three ways digits are put in order. Dates that start with a four-digit year, or name the month, read the same in all. */
export const READABLE_ORDERS = ["ymd", "dmy", "mdy"] as const;
export type ReadableOrder = (typeof READABLE_ORDERS)[number];
/** `auto` reads only what can be read in one way and never guesses. */
export type DateOrder = ReadableOrder | "auto";

export type DateReading =
  | { readonly date: PlainDate }
  | { readonly problem: "not_a_date" | "ambiguous_date" | "year_out_of_range" };

export interface DateOptions {
  /** True when the cell comes from a spreadsheet file, where a bare number may be a date's serial number. */
  readonly serials?: boolean;
}

// Arabic months have two sets of names, eastern and western; written here without hamza, as `simplify` leaves them.
const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "janvier", "janv", "يناير", "كانونالثاني"],
  ["february", "feb", "fevrier", "fevr", "fev", "فبراير", "شباط"],
  ["march", "mar", "mars", "مارس", "اذار"],
  ["april", "apr", "avril", "avr", "ابريل", "نيسان"],
  ["may", "mai", "مايو", "ايار"],
  ["june", "jun", "juin", "يونيو", "يونيه", "حزيران"],
  ["july", "jul", "juillet", "juil", "يوليو", "يوليه", "تموز"],
  ["august", "aug", "aout", "اغسطس", "اب"],
  ["september", "sept", "sep", "septembre", "سبتمبر", "ايلول"],
  ["october", "oct", "octobre", "اكتوبر", "تشرينالاول"],
  ["november", "nov", "novembre", "نوفمبر", "تشرينالثاني"],
  ["december", "dec", "decembre", "ديسمبر", "كانونالاول"],
];
const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة)[.,،]? +/;
// A time after a date is left out: the day as written is the day meant.
const TIME =
  /(?:t|,? +(?:at +)?)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
// Day 0 of the 1900 date system as it counts from March 1900 on (it believes in 29 February 1900).
const SERIAL_DAY_ZERO = -25_569;

/** True for text of the shape of a date's serial number; only meaningful for cells of a spreadsheet file. */
export function looksLikeSerial(text: string): boolean {
  return SERIAL.test(text.trim());
}

/**
 * One cell as a plain date.
 * @param text the cell, not empty
 * @param order how digits are ordered; `auto` answers `ambiguous_date` where two orders give different days
 * @returns the date, or `not_a_date`, `ambiguous_date`, `year_out_of_range` (outside 1900–2200)
 */
export function readDate(text: string, order: DateOrder, options: DateOptions = {}): DateReading {
  const plain = simplify(text);
  if (options.serials && SERIAL.test(plain))
    return checked(fromDayNumber(Math.floor(Number(plain)) + SERIAL_DAY_ZERO));
  const written = readWritten(plain);
  if (written) return written;
  if (order !== "auto") return readDigits(plain, order);
  const readings = READABLE_ORDERS.map((one) => readDigits(plain, one));
  const dates = new Set(readings.flatMap((one) => ("date" in one ? [one.date] : [])));
  if (dates.size > 1) return { problem: "ambiguous_date" };
  const [date] = dates;
  if (date) return { date };
  return (
    readings.find((one) => "problem" in one && one.problem !== "not_a_date") ?? { problem: "not_a_date" }
  );
}

/** Lower case, ASCII digits, one kind of space, no time of day, no accents, no weekday. */
function simplify(text: string): string {
  return text
    .slice(0, 100)
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .normalize("NFKD")
    .replace(/[\p{Mn}\u200B\u200E\u200F\u2066-\u2069\uFEFF]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(TIME, "")
    .replace(WEEKDAY, "");
}

/** `4 march 2026`, `4-mar-26`, `the 4th of march 2026`, `march 4, 2026`, `2026 march 4`; null for anything else. */
function readWritten(text: string): DateReading | null {
  const parts = text
    .replace(/^the /, "")
    .replace(/(\d)(?:st|nd|rd|th|er)\b/g, "$1")
    .replace(/\bof\b/g, " ")
    .replace(/(كانون|تشرين) (الاول|الثاني)/, "$1$2")
    .split(/[ ,،./-]+/)
    .filter(Boolean);
  if (parts.length !== 3) return null;
  const [a = "", b = "", c = ""] = parts;
  const middle = MONTH_NUMBER.get(b);
  if (middle) return /^\d{4}$/.test(a) ? compose(a, middle, c) : compose(c, middle, a);
  const first = MONTH_NUMBER.get(a);
  return first ? compose(c, first, b) : null;
}

function readDigits(text: string, order: ReadableOrder): DateReading {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return compose(compact[1] ?? "", Number(compact[2]), compact[3] ?? "");
  const match = /^(\d{1,4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/.exec(text);
  if (!match) return { problem: "not_a_date" };
  const [, a = "", , b = "", c = ""] = match;
  // A four-digit year in front is year, month, day, whatever order the rest of the sheet is in.
  if (a.length === 4) return compose(a, Number(b), c);
  if (order === "ymd") return c.length > 2 ? { problem: "not_a_date" } : compose(a, Number(b), c);
  return order === "dmy" ? compose(c, Number(b), a) : compose(c, Number(a), b);
}

function compose(year: string, month: number, day: string): DateReading {
  if (!/^\d{1,2}$/.test(day) || !/^(?:\d{2}|\d{4})$/.test(year) || month < 1 || month > 12) {
    return { problem: "not_a_date" };
  }
  return checked(`${fullYear(year)}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Two-digit years: 70–99 are of the last century, 00–69 of this one. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= 70 ? "19" : "20"}${year}`;
}

function checked(date: string): DateReading {
  if (isPlainDate(date)) return { date };
  const year = Number(date.slice(0, 4));
  const real = isPlainDate(`2000${date.slice(4)}`);
  return { problem: (year < 1900 || year > 2200) && real ? "year_out_of_range" : "not_a_date" };
}
