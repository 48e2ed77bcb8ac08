import { z } from "zod";

/** How often one calendar may read its feed in an hour, on all servers together. */
export const READS_PER_HOUR = 120;
/** Seconds after which a calendar that follows a feed is told to ask again. */
export const FEED_TTL = 6 * 3600;
/** How far a feed reaches, in months back and ahead. */
export const MONTHS_BACK = 12;
export const MONTHS_AHEAD = 24;
/** The most dates of one feed; the nearest to today stay. */
export const MOST_DATES = 2000;

/** What a date of a feed stands for. It is all that is said of it. */
export const CALENDAR_KINDS = [
  "answer",
  "promise",
  "ours",
  "consultation",
  "consultation_begins",
  "consultation_ends",
  "activity",
  "activity_begins",
  "activity_ends",
] as const;

export const calendarEntry = z.object({
  kind: z.enum(CALENDAR_KINDS),
  /** Of what is due or takes place: the same for as long as it is there. */
  id: z.string(),
  on: z.string(),
  /** Where it is found below the workspace, once signed in. */
  place: z.enum(["consultations", "activities"]),
  recordId: z.string(),
  changedAt: z.coerce.date(),
  version: z.number().int(),
});
export type CalendarEntry = z.output<typeof calendarEntry>;
