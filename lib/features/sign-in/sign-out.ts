import "server-only";
import { cookies } from "next/headers";
import { sessionCookieName, sessionHash } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { offeredLocale, speak } from "@/lib/features/language/choose-language";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";

/** Takes the session from this device; of the language only the visit's remains, for the page that says goodbye. */
async function dropCookies(): Promise<void> {
  const kept = await cookies();
  kept.delete({
    name: sessionCookieName(),
    path: "/",
    secure: sessionCookieName().startsWith("__Host-"),
  });
  const locale = offeredLocale(kept.get(LOCALE_COOKIE)?.value);
  if (locale) await speak(locale, { forVisit: true });
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  const hash = await sessionHash();
  if (hash) await systemClient().session.deleteMany({ where: { sessionToken: hash } });
  await dropCookies();
}

/** Ends every session of the person, on every device. */
export async function signOutEverywhere(): Promise<void> {
  const hash = await sessionHash();
  const session = hash && (await systemClient().session.findUnique({ where: { sessionToken: hash } }));
  if (session) await systemClient().session.deleteMany({ where: { userId: session.userId } });
  await dropCookies();
}
