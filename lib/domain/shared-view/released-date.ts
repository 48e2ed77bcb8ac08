import { daysBetween, type PlainDate } from "@/lib/domain/plain-date";
import type { ReleasedDate } from "@/lib/domain/release/snapshot";

const WHOLE = "YYYY-MM-DD".length;

/** Whether a released date names its day; on sensitive topics only the month is released. */
export function hasDay(date: ReleasedDate): boolean {
  return date.length === WHOLE;
}

/** The date when its day is known, else null. */
export function dayOf(date: ReleasedDate | null): PlainDate | null {
  return date !== null && hasDay(date) ? date : null;
}

/** Whole days from a released date to a day; null where only the month is known, or the date has not passed. */
export function daysPast(date: ReleasedDate, today: PlainDate): number | null {
  const day = dayOf(date);
  const days = day === null ? 0 : daysBetween(day, today);
  return days > 0 ? days : null;
}

/** Whether a released date has passed by `today`; a month has passed when it is over. */
export function hasPassed(date: ReleasedDate, today: PlainDate): boolean {
  return hasDay(date) ? date < today : date < today.slice(0, date.length);
}
