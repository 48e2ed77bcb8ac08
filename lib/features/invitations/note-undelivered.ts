import "server-only";
import { systemClient } from "@/lib/db/clients";
import { MAIL_PARAMS } from "@/lib/domain/mail";

/** The address of an invitation does not take its mail: whoever sees the invitation is told so. */
export async function noteUndelivered(params: unknown, now: Date): Promise<void> {
  const { workspaceId, invitationId } = MAIL_PARAMS.invitation.parse(params);
  await systemClient().invitation.updateMany({
    where: { workspaceId, id: invitationId },
    data: { undeliveredAt: now },
  });
}
