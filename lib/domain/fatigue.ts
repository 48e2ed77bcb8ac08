import { FEWEST_TO_COMPARE, type Standing } from "./standing";

/** What a set of consultations adds up to. Hours have two decimals. */
export type Tally = {
  total: number;
  flagged: number;
  byStanding: Record<Standing, number>;
  /** Past their clock: acted, explained, stalled, no_action, silent. */
  finished: number;
  bodies: number;
  hours: {
    /** Of consultations that took place: neither cancelled nor still to come. */
    given: number;
    /** Of finished ones. */
    finished: number;
    ledToAction: number;
    noAction: number;
    /** How many took place whose hours cannot be worked out, because people or minutes are not recorded. */
    unknown: number;
  };
};

export type Ratio = { kind: "ratio"; value: number } | { kind: "too_few" } | { kind: "no_hours" };

/** Hours of `acted` ÷ hours of finished ones. Under five finished, or without any hours, there is no ratio. */
export function hoursThatLedToAction({
  finished,
  hours,
}: {
  finished: number;
  hours: Pick<Tally["hours"], "finished" | "ledToAction">;
}): Ratio {
  if (finished < FEWEST_TO_COMPARE) return { kind: "too_few" };
  if (hours.finished === 0) return { kind: "no_hours" };
  return { kind: "ratio", value: Math.round((hours.ledToAction / hours.finished) * 10_000) / 10_000 };
}

/** The rolling window of the dashboard, in months. */
export const WINDOW_MONTHS = 24;
/** How far the dashboard looks ahead, in days. */
export const AHEAD_DAYS = 14;

/** The first day of the window that ends on `today`: the same day of the month, or its last when that does not exist. */
export function windowStart(today: string, months = WINDOW_MONTHS): string {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const index = year * 12 + (month - 1) - months;
  const startYear = Math.floor(index / 12);
  const startMonth = (index % 12) + 1;
  const lastDay = new Date(Date.UTC(startYear, startMonth, 0)).getUTCDate();
  return new Date(Date.UTC(startYear, startMonth - 1, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
