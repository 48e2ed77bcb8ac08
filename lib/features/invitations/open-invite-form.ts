import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { offeredLocale } from "@/lib/features/language/choose-language";

/** The form that invites somebody. Its mail is in the inviting owner's own language unless they choose another. */
export const openInviteForm = defineUseCase(
  { permission: "members:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    const workspaceId = member.workspace.id;
    const { locale } = await tx.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { locale: true },
    });
    const form = formKeys.newInvitation;
    const draft = await findNewDraft(tx, member, form, async (id) => {
      const saved = await tx.invitation.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { email: true, role: true, locale: true },
      });
      return saved && { email: [saved.email], role: [saved.role], locale: [saved.locale] };
    });
    const spoken = offeredLocale(member.userLocale) ?? offeredLocale(locale) ?? "en";
    return done({
      view: formView({
        form,
        fresh: { id: [randomUUID()], role: ["editor"], locale: [spoken] },
        draft,
      }),
    });
  },
);
