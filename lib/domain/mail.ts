import { z } from "zod";
import { LIFE_MAILS } from "./life-mails";

/**
 * The mails the platform sends, and what each needs to be written: ids and plain facts, kept until it is sent.
 * Never a secret: a mail with a link that opens something makes it while it is written.
 * Wording: `mails.<kind>.subject` and `mails.<kind>.text`; subjects are neutral.
 */
export const MAIL_PARAMS = {
  /** A link that signs somebody in, and where it leads on this site. */
  sign_in: z.strictObject({ next: z.string() }),
  /** An invitation to become a member, with the link that accepts it. */
  invitation: z.strictObject({ workspaceId: z.uuid(), invitationId: z.uuid() }),
  /** To somebody whose role changed; `slug` is the organisation's. */
  role_changed: z.strictObject({ slug: z.string() }),
  /** To somebody who was removed. */
  removed: z.strictObject({}),
  /** To the other owners. */
  owner_added: z.strictObject({ slug: z.string() }),
  /** To the owners: old records wait to be looked at, and are erased after `days` days. */
  old_records: z.strictObject({ slug: z.string(), days: z.number() }),
  /** To an officer: something was released to them. What and by whom is said after sign-in. */
  share_released: z.strictObject({}),
  ...LIFE_MAILS,
} as const satisfies Record<string, z.ZodType>;

export type MailKind = keyof typeof MAIL_PARAMS;
export type MailParams<K extends MailKind> = z.output<(typeof MAIL_PARAMS)[K]>;

/** A mail to be queued. `locale` is spoken to whoever has chosen none. */
export type MailRequest = {
  [K in MailKind]: { kind: K; to: string; locale: string; params: MailParams<K> };
}[MailKind];
