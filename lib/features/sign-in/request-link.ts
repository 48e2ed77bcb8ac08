import "server-only";
import { z } from "zod";
import { countUse } from "@/lib/access/rate-limit";
import { systemClient } from "@/lib/db/clients";
import { queueMail } from "@/lib/db/mail-queue";
import { done, failed, type Result, refused } from "@/lib/domain/result";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/services/log";

const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Queues a sign-in link for a known address. The link itself is made when the mail is written. */
async function queueLink(email: string, next: string, locale: Locale): Promise<void> {
  const known = await systemClient().user.count({ where: { email } });
  if (known) await queueMail(systemClient(), { kind: "sign_in", to: email, locale, params: { next } });
}

/**
 * Asks for a sign-in link. The answer is the same whether the address is known or not; the mail is queued
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
      await queueLink(email, next, locale);
    } catch (error) {
      log().error(
        { reason: error instanceof Error ? error.name : "unknown" },
        "a sign-in mail could not be queued",
      );
    }
  });
  return done({ email });
}
