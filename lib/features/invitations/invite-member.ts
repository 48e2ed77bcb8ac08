import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { queueMail } from "@/lib/db/mail-queue";
import { choice, recordId } from "@/lib/domain/fields";
import { emailAddress, language, MOST_INVITATIONS } from "@/lib/domain/members";
import { ROLES } from "@/lib/domain/permissions";
import { done, refused } from "@/lib/domain/result";
import { isUniqueViolation } from "@/lib/features/consultations/unique-violation";
import { LOCALES } from "@/lib/i18n/locales";

const DAY_MS = 86_400_000;

/**
 * Invites somebody by e-mail. Nobody becomes a person here by being invited, only by accepting.
 * Errors on `email`: `already_member`, `already_invited`, `too_many_invitations` (open at once, or in a day).
 */
export const inviteMember = defineUseCase(
  {
    permission: "members:manage",
    audit: ["member.invited"],
    schema: z.strictObject({
      id: recordId,
      email: emailAddress,
      role: choice(ROLES),
      locale: language(LOCALES),
    }),
  },
  async ({ tx, member, now, record, nothingChanged }, { id, email, role, locale }) => {
    const workspaceId = member.workspace.id;
    // The same form sent twice.
    const same = await tx.invitation.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { email: true },
    });
    if (same?.email === email) {
      nothingChanged();
      return done({ id });
    }
    // Row security shows this organisation's people alone.
    if (await tx.user.findFirst({ where: { email }, select: { id: true } }))
      return refused("email", "already_member");
    if (await tx.invitation.count({ where: { workspaceId, email } }))
      return refused("email", "already_invited");
    const open = await tx.invitation.count({ where: { workspaceId } });
    const today = await tx.auditEvent.count({
      where: { workspaceId, kind: "member.invited", at: { gt: new Date(now.getTime() - DAY_MS) } },
    });
    if (open >= MOST_INVITATIONS || today >= MOST_INVITATIONS)
      return refused("email", "too_many_invitations");
    try {
      await tx.invitation.create({
        data: { workspaceId, id, email, role, locale, invitedBy: member.userId, createdAt: now },
        select: { id: true },
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refused("email", "already_invited");
      throw error;
    }
    await queueMail(tx, { kind: "invitation", to: email, locale, params: { workspaceId, invitationId: id } });
    await record({ kind: "member.invited", subjectId: id, detail: { role } });
    return done({ id });
  },
);
