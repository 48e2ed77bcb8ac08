import "server-only";
import type { MailRequest } from "@/lib/domain/mail";
import type { Tx } from "./doors";

/**
 * Puts a mail in line, in the transaction of the change that causes it.
 * @param about the workspace it is about, where the transaction is not inside of one
 */
export async function queueMail(tx: Tx, mail: MailRequest, about: string | null = null): Promise<void> {
  await tx.$executeRaw`
    SELECT queue_mail(${mail.kind}, ${mail.to}, ${mail.locale}, ${JSON.stringify(mail.params)}::jsonb, ${about}::uuid)`;
}
