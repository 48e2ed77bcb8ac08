import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { oneOfThem } from "@/lib/domain/members";
import { done, failed } from "@/lib/domain/result";

/** Takes an invitation back: its link opens nothing any more. `conflict` when it was accepted or withdrawn meanwhile. */
export const withdrawInvitation = defineUseCase(
  { permission: "members:manage", audit: ["invitation.withdrawn"], schema: oneOfThem },
  async ({ tx, member, record }, { id }) => {
    const key = { workspaceId: member.workspace.id, id };
    const found = await tx.invitation.findUnique({ where: { workspaceId_id: key }, select: { role: true } });
    const gone = await tx.invitation.deleteMany({ where: key });
    if (!found || gone.count === 0) return failed("conflict");
    await record({ kind: "invitation.withdrawn", subjectId: id, detail: { role: found.role } });
    return done({ id });
  },
);
