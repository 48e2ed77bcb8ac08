import { z } from "zod";

/**
 * The mails the platform sends, and what each needs to be written: ids and plain facts, kept until it is sent.
 * Never a secret: a mail with a link that opens something makes it while it is written.
 * Wording: `mails.<kind>.subject` and `mails.<kind>.text`; subjects are neutral.
 */
export const MAIL_PARAMS = {
  /** A link that signs somebody in, and where it leads on this site. */
  sign_in: z.strictObject({ next: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type MailKind = keyof typeof MAIL_PARAMS;
export type MailParams<K extends MailKind> = z.output<(typeof MAIL_PARAMS)[K]>;

/** A mail to be queued. `locale` is spoken to whoever has chosen none. */
export type MailRequest = {
  [K in MailKind]: { kind: K; to: string; locale: string; params: MailParams<K> };
}[MailKind];
