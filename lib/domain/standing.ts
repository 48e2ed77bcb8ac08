/**
 * The standings in the order of the rule: first match wins. The rule itself is the SQL function
 * `standings(today)` in prisma/migrations; this file only names its answers.
 */
export const STANDINGS = [
  "cancelled",
  "planned",
  "stalled",
  "open",
  "acted",
  "promised",
  "explained",
  "answered",
  "waiting",
  "no_action",
  "silent",
] as const;
export type Standing = (typeof STANDINGS)[number];

/** People gave their time and nothing is recorded in return. */
export const FLAGGED: readonly Standing[] = ["stalled", "no_action", "silent"];

/** Past its clock: what ratios are computed over. */
export const FINISHED: readonly Standing[] = ["acted", "explained", "stalled", "no_action", "silent"];

/** Below this many finished consultations a ratio says more about chance than about anybody. */
export const FEWEST_TO_COMPARE = 5;

export function isStanding(text: string): text is Standing {
  return STANDINGS.some((standing) => standing === text);
}
