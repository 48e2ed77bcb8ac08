import "server-only";
import { cookies } from "next/headers";
import { findPerson } from "@/lib/access/person";
import { SESSION_SECONDS } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { LOCALE_COOKIE, LOCALES, type OfferedLocale } from "@/lib/i18n/locales";

/** A language we offer, or null for anything else. */
export function offeredLocale(text: unknown): OfferedLocale | null {
  return LOCALES.find((known) => known === text) ?? null;
}

/** Puts the language into the cookie: for the visit alone, or as long as a session on one's own device. */
export async function speak(locale: string, { forVisit }: { forVisit: boolean }): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    ...(forVisit ? {} : { maxAge: SESSION_SECONDS }),
  });
}

/** Takes a language: for a stranger while they visit, for somebody who is signed in from now on, mails included. */
export async function chooseLanguage(locale: OfferedLocale): Promise<void> {
  const person = await findPerson();
  if (person) await systemClient().user.update({ where: { id: person.id }, data: { locale } });
  await speak(locale, { forVisit: !person });
}
