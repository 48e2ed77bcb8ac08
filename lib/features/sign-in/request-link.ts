import "server-only";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { countUse } from "@/lib/access/rate-limit";
import { systemClient } from "@/lib/db/clients";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import { settings } from "@/lib/env";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/services/log";
import { sendMail } from "@/lib/services/mail";
import { confirmAddress, mintToken } from "./mint-token";

const LIFETIME_SECONDS = 3600;
const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Mails a sign-in link to a known address, in the language of the person who owns it. */
async function mailLink(email: string, next: string, locale: Locale): Promise<void> {
  const user = await systemClient().user.findUnique({ where: { email } });
  if (!user) return;
  const own = user.locale ?? undefined;
  const t = await getTranslations({ locale: isLocale(own) ? own : locale, namespace: "sign-in" });
  const link = confirmAddress(await mintToken(email, LIFETIME_SECONDS), next);
  await sendMail({
    to: email,
    subject: t("mail.subject"),
    text: t("mail.text", { link, site: settings().appUrl }),
  });
}

/**
 * Asks for a sign-in link. The answer is the same whether the address is known or not; the mail itself is sent
 * by `later`, after the answer, so that its time tells nothing either.
 */
export async function requestLink(
  typed: string,
  {
    next,
    visitor,
    locale,
    later,
  }: { next: string; visitor: string; locale: Locale; later: (work: () => Promise<void>) => void },
): Promise<Result<{ email: string }>> {
  const parsed = address.safeParse(typed);
  if (!parsed.success) return refused("email", typed.trim() ? "not_an_email" : "required");
  const email = parsed.data;
  const wait = (await countUse("signInByVisitor", visitor)) ?? (await countUse("signInByAddress", email));
  if (wait !== null)
    return {
      ...failed("too_many_requests", [
        { field: "email", code: "too_many_requests", params: { minutes: Math.ceil(wait / 60) } },
      ]),
      retryAfterSeconds: wait,
    };
  later(async () => {
    try {
      await mailLink(email, next, locale);
    } catch (error) {
      log().error(
        { reason: error instanceof Error ? error.name : "unknown" },
        "a sign-in mail could not be sent",
      );
    }
  });
  return done({ email });
}
