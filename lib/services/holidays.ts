import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import Holidays from "date-holidays";
import { addDays, isPlainDate, type PlainDate } from "@/lib/domain/plain-date";

/** A day on which no public body of a country or region answers. `region` is "" for the whole country. */
export interface PublicHoliday {
  country: string;
  region: string;
  day: PlainDate;
  name: string;
}

/** Runs one SQL statement given as a tagged template: `client.$executeRaw`, or the like over `pg`. */
export type RunSql = (sql: TemplateStringsArray, ...values: unknown[]) => PromiseLike<number>;

/** The first year kept for any country: older consultations are hardly ever brought in. */
export const FIRST_HOLIDAY_YEAR = 2000;
/** Years kept beyond the current one: the longest answer period a workspace may set is ten years. */
const YEARS_AHEAD = 10;
const DAY_MS = 86_400_000;

/** The official UK list. The app and its scripts always run from the root of the repository. */
export const UK_LIST = join(process.cwd(), "prisma/seed/data/uk-bank-holidays.csv");

const UK_NATIONS: Record<string, string> = {
  ENG: "england-and-wales",
  WLS: "england-and-wales",
  SCT: "scotland",
  NIR: "northern-ireland",
};

const UK_NAMES: Record<string, string> = {
  "2nd_january": "2nd January",
  battle_boyne: "Battle of the Boyne",
  boxing_day: "Boxing Day",
  christmas: "Christmas Day",
  early_may: "Early May bank holiday",
  early_may_ve: "Early May bank holiday (VE Day)",
  easter_monday: "Easter Monday",
  good_friday: "Good Friday",
  kings_coronation: "Coronation of King Charles III",
  late_august: "Summer bank holiday",
  new_year: "New Year’s Day",
  queen_platinum: "Platinum Jubilee bank holiday",
  queens_bank_holiday: "State funeral of Queen Elizabeth II",
  spring: "Spring bank holiday",
  st_andrew: "St Andrew’s Day",
  st_patrick: "St Patrick’s Day",
  summer: "Summer bank holiday",
  world_cup: "World Cup bank holiday",
};

/** The year holidays are kept up to, seen from `year`. */
export function lastHolidayYear(year: number): number {
  return year + YEARS_AHEAD;
}

/**
 * Public holidays of a country, or of one of its regions, in order of day, both years included.
 * The United Kingdom comes from the official list as far as it reaches, everything else from date-holidays.
 * `country` is its two-letter code, `region` one of `regionsOf(country)` or "". Unknown ones have no holidays.
 * For a country with regions, "" answers the days that all of its regions share.
 */
export function holidaysOf(
  country: string,
  region: string,
  fromYear: number,
  toYear: number,
): PublicHoliday[] {
  const regions = regionsOf(country);
  if (region !== "" && !regions.includes(region)) return [];
  if (region !== "" || regions.length === 0) return calendar(country, region, fromYear, toYear);
  const [first = "", ...others] = regions;
  const shared = others.map(
    (other) => new Set(calendar(country, other, fromYear, toYear).map((holiday) => holiday.day)),
  );
  return calendar(country, first, fromYear, toYear)
    .filter((holiday) => shared.every((days) => days.has(holiday.day)))
    .map((holiday) => ({ ...holiday, region: "" }));
}

/** The codes of a country's regions that can have holidays of their own; none for a country without. */
export function regionsOf(country: string): string[] {
  return country === "GB" ? Object.keys(UK_NATIONS) : Object.keys(new Holidays().getStates(country) ?? {});
}

/** The two-letter codes of the countries whose holidays are known. */
export function countriesKnown(): string[] {
  return Object.keys(new Holidays().getCountries() ?? {});
}

/** What the regions of a country are called there, by code; in English for the nations of the United Kingdom. */
export function regionNames(country: string): { code: string; name: string }[] {
  const names = new Holidays().getStates(country) ?? {};
  return regionsOf(country).map((code) => ({ code, name: names[code] ?? code }));
}

