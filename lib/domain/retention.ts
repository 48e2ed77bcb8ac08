import { z } from "zod";
import { plainDate, recordId, text } from "./fields";
import { addDays, type PlainDate } from "./plain-date";

/** How long owners have to look at an old record, from the day it was first listed, in days. */
export const GRACE_DAYS = 30;
/** The longest a record may be kept beyond that at once, in days. */
export const LONGEST_KEPT = 3653;

/** Keeping an old record for longer, and why. */
export const keptRecord = z.strictObject({ id: recordId, untilOn: plainDate, reason: text(500) });

/** A record older than the organisation keeps records. */
export type OldRecord = {
  id: string;
  kind: "consultation" | "activity";
  title: string;
  /** The last day on which anything is recorded to have happened or to fall due. */
  lastOn: PlainDate;
  /** The day it is erased; null while it is kept for longer. */
  eraseOn: PlainDate | null;
  kept: { until: PlainDate; reason: string } | null;
};

/** The day a record that was listed on `listedOn` is erased. */
export function eraseOn(listedOn: PlainDate): PlainDate {
  return addDays(listedOn, GRACE_DAYS);
}
