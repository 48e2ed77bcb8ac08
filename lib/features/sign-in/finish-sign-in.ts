import "server-only";
import { cookies } from "next/headers";
import { AFTERLIFE_SECONDS, hashToken, SHARED_SESSION_SECONDS } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { offeredLocale, speak } from "@/lib/features/language/choose-language";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";

/** When a session that starts now is forgotten, with the days in which what its person types is still kept. */
export function expiryAfter(seconds: number): Date {
  return new Date(Date.now() + (seconds + AFTERLIFE_SECONDS) * 1000);
}

/**
 * What a new session still needs, however it was started: a short life on a shared device, and the language of its
 * person. Whoever has chosen none yet keeps the one they came with.
 */
export async function finishSignIn(token: string, { shared }: { shared: boolean }): Promise<void> {
  const { user } = await systemClient().session.update({
    where: { sessionToken: hashToken(token) },
    data: shared ? { expires: expiryAfter(SHARED_SESSION_SECONDS) } : {},
    select: { user: { select: { id: true, locale: true } } },
  });
  const brought = offeredLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  const locale = offeredLocale(user.locale) ?? brought;
  if (!locale) return;
  if (user.locale === null) await systemClient().user.update({ where: { id: user.id }, data: { locale } });
  await speak(locale, { forVisit: shared });
}
