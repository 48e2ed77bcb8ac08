import { z } from "zod";
import { choice, recordId } from "./fields";

/** How long an owner may let platform support in. */
export const SUPPORT_SPANS = ["hour", "day", "week"] as const;
export type SupportSpan = (typeof SUPPORT_SPANS)[number];
const HOURS: Record<SupportSpan, number> = { hour: 1, day: 24, week: 7 * 24 };

/** What platform support may do while it is let in. */
export const SUPPORT_KINDS = ["look", "change"] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

export const newSupportGrant = z.strictObject({
  id: recordId,
  kind: choice(SUPPORT_KINDS).default("look"),
  span: choice(SUPPORT_SPANS),
});

/** When a grant of this length ends that is given now. */
export function supportEnd(span: SupportSpan, now: Date): Date {
  return new Date(now.getTime() + HOURS[span] * 3_600_000);
}

/** A grant as an organisation sees it. */
export type SupportGrantView = {
  id: string;
  mayChange: boolean;
  grantedAt: Date;
  /** Who gave it; null when they are no longer a member. */
  grantedBy: string | null;
  until: Date;
  withdrawnAt: Date | null;
  /** When each session of platform support first came in, the earliest first. */
  visits: Date[];
};
