import "server-only";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { type InvitationRow, invitationState, type MemberRow, MOST_MAILS } from "@/lib/domain/members";
import { todayIn } from "@/lib/domain/plain-date";
import { done } from "@/lib/domain/result";

async function members(tx: Tx, member: Member): Promise<MemberRow[]> {
  const { id: workspaceId, timeZone } = member.workspace;
  const rows = await tx.membership.findMany({
    where: { workspaceId },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(({ role, createdAt, user }) => ({
    ...user,
    role,
    since: todayIn(timeZone, createdAt),
    isYou: user.id === member.userId,
  }));
}

async function invitations(tx: Tx, { workspace }: Member, now: Date): Promise<InvitationRow[]> {
  const rows = await tx.invitation.findMany({
    where: { workspaceId: workspace.id },
    select: {
      id: true,
      email: true,
      role: true,
      mails: true,
      sentAt: true,
      expiresAt: true,
      undeliveredAt: true,
    },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ mails, sentAt, expiresAt, undeliveredAt, ...invitation }) => ({
    ...invitation,
    state: invitationState({ expiresAt, undeliveredAt }, now),
    sentOn: sentAt && todayIn(workspace.timeZone, sentAt),
    untilOn: expiresAt && todayIn(workspace.timeZone, expiresAt),
    // One that is not written yet has nothing to be sent again.
    mayBeSentAgain: sentAt !== null && mails < MOST_MAILS,
  }));
}

/** Who belongs to the organisation, and who was asked to. For owners. */
export const findMembers = defineUseCase(
  { permission: "members:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member, now }) =>
    done({ members: await members(tx, member), invitations: await invitations(tx, member, now) }),
);
