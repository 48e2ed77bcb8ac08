import "server-only";
import { findPerson } from "@/lib/access/person";
import { offeredLocale } from "@/lib/features/language/choose-language";
import { startSession } from "@/lib/features/sign-in/start-session";
import { LOCALES } from "@/lib/i18n/locales";
import { acceptInvitation } from "./accept-invitation";
import { readInvitation } from "./read-invitation";

type Saying = {
  /** What members are to call them. */
  name: string;
  /** On a device that others use too. */
  shared: boolean;
  /** The language of the page it was said on. */
  spoken: string;
};

/**
 * Accepts an invitation for whoever holds its link, and signs them in like a mailed link does. Answers where to go;
 * null when nothing was accepted: the link opens nothing, or somebody else is signed in here.
 */
export async function takeInvitation(token: string, saying: Saying, now: Date): Promise<string | null> {
  const [invitation, person] = await Promise.all([readInvitation(token, now), findPerson()]);
  if (!invitation || (person && person.email !== invitation.email)) return null;
  const spoken = offeredLocale(saying.spoken) ?? LOCALES[0];
  const accepted = await acceptInvitation(token, { name: saying.name, spoken }, now);
  if (!accepted) return null;
  if (!person) await startSession(accepted.userId, { shared: saying.shared });
  return `/w/${accepted.slug}`;
}
