import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { queueMail } from "@/lib/db/mail-queue";
import { MOST_MAILS } from "@/lib/domain/members";
import { done, failed } from "@/lib/domain/result";
import { workspaceSlug } from "@/lib/domain/workspace-slug";

/** Sends the first owner's invitation again, with a new link. `conflict` when it was accepted or mailed often enough. */
export const inviteOwnerAgain = defineAdminUseCase(
  { audit: ["workspace.invited"], schema: z.strictObject({ slug: workspaceSlug }), confirm: "none" },
  async ({ tx, record }, { slug }) => {
    const workspace = await tx.workspace.findUnique({ where: { slug }, select: { id: true, state: true } });
    if (!workspace) return failed("not_found");
    const [again] = await tx.invitation.updateManyAndReturn({
      where: {
        workspaceId: workspace.id,
        workspace: { state: "invited" },
        role: "owner",
        sentAt: { not: null },
        mails: { lt: MOST_MAILS },
      },
      data: { mails: { increment: 1 } },
      select: { id: true, email: true, locale: true },
    });
    if (!again) return failed("conflict");
    await queueMail(
      tx,
      {
        kind: "invitation",
        to: again.email,
        locale: again.locale,
        params: { workspaceId: workspace.id, invitationId: again.id },
      },
      workspace.id,
    );
    await record({ kind: "workspace.invited", workspaceId: workspace.id, detail: {} });
    return done({ slug });
  },
);
