/** A calendar date without time or zone: `YYYY-MM-DD`. Every date of a record is one. */
export type PlainDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a real calendar day between the years 1900 and 2200, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2200) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** Days since 1 January 1970; differences are exact calendar days. */
export function dayNumber(date: PlainDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The plain date of a day number. */
export function fromDayNumber(day: number): PlainDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `date` moved by whole days (negative moves back). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** One format for each time zone: making one takes longer than many readings. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date it is at `instant` in an IANA time zone. Throws RangeError for an unknown zone. */
export function todayIn(timeZone: string, instant: Date): PlainDate {
  const format =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  calendars.set(timeZone, format);
  return format.format(instant);
}
