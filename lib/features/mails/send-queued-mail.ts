import "server-only";
import { systemClient } from "@/lib/db/clients";
import { noteUndelivered } from "@/lib/features/invitations/note-undelivered";
import { isLocale, LOCALES } from "@/lib/i18n/locales";
import { sendMail } from "@/lib/services/mail";
import { writeMail } from "./write-mail";

/** SMTP answers of 500 and more are final: the address does not take this mail. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof Error &&
    "responseCode" in error &&
    typeof error.responseCode === "number" &&
    error.responseCode >= 500
  );
}

/** What is left of a mail that is over: when it ended and how, not whom it was for. */
function over(state: "sent" | "bounced", now: Date) {
  return { state, finishedAt: now, recipient: null, params: {}, failure: null };
}

/**
 * Sends one mail of the queue, in the language its reader has chosen. A mail that is over is left alone.
 * Throws what may pass (the server is away), so that the queue tries again; after `lastTry` it stands as failed
 * until an admin has it tried again.
 */
export async function sendQueuedMail(
  id: string,
  now: Date,
  { lastTry }: { lastTry: boolean },
): Promise<void> {
  const mail = await systemClient().mail.findUnique({ where: { id } });
  if (!mail?.recipient || mail.state !== "waiting") return;
  const reader = await systemClient().user.findUnique({
    where: { email: mail.recipient },
    select: { locale: true },
  });
  const locale = [reader?.locale ?? undefined, mail.locale].find(isLocale) ?? LOCALES[0];
  try {
    const written = await writeMail(mail.kind, mail.params, mail.recipient, locale);
    if (written === null) {
      await systemClient().mail.delete({ where: { id } });
      return;
    }
    await sendMail({ to: mail.recipient, ...written });
    await systemClient().mail.update({ where: { id }, data: over("sent", now) });
  } catch (error) {
    if (isFinal(error)) {
      await systemClient().mail.update({ where: { id }, data: over("bounced", now) });
      if (mail.kind === "invitation") await noteUndelivered(mail.params, now);
      return;
    }
    if (lastTry)
      await systemClient().mail.update({
        where: { id },
        data: {
          state: "failed",
          finishedAt: now,
          failure: error instanceof Error ? error.name : "unknown",
        },
      });
    throw error;
  }
}
