import type { PlainDate } from "@/lib/domain/plain-date";
import { type Direction, directionOf, PSEUDO_LOCALE } from "./locales";

/** Words numbers and durations with the messages of `common`. */
export type FormatWords = (
  key: "hours" | "days" | "years" | "yearsAndMonths" | "dateRange",
  values: Record<string, string | number>,
) => string;

export interface Formats {
  readonly locale: string;
  readonly dir: Direction;
  /** `4 March 2026` */
  date(date: PlainDate): string;
  /** `4 Mar 2026`: for the narrow labels of drawings alone. */
  dateShort(date: PlainDate): string;
  /** `4 March`: only where the year stands beside it. */
  dayMonth(date: PlainDate): string;
  /** A moment in a time zone: `22 November 2026, 18:05`. */
  moment(at: Date, timeZone: string): string;
  /** `Monday 23 November 2026` */
  weekdayDate(date: PlainDate): string;
  /** `Mar`; for axes. */
  monthShort(date: PlainDate): string;
  /** `March 2026` */
  month(date: PlainDate): string;
  /** `2026` */
  year(date: PlainDate): string;
  /** `8 June 2026 to 30 June 2026`, or one date when both are the same. */
  dateRange(from: PlainDate, to: PlainDate): string;
  /** `housing, health`: things beside each other, with the comma of the language. */
  list(things: readonly string[]): string;
  number(value: number): string;
  /** A ratio 0…1 as `29%`. */
  percent(ratio: number): string;
  /** Hours as people say them: `½ hour`, `1½ hours`, `412 hours`. */
  hours(hours: number): string;
  /** The figure of `hours` alone: `1½`. */
  hoursFigure(hours: number): string;
  /** A length of time as people say it: `1½ hours`, and where it is no quarter of an hour `20 minutes`. */
  minutes(minutes: number): string;
  /** A whole number of days: `61 days`; past a year `1 year and 3 months`. */
  days(days: number): string;
}

/**
 * The tag that writes a language the way its readers here do. Arabic takes the digits of every British form, bill
 * and letter: one kind of figure in all of a person's papers.
 */
const LANGUAGES: Record<string, string> = { en: "en-GB", ar: "ar-u-nu-latn", [PSEUDO_LOCALE]: "en-GB" };

const FRACTIONS: Record<number, string> = { 0.25: "¼", 0.5: "½", 0.75: "¾" };

const DATES = {
  date: { day: "numeric", month: "long", year: "numeric" },
  dateShort: { day: "numeric", month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "long" },
  weekdayDate: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  monthShort: { month: "short" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const NUMBERS = {
  number: {},
  whole: { maximumFractionDigits: 0 },
  oneDecimal: { maximumFractionDigits: 1 },
  percent: { style: "percent", maximumFractionDigits: 0 },
  minutes: { style: "unit", unit: "minute", unitDisplay: "long" },
} as const satisfies Record<string, Intl.NumberFormatOptions>;

/** The formats made so far, for good: making one costs more than all it writes for a page. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Dates as they were written: the same few years stand on every page. */
const written = new Map<string, string>();
const MOST_WRITTEN = 20_000;

function dateFormat(
  language: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...options, calendar: "gregory" });
    dateFormats.set(key, format);
  }
  return format;
}

function numberFormat(language: string, name: keyof typeof NUMBERS): Intl.NumberFormat {
  const key = `${language} ${name}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, NUMBERS[name]);
    numberFormats.set(key, format);
  }
  return format;
}

/** Hours with quarter fractions when exact and small, else with one decimal, else whole from 100 up. */
function figureOf(hours: number, locale: string): string {
  const whole = Math.floor(hours);
  const fraction = FRACTIONS[Math.round((hours - whole) * 100) / 100];
  const plain = numberFormat(locale, hours >= 100 ? "whole" : "oneDecimal");
  if (!fraction || hours >= 100) return plain.format(hours);
  if (whole === 0) return fraction;
  const figure = `${plain.format(whole)}${fraction}`;
  // Between right-to-left words a fraction would jump to the wrong side of its number.
  return directionOf(locale) === "rtl" ? `\u2066${figure}\u2069` : figure;
}

/**
 * Everything that turns plain dates and numbers into words of one language. Dates are read and written
 * in UTC, so that no reader's time zone can move them.
 */
export function createFormats(locale: string, words: FormatWords): Formats {
  const language = LANGUAGES[locale] ?? locale;
  const write = (date: PlainDate, name: keyof typeof DATES) => {
    const key = `${language} ${name} ${date}`;
    let words = written.get(key);
    if (words === undefined) {
      const format = dateFormat(language, name, { ...DATES[name], timeZone: "UTC" });
      words = format.format(Date.parse(`${date}T00:00:00Z`));
      if (written.size >= MOST_WRITTEN) written.clear();
      written.set(key, words);
    }
    return words;
  };
  const date = (on: PlainDate) => write(on, "date");

  // Half an hour is one thing, not several: a part of one counts as one for the plural.
  const hours = (count: number) =>
    words("hours", { amount: figureOf(count, language), count: count > 0 && count < 1 ? 1 : count });

  return {
    locale,
    dir: directionOf(locale),
    date,
    dateShort: (on) => write(on, "dateShort"),
    dayMonth: (on) => write(on, "dayMonth"),
    moment: (at, timeZone) =>
      dateFormat(language, `moment ${timeZone}`, { dateStyle: "long", timeStyle: "short", timeZone })
        .format(at)
        .replace(" at ", ", ")
        .replace(" في ", "، "),
    weekdayDate: (on) => write(on, "weekdayDate").replace(/[,،]/, ""),
    monthShort: (on) => write(on, "monthShort"),
    month: (on) => write(on, "month"),
    year: (on) => write(on, "year"),
    dateRange: (from, to) =>
      from === to ? date(from) : words("dateRange", { from: date(from), to: date(to) }),
    list: (things) => things.join(directionOf(locale) === "rtl" ? "، " : ", "),
    number: (value) => numberFormat(language, "number").format(value),
    percent: (ratio) => numberFormat(language, "percent").format(ratio),
    hours,
    hoursFigure: (count) => figureOf(count, language),
    minutes: (minutes) =>
      minutes % 15 === 0 ? hours(minutes / 60) : numberFormat(language, "minutes").format(minutes),
    days: (days) => {
      if (days <= 365) return words("days", { count: days });
      const allMonths = Math.round(days / 30.4375);
      const years = Math.floor(allMonths / 12);
      const months = allMonths % 12;
      return months === 0 ? words("years", { count: years }) : words("yearsAndMonths", { years, months });
    },
  };
}
