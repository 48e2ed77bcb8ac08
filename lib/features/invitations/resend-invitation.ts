import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { queueMail } from "@/lib/db/mail-queue";
import { MOST_MAILS, oneOfThem } from "@/lib/domain/members";
import { done, failed } from "@/lib/domain/result";

/**
 * Sends an invitation again, with a new link that works as long as the first did. `conflict` when it was accepted or
 * withdrawn meanwhile, or was mailed often enough.
 */
export const resendInvitation = defineUseCase(
  { permission: "members:manage", audit: ["invitation.sent_again"], schema: oneOfThem },
  async ({ tx, member, record }, { id }) => {
    const workspaceId = member.workspace.id;
    const [again] = await tx.invitation.updateManyAndReturn({
      where: { workspaceId, id, sentAt: { not: null }, mails: { lt: MOST_MAILS } },
      data: { mails: { increment: 1 } },
      select: { email: true, locale: true, role: true },
    });
    if (!again) return failed("conflict");
    const { email, locale, role } = again;
    await queueMail(tx, { kind: "invitation", to: email, locale, params: { workspaceId, invitationId: id } });
    await record({ kind: "invitation.sent_again", subjectId: id, detail: { role } });
    return done({ id });
  },
);
