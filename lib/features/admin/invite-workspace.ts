import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import { queueMail } from "@/lib/db/mail-queue";
import { emailAddress } from "@/lib/domain/members";
import { done, refused } from "@/lib/domain/result";
import { workspaceName, workspaceSlug } from "@/lib/domain/workspace-slug";
import { slugWasUsed } from "@/lib/features/workspaces/slug-was-used";
import { LOCALES } from "@/lib/i18n/locales";

/**
 * Opens a workspace for an organisation and invites its first owner, in the language they read. It stays `invited`,
 * and closed to everybody, until they accept. Errors on `slug`: `not_a_slug`, `already_used`, `used_before`.
 */
export const inviteWorkspace = defineAdminUseCase(
  {
    audit: ["workspace.invited"],
    schema: z.strictObject({
      name: workspaceName,
      slug: workspaceSlug,
      ownerEmail: emailAddress,
      locale: z.enum(LOCALES, "unknown_choice"),
    }),
    confirm: "none",
  },
  async ({ tx, admin, now, record }, { name, slug, ownerEmail, locale }) => {
    const used = await slugWasUsed(tx, slug);
    if (used) return refused("slug", used);
    const { id: workspaceId } = await tx.workspace.create({
      data: { slug, name, locale, state: "invited" },
      select: { id: true },
    });
    const invitationId = randomUUID();
    await tx.invitation.create({
      data: {
        workspaceId,
        id: invitationId,
        email: ownerEmail,
        role: "owner",
        locale,
        invitedBy: admin.userId,
        createdAt: now,
      },
    });
    await queueMail(
      tx,
      { kind: "invitation", to: ownerEmail, locale, params: { workspaceId, invitationId } },
      workspaceId,
    );
    await record({ kind: "workspace.invited", workspaceId, detail: {} });
    return done({ slug });
  },
);
