import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { systemClient } from "@/lib/db/clients";

export type SentMail = { to: string[]; subject?: string; text?: string };
export type MailServer = { url: string; sent: SentMail[]; close: () => Promise<void> };

/**
 * A mail server on a free port that keeps what it is given: a real SMTP conversation.
 * @param refuse an SMTP answer for every recipient instead, such as 550
 */
export async function mailServer({ refuse }: { refuse?: number } = {}): Promise<MailServer> {
  const sent: SentMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, callback) {
      callback(refuse ? Object.assign(new Error("not taken"), { responseCode: refuse }) : null);
    },
    async onData(stream, session, callback) {
      const mail = await simpleParser(stream);
      sent.push({
        to: session.envelope.rcptTo.map((one) => one.address),
        subject: mail.subject,
        text: mail.text,
      });
      callback();
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject);
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    sent,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Does what the queue's worker does: sends every mail that waits, oldest first. Throws what sending throws. */
export async function sendWaitingMails({ lastTry = false } = {}): Promise<void> {
  const { sendQueuedMail } = await import("@/lib/features/mails/send-queued-mail");
  const waiting = await systemClient().mail.findMany({
    where: { state: "waiting" },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  for (const { id } of waiting) await sendQueuedMail(id, new Date(), { lastTry });
}
