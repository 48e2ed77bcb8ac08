import { z } from "zod";
import { periodFields, settingsFields } from "@/lib/domain/settings";
import { answerPeriodRow, workspaceRow } from "./other-rows";

const { country, region, timeZone, answerDays, actionDays, capacityHours } = settingsFields;

/** What of an export's settings can be brought in: those by which dates, standings and hours come out as they did there. */
export const broughtSettings = z.strictObject({
  country,
  region,
  timeZone,
  answerDays,
  actionDays,
  capacityHours,
  ...periodFields,
});
export type BroughtSettings = z.output<typeof broughtSettings>;

/** What differs, as the record of changes names it (`audit.field.<key>`). */
export const BROUGHT_SETTINGS = [
  "country",
  "region",
  "timeZone",
  "answerDays",
  "answerPeriods",
  "actionDays",
  "capacityHours",
] as const;
export type BroughtSetting = (typeof BROUGHT_SETTINGS)[number];

/**
 * The settings in an export, from the rows of its files `workspace` and `answerPeriods`; null where they are missing or
 * not as a form would take them: then they stay behind, and the record is brought in without them.
 */
export function settingsInExport(
  workspace: readonly unknown[],
  answerPeriods: readonly unknown[],
): BroughtSettings | null {
  const organisation = workspaceRow.safeParse(workspace[0]);
  const periods = z.array(answerPeriodRow).safeParse(answerPeriods);
  if (!organisation.success || !periods.success) return null;
  const known = Object.keys(broughtSettings.shape);
  const read = broughtSettings.safeParse({
    ...Object.fromEntries(Object.entries(organisation.data).filter(([field]) => known.includes(field))),
    ...Object.fromEntries(
      periods.data.map(({ bodyKind, answerDays: days }) => [`answerDays_${bodyKind}`, days]),
    ),
  });
  return read.success ? read.data : null;
}
