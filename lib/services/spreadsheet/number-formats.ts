import { fromDayNumber } from "@/lib/domain/plain-date";

// The built-in formats that show a day (14–17, 22, and those of East Asian Excels); 18–21 and 45–47 show only a time.
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const DAY_ZERO_1900 = -25_569;
const DAY_ZERO_1904 = -24_107;

/** True when a number format shows a calendar day. `code` is the format's own text, when the workbook gives one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general/.test(bare)) return false;
  // A month alone (mmmm) is a day too; next to hours or seconds `m` is minutes.
  return /[dy]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare));
}

/** The day of a date's serial number, `YYYY-MM-DD`; null outside the years 1900–2200 and for times of day alone. */
export function serialDay(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < (from1904 ? 0 : 1) || whole > 110_000) return null;
  if (from1904) return fromDayNumber(whole + DAY_ZERO_1904);
  // Before March 1900 the numbers are one off, because the format believes in 29 February 1900.
  return fromDayNumber(whole + DAY_ZERO_1900 + (whole < 60 ? 1 : 0));
}

/** A number as a sheet shows it unformatted: 15 digits, so `0.1 + 0.2` reads 0.3. */
export function plainNumber(written: string): string {
  const number = Number(written);
  if (written.trim() === "" || !Number.isFinite(number)) return written;
  return String(Number(number.toPrecision(15)));
}
