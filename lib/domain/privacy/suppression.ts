import type { ReleasedCount, ReleasedHours, ReleasedPeople } from "@/lib/domain/release/snapshot";

// Numbers of people outside of the organisation that counted them. Whatever leaves is worked out from what
// `releasedCount` gave, never from the number itself, so that nothing can be subtracted back.

/** From this many people on, a number is shown at all. */
export const FEWEST_SHOWN = 10;
/** What numbers of people are rounded to. */
export const ROUNDED_TO = 5;

/** What is shown of a number of people: "unknown" when nobody counted, "few" for 0 to 9, else rounded to 5. */
export function releasedCount(people: number | null): ReleasedCount {
  if (people === null) return "unknown";
  if (people < FEWEST_SHOWN) return "few";
  return Math.round(people / ROUNDED_TO) * ROUNDED_TO;
}

/**
 * The number that stands for a record's. The one released before stays until the true one has moved by five or more:
 * else a view released again after one person came would show which number it was that turned 12 into 13.
 * @param before the number that stood for it in the last release; undefined when it was never released
 */
export function standingNumber(people: number, before: number | undefined): number {
  return before !== undefined && Math.abs(people - before) < ROUNDED_TO ? before : people;
}

/** Released counts added up. Those that are no number add nothing and make it "or more". */
export function addPeople(counts: readonly ReleasedCount[]): ReleasedPeople {
  const known = counts.filter((count) => typeof count === "number");
  return {
    people: known.reduce((sum, count) => sum + count, 0),
    orMore: known.length < counts.length,
  };
}

/** Hours that a released count of people gave: people × sessions × minutes each ÷ 60; null where one is not known. */
export function releasedHours(
  people: ReleasedCount,
  sessions: number,
  minutesEach: number | null,
): number | null {
  if (typeof people !== "number" || minutesEach === null) return null;
  return twoDecimals((people * sessions * minutesEach) / 60);
}

/** Released hours added up. */
export function addHours(hours: readonly (number | null)[]): ReleasedHours {
  const known = hours.filter((one) => one !== null);
  return {
    hours: twoDecimals(known.reduce((sum, one) => sum + one, 0)),
    orMore: known.length < hours.length,
  };
}

function twoDecimals(number: number): number {
  return Math.round(number * 100) / 100;
}
