import { z } from "zod";
import { choice, text, twoDecimals, wholeNumber } from "./fields";
import { emailAddress } from "./members";
import { notWords } from "./privacy/free-text";
import { BODY_KINDS, type BodyKind } from "./taxonomy";

/** What a view for officers can show. */
export const SHARE_SECTIONS = ["consultations", "promises", "responses", "activities", "measures"] as const;

const days = wholeNumber(1, 3650);

/** The field of one kind of body's answer period. */
export function periodField(kind: BodyKind) {
  return `answerDays_${kind}` as const;
}
type PeriodField = ReturnType<typeof periodField>;

/** Answer periods by kind of body, where they differ from the organisation's own. */
export const periodFields = Object.fromEntries(
  BODY_KINDS.map((kind) => [periodField(kind), days.nullable().default(null)]),
) as Record<PeriodField, z.ZodDefault<z.ZodNullable<typeof days>>>;

function knownTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/**
 * What an organisation decides about itself. Days are calendar days, hours those of the next 90 days. An answer period of
 * one kind of body that is left empty is the organisation's own; years that are left empty keep records for good.
 * `region` is empty for a whole country.
 */
export const settingsFields = {
  name: text(200),
  country: notWords(z.string("required").regex(/^[A-Z]{2}$/, "unknown_choice"), "a country's code"),
  region: notWords(z.string().max(20, "unknown_choice").default(""), "a region's code"),
  timeZone: notWords(
    z.string("required").max(60, "unknown_choice").refine(knownTimeZone, "unknown_choice"),
    "the name of a time zone",
  ),
  answerDays: days,
  actionDays: days,
  ...periodFields,
  capacityHours: twoDecimals(1_000_000).nullable().default(null),
  shareDays: wholeNumber(1, 730),
  shareSections: z.array(choice(SHARE_SECTIONS), "choose_some").min(1, "choose_some"),
  contactEmail: emailAddress.nullable().default(null),
  retentionYears: wholeNumber(1, 100).nullable().default(null),
};
