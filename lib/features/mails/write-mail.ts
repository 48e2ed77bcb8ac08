import "server-only";
import { createTranslator } from "next-intl";
import { MAIL_PARAMS, type MailKind, type MailParams } from "@/lib/domain/mail";
import { settings } from "@/lib/env";
import { mintInvitation } from "@/lib/features/invitations/mint-invitation";
import { confirmAddress, mintToken } from "@/lib/features/sign-in/mint-token";
import { erasedMail, lifeMail, toConfirmMail } from "@/lib/features/workspaces/life-mail";
import { catalogueFor } from "@/lib/i18n/catalogue";
import type { Locale } from "@/lib/i18n/locales";

/** What the words of a mail are filled with; null when the mail is no longer wanted. */
type Filling = Record<string, string | number> | null;
type Fill<K extends MailKind> = (params: MailParams<K>, to: string, locale: Locale) => Promise<Filling>;

const LINK_SECONDS = 3600;

/** A page of an organisation; whoever opens it signs in first. */
function inWorkspace(slug: string, path = ""): string {
  return `${settings().appUrl}/w/${slug}${path}`;
}

/** One for each kind. Secrets are made here, when the mail is written, and only their hashes are kept. */
const FILL: { [K in MailKind]: Fill<K> } = {
  sign_in: async ({ next }, to) => ({ link: confirmAddress(await mintToken(to, LINK_SECONDS), next) }),
  invitation: ({ workspaceId, invitationId }) => mintInvitation(workspaceId, invitationId, new Date()),
  role_changed: async ({ slug }) => ({ link: inWorkspace(slug) }),
  removed: async () => ({}),
  share_released: async () => ({}),
  owner_added: async ({ slug }) => ({ link: inWorkspace(slug, "/members") }),
  workspace_suspended: lifeMail,
  workspace_resumed: lifeMail,
  workspace_closing: lifeMail,
  workspace_closing_soon: lifeMail,
  workspace_kept: lifeMail,
  workspace_erased: erasedMail,
  erasure_asked: lifeMail,
  erasure_to_confirm: toConfirmMail,
  old_records: async ({ slug, days }) => ({ link: inWorkspace(slug, "/settings/retention"), days }),
};

function fill<K extends MailKind>(kind: K, params: unknown, to: string, locale: Locale): Promise<Filling> {
  return FILL[kind](MAIL_PARAMS[kind].parse(params) as MailParams<K>, to, locale);
}

/** The mail in words of one language; null when it is no longer wanted. Throws for a kind nobody knows. */
export async function writeMail(
  kind: string,
  params: unknown,
  to: string,
  locale: Locale,
): Promise<{ subject: string; text: string } | null> {
  if (!Object.hasOwn(FILL, kind)) throw new Error(`There is no mail of the kind ${kind}`);
  const known = kind as MailKind;
  const filling = await fill(known, params, to, locale);
  if (filling === null) return null;
  // Not next-intl's request functions: mails are written by jobs, outside of any request.
  const t = createTranslator({ locale, namespace: "mails", messages: catalogueFor(locale) });
  return {
    subject: t(`${known}.subject`),
    text: t(`${known}.text`, { site: settings().appUrl, ...filling }),
  };
}