/** Everything kept for a country: the days its regions share, and each region's own complete list. */
export function holidaysToKeep(country: string, year: number): PublicHoliday[] {
  return ["", ...regionsOf(country)].flatMap((region) =>
    holidaysOf(country, region, FIRST_HOLIDAY_YEAR, lastHolidayYear(year)),
  );
}

/**
 * Adds what is missing of a country's holidays, in one statement; due dates that rest on an added day are
 * worked out again by the database. Call it, as the system role, before a workspace takes the country.
 * Answers how many days were added.
 */
export async function ensureHolidays(run: RunSql, country: string, year: number): Promise<number> {
  return addHolidays(run, holidaysToKeep(country, year));
}

/**
 * The same for one region alone, or with "" for the days all regions of the country share: what a workspace needs that
 * moves there now. Regions are worked out one by one, so that a large country does not hold up whoever else is served.
 */
export async function ensureRegionHolidays(
  run: RunSql,
  country: string,
  region: string,
  year: number,
): Promise<number> {
  const regions = region === "" ? regionsOf(country) : [];
  let kept =
    regions.length === 0 ? calendar(country, region, FIRST_HOLIDAY_YEAR, lastHolidayYear(year)) : null;
  for (const one of regions) {
    const here = calendar(country, one, FIRST_HOLIDAY_YEAR, lastHolidayYear(year));
    const days = new Set(here.map(({ day }) => day));
    kept = (kept ?? here).filter(({ day }) => days.has(day)).map((holiday) => ({ ...holiday, region: "" }));
    await setImmediate();
  }
  return addHolidays(run, kept ?? []);
}

/** Adds those that are missing, in one statement. */
function addHolidays(run: RunSql, holidays: readonly PublicHoliday[]): PromiseLike<number> {
  return run`
    INSERT INTO holidays (country, region, day, name)
    SELECT h.country, h.region, h.day, h.name
    FROM jsonb_to_recordset(${JSON.stringify(holidays)}::jsonb) AS h (country text, region text, day date, name text)
    ON CONFLICT DO NOTHING`;
}

function calendar(country: string, region: string, fromYear: number, toYear: number): PublicHoliday[] {
  const official = country === "GB" ? ukList().get(UK_NATIONS[region] ?? "") : undefined;
  const library = libraryCalendar(country, region);
  const found = new Map<PlainDate, string>();
  for (let year = fromYear; year <= toYear; year++) {
    for (const [day, name] of official?.get(year) ?? library(year)) if (!found.has(day)) found.set(day, name);
  }
  return [...found]
    .map(([day, name]) => ({ country, region, day, name }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

type Days = [day: PlainDate, name: string][];

function libraryCalendar(country: string, region: string): (year: number) => Days {
  const options = { types: ["public" as const], languages: "en" };
  const library = region === "" ? new Holidays(country, options) : new Holidays(country, region, options);
  return (year) =>
    library.getHolidays(year).flatMap((holiday) => {
      // `date` is local; the instants may begin the evening before. Half days do not stop an office from answering.
      const first = holiday.date.slice(0, 10);
      const days = Math.floor((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS + 0.1);
      return Array.from({ length: days }, (_, nth): [PlainDate, string] => [
        addDays(first, nth),
        holiday.name,
      ]);
    });
}

let ukListRead: Map<string, Map<number, Days>> | undefined;

/** Division → year → days. Throws when the list holds a line it does not understand. */
function ukList(): Map<string, Map<number, Days>> {
  if (ukListRead) return ukListRead;
  const lines: Record<string, string>[] = parse(readFileSync(UK_LIST), { columns: true });
  const list = new Map<string, Map<number, Days>>();
  for (const { division = "", date = "", title = "", notes = "" } of lines) {
    const name = UK_NAMES[title];
    if (!name || !isPlainDate(date)) throw new Error(`${UK_LIST}: unknown line ${division},${date},${title}`);
    const years = list.get(division) ?? new Map<number, Days>();
    const year = Number(date.slice(0, 4));
    years.set(year, [
      ...(years.get(year) ?? []),
      [date, notes === "substitute_day" ? `${name} (substitute day)` : name],
    ]);
    list.set(division, years);
  }
  ukListRead = list;
  return list;
}
