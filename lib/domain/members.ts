import { z } from "zod";
import { choice, recordId } from "./fields";
import { ROLES, type Role } from "./permissions";
import type { PlainDate } from "./plain-date";
import { notWords } from "./privacy/free-text";

/** How long an invitation's link works, in days. */
export const INVITATION_DAYS = 14;
/** Invitations of one organisation that may be open at once, and mails of one invitation. */
export const MOST_INVITATIONS = 100;
export const MOST_MAILS = 5;
/** The longest name a person may have, in characters. */
export const LONGEST_NAME = 60;

/** An e-mail address as it is kept: in small letters. The address is asked for, so it is no identifier that slipped in. */
export const emailAddress = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "too_long")
  .pipe(z.email("not_an_email"));

/** A new role for a member. */
export const changedRole = z.strictObject({ id: recordId, role: choice(ROLES) });
/** One member, or one invitation. */
export const oneOfThem = z.strictObject({ id: recordId });

/** What a form's language field takes: the keys of the languages offered. */
export function language<const T extends readonly [string, ...string[]]>(offered: T) {
  return notWords(z.enum(offered, "unknown_choice"), "a language of ours");
}

export type MemberRow = {
  id: string;
  /** Null for somebody who gave none. */
  name: string | null;
  email: string;
  role: Role;
  since: PlainDate;
  isYou: boolean;
};

/** `waiting`: its mail is not written yet; `undelivered`: the address did not take it. */
export const INVITATION_STATES = ["waiting", "undelivered", "open", "ended"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  state: InvitationState;
  sentOn: PlainDate | null;
  /** The last day its link works. */
  untilOn: PlainDate | null;
  mayBeSentAgain: boolean;
};

/** Where an invitation stands at `now`. */
export function invitationState(
  { expiresAt, undeliveredAt }: { expiresAt: Date | null; undeliveredAt: Date | null },
  now: Date,
): InvitationState {
  if (expiresAt === null) return "waiting";
  if (undeliveredAt) return "undelivered";
  return expiresAt > now ? "open" : "ended";
}
