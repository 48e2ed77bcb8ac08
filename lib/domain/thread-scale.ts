import { addDays, dayNumber, fromDayNumber, type PlainDate } from "./plain-date";
import type { ThreadFacts } from "./thread";

/** The time axis a thread is drawn on; rows of one list share one, so that their silences compare. */
export interface ThreadScale {
  from: PlainDate;
  to: PlainDate;
}

/** Where a date falls on the drawing; `beyond` when it lies outside the axis and is held at its edge. */
export interface Place {
  x: number;
  beyond: "before" | "after" | null;
}

/** Space kept free at both ends for the knots that stand there, in px. */
const MARGIN = 9;
const DAYS_IN_FIVE_YEARS = 1826;

/** Every date a thread shows. */
function datesOf(facts: ThreadFacts): PlainDate[] {
  const dates = [
    facts.askedOn,
    facts.startsOn,
    facts.endsOn,
    facts.answerDueOn,
    facts.firstAnswerDueOn,
    facts.cancelledOn,
    facts.explainedOn ?? null,
    ...facts.answers.map((answer) => answer.on),
    ...facts.promises.flatMap((promise) => [
      promise.madeOn,
      promise.dueOn,
      promise.firstDueOn,
      promise.doneOn,
    ]),
  ];
  return dates.filter((date): date is PlainDate => date !== null);
}

/**
 * One axis for all rows: from the first date of any of them to the last, today included. An axis longer than
 * `longestDays` (five years unless told) would squeeze everything recent, so older dates are held at its start;
 * what lies ahead takes at most a third of it.
 */
export function threadScale(
  rows: readonly ThreadFacts[],
  today: PlainDate,
  longestDays = DAYS_IN_FIVE_YEARS,
): ThreadScale {
  const days = rows.flatMap(datesOf).map(dayNumber);
  const now = dayNumber(today);
  const first = days.reduce((a, b) => Math.min(a, b), now - 1);
  const last = days.reduce((a, b) => Math.max(a, b), now);
  const from = Math.max(first, now - longestDays);
  const ahead = Math.max(28, Math.round((now - from) / 2));
  return { from: fromDayNumber(from), to: fromDayNumber(Math.min(last, now + ahead)) };
}

/** A function from dates to px across `width`; mirrored in right-to-left, where time runs leftwards. */
export function placeOn(scale: ThreadScale, width: number, rtl: boolean): (date: PlainDate) => Place {
  const from = dayNumber(scale.from);
  const span = Math.max(1, dayNumber(scale.to) - from);
  return (date) => {
    const share = (dayNumber(date) - from) / span;
    const held = Math.min(1, Math.max(0, share));
    const along = MARGIN + held * (width - 2 * MARGIN);
    const x = Math.round((rtl ? width - along : along) * 10) / 10;
    return { x, beyond: share < 0 ? "before" : share > 1 ? "after" : null };
  };
}

/** A tick of the shared axis: the first of a month, or of a year. */
export interface AxisTick {
  on: PlainDate;
  unit: "month" | "year";
}

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Evenly spaced ticks on first days of months, at most `most` of them. January shows as its year. */
export function axisTicks(scale: ThreadScale, most = 5): AxisTick[] {
  const start = new Date(`${scale.from}T00:00:00Z`);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() === 1 ? 0 : 1);
  const end = new Date(`${scale.to}T00:00:00Z`);
  const lastMonth = end.getUTCFullYear() * 12 + end.getUTCMonth();
  const step = STEPS_IN_MONTHS.find((size) => (lastMonth - firstMonth) / size < most) ?? 120;
  const ticks: AxisTick[] = [];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    const on = `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    ticks.push({ on, unit: month % 12 === 0 ? "year" : "month" });
  }
  return ticks;
}

/** An axis for one thread alone, with a little air after today. */
export function ownScale(facts: ThreadFacts): ThreadScale {
  const scale = threadScale([facts], facts.today, Number.POSITIVE_INFINITY);
  return { from: scale.from, to: scale.to < facts.today ? addDays(facts.today, 1) : scale.to };
}
