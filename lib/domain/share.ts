import { z } from "zod";
import { choice, optionalDate, plainDate, recordId, wholeNumber } from "./fields";
import { addDays, type PlainDate } from "./plain-date";
import { notWords } from "./privacy/free-text";
import { SECTIONS } from "./release/snapshot";

/** How many consultations, and how many activities, one view can hold. More wants a shorter period. */
export const MOST_RECORDS = 250;
/** Days after today that a view may be open at most. */
export const LONGEST_DAYS = 730;
/** Within how many days before a release inbox and website must have been checked for answers. */
export const CHECKED_WITHIN_DAYS = 30;

export const AUDIENCES = ["officer", "link"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A draft is seen by nobody outside; an open one by whom it is for; the others by nobody any more. */
export const SHARE_STATES = ["draft", "open", "expired", "stopped"] as const;
export type ShareState = (typeof SHARE_STATES)[number];

export function shareState(
  share: { releasedAt: Date | null; stoppedAt: Date | null; expiresOn: PlainDate },
  today: PlainDate,
): ShareState {
  if (share.stoppedAt) return "stopped";
  if (!share.releasedAt) return "draft";
  return share.expiresOn < today ? "expired" : "open";
}

// Empty choices of a form are no choice.
const list = (given: unknown) =>
  (Array.isArray(given) ? given : [given]).filter((one) => one != null && one !== "");

// Whether it is an address is asked only where one is wanted: what was typed before somebody chose a link stays.
const typedEmail = z
  .string("not_text")
  .max(200, "too_long")
  .transform((typed) => typed.trim().toLowerCase() || null);

const fields = {
  audience: choice(AUDIENCES),
  /** The officer's address at work: any address, as it is asked for. */
  officerEmail: notWords(typedEmail.nullable().default(null), "the address an officer signs in with"),
  /** Empty: every public body. */
  publicBodyId: recordId.nullable().default(null),
  /** The period in which what is shown began. */
  fromOn: optionalDate.default(null),
  toOn: optionalDate.default(null),
  sections: z.preprocess(list, z.array(choice(SECTIONS)).min(1, "required")),
  /** The last day it can be opened. */
  expiresOn: plainDate,
  wantsPassphrase: z.boolean().default(false),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

function makesSense(input: Fields, ctx: z.core.$RefinementCtx<Fields>): void {
  if (input.audience === "officer" && !z.email().safeParse(input.officerEmail).success)
    ctx.addIssue({
      code: "custom",
      path: ["officerEmail"],
      message: input.officerEmail ? "not_an_email" : "required",
    });
  if (input.fromOn && input.toOn && input.toOn < input.fromOn)
    ctx.addIssue({ code: "custom", path: ["toOn"], message: "before_start" });
}

export type ShareContent = Fields;

export const newShare = z.strictObject({ id: recordId, ...fields }).superRefine(makesSense);
export const revisedShare = z
  .strictObject({ id: recordId, version: wholeNumber(1, 1_000_000_000), ...fields })
  .superRefine(makesSense);

/** What belongs to the other kind of view is left out. */
export function tidyShare(content: ShareContent): ShareContent {
  return content.audience === "officer"
    ? { ...content, wantsPassphrase: false, sections: inOrder(content.sections) }
    : { ...content, officerEmail: null, sections: inOrder(content.sections) };
}

function inOrder(sections: readonly string[]) {
  return SECTIONS.filter((section) => sections.includes(section));
}

/** Whether a view may be open until then. */
export function isExpiryAllowed(expiresOn: PlainDate, today: PlainDate): boolean {
  return expiresOn >= today && expiresOn <= addDays(today, LONGEST_DAYS);
}

const hash = notWords(z.string().regex(/^[0-9a-f]{64}$/), "a hash");

/** The keys of a link, made by us: only their hashes come here. */
export const linkKeys = z.strictObject({
  tokenHash: hash,
  passphraseSalt: notWords(z.string().max(100), "a salt"),
  passphraseHash: hash,
});

/** The owner's confirmation. `previewed`: the fingerprint of the view they looked at. */
export const releaseConfirmation = z.strictObject({
  id: recordId,
  version: wholeNumber(1, 1_000_000_000),
  previewed: hash,
  checked: z.literal(true, "required"),
  checkedOn: plainDate,
  understood: z.literal(true, "required"),
  ...linkKeys.shape,
});
