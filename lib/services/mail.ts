import "server-only";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { settings } from "@/lib/env";
import { log } from "./log";

export type Mail = { to: string; subject: string; text: string };

function sender(): string {
  return `Followthrough <no-reply@${new URL(settings().appUrl).hostname}>`;
}

/** Writes the mail as an .eml file that any mail program opens. Whole or not at all. */
async function writeToOutbox(mail: Mail): Promise<void> {
  const outbox = path.join(settings().dataDir, "outbox");
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  const built = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: sender(),
    ...mail,
  });
  const file = path.join(
    outbox,
    `${new Date().toISOString().replaceAll(":", "-")}-${crypto.randomUUID().slice(0, 8)}.eml`,
  );
  await writeFile(`${file}.part`, built.message, { mode: 0o600 });
  await rename(`${file}.part`, file);
  log().info({ file }, "SMTP_URL is not set: a mail was written to the outbox instead of being sent");
}

/** Sends a mail through SMTP_URL, or writes it to `<DATA_DIR>/outbox` when that is not set. Throws when the server refuses it. */
export async function sendMail(mail: Mail): Promise<void> {
  const { smtpUrl } = settings();
  if (smtpUrl === null) return writeToOutbox(mail);
  const transport = createTransport(smtpUrl, { from: sender() });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}
