import "server-only";
import type { Tx } from "@/lib/db/doors";
import { queueMail } from "@/lib/db/mail-queue";
import type { LifeMailKind } from "@/lib/domain/life-mails";
import type { MailRequest } from "@/lib/domain/mail";

type Telling = Extract<MailRequest, { kind: "owner_added" | "old_records" | LifeMailKind }>;

/**
 * Queues a mail to every owner of a workspace, each in their own language, but for those in `except`.
 * In the tenant's or the system's transaction.
 */
export async function mailOwners(
  tx: Tx,
  workspaceId: string,
  mail: Pick<Telling, "kind" | "params">,
  except: readonly string[] = [],
): Promise<void> {
  const owners = await tx.membership.findMany({
    where: { workspaceId, role: "owner", userId: { notIn: [...except] } },
    select: { user: { select: { email: true, locale: true } }, workspace: { select: { locale: true } } },
  });
  for (const { user, workspace } of owners) {
    const sent = { ...mail, to: user.email, locale: user.locale ?? workspace.locale } as Telling;
    await queueMail(tx, sent, workspaceId);
  }
}
