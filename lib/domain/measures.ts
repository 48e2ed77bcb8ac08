import { z } from "zod";
import { FEWEST_TO_COMPARE } from "./standing";
import { BODY_KINDS } from "./taxonomy";

/** Some of all; shown as "4 of 6", and as a share only where there are enough to compare. */
export type Part = { part: number; whole: number };

/** What every set of consultations is measured by. Times are in minutes, as the record adds them up. */
const figures = z.object({
  /** Consultations that took place. */
  consultations: z.number(),
  minutes: z.number(),
  /** How many took place whose hours cannot be worked out. */
  unknown: z.number(),
  /** Past their clock: acted, explained, stalled, no_action, silent. */
  finished: z.number(),
  finishedMinutes: z.number(),
  actedMinutes: z.number(),
  flagged: z.number(),
  flaggedMinutes: z.number(),
  /** Past their answer-due date, and how many of those have a substantive answer. */
  answersDue: z.number(),
  answered: z.number(),
});
export type Figures = z.output<typeof figures>;

/** Promises of a body itself whose date has passed, dropped ones included, and how many are done and not denied. */
const promises = z.object({ promisesDue: z.number(), promisesKept: z.number() });

export const bodyFigures = figures.extend(promises.shape).extend({
  id: z.string(),
  name: z.string(),
  kind: z.enum(BODY_KINDS),
});
export type BodyFigures = z.output<typeof bodyFigures>;

/** Bodies are listed by name or by hours, never by how they did. */
export const bodyOrder = z.enum(["name", "hours"]).default("name");
export type BodyOrder = z.output<typeof bodyOrder>;

/** The order an address asks for. */
export function readOrder(asked: unknown): BodyOrder {
  return asked === "hours" ? "hours" : "name";
}

export const topicFigures = figures.extend({ id: z.string(), key: z.string().nullable(), name: z.string() });
export type TopicFigures = z.output<typeof topicFigures>;

/** What came of hours given: an action is recorded, none is, reasons were accepted, or it is too early to say. */
export const CAME_OF_IT = ["acted", "none", "explained", "open"] as const;
export type CameOfIt = (typeof CAME_OF_IT)[number];

export const monthFigures = z.object({
  /** The first of the month. */
  month: z.string(),
  acted: z.number(),
  none: z.number(),
  explained: z.number(),
  open: z.number(),
});
/** Minutes given in consultations that started in a month, by what came of them. */
export type MonthFigures = z.output<typeof monthFigures>;

export const olderFlagged = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  startsOn: z.string(),
  minutes: z.number(),
});
export type OlderFlagged = z.output<typeof olderFlagged>;

/** Their visits to our events, and ours to theirs. */
export const visits = z.object({ theirs: z.number(), ours: z.number() });
export type Visits = z.output<typeof visits>;

export const windowFigures = promises.extend({
  finished: z.number(),
  answersDue: z.number(),
  answered: z.number(),
  /** Consultations whose voice is recorded, those in which members took part themselves, and those not recorded. */
  voices: z.number(),
  membersTookPart: z.number(),
  voiceUnknown: z.number(),
  visits,
});
export type WindowFigures = z.output<typeof windowFigures>;

/** Voices in which members took part themselves, not only leaders or staff. */
export const DIRECT_VOICES = ["leaders_and_members", "members", "wider_community"] as const;

/** Hours with two decimals, as every figure of hours is shown and compared. */
export function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

/** The share a part is of its whole; null when there are too few finished consultations to compare, or no whole. */
export function shareOf({ part, whole }: Part, finished: number): number | null {
  return finished < FEWEST_TO_COMPARE || whole === 0 ? null : part / whole;
}

/** Every month from the one of `since` to the one of `today`, empty ones included. */
export function everyMonth(since: string, today: string, known: readonly MonthFigures[]): MonthFigures[] {
  const number = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const found = new Map(known.map((one) => [one.month, one]));
  return Array.from({ length: number(today) - number(since) + 1 }, (_, index) => {
    const at = number(since) + index;
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
    return found.get(month) ?? { month, acted: 0, none: 0, explained: 0, open: 0 };
  });
}

/** What the hours of a window come to at the dated rates of a country; times in minutes, amounts in `currency`. */
export type TimeValue = {
  /** ISO 4217. */
  currency: string;
  /** Hours × rate. */
  value: number;
  /** What was paid for these hours. */
  payments: number;
  /** `value` less `payments`. */
  worth: number;
  minutes: number;
  /** Given before the country's first rate: not in the value. */
  withoutRate: number;
  /** The rates that were used, the earliest first. */
  rates: { amount: number; validFrom: string; source: string; sourceUrl: string | null }[];
};
