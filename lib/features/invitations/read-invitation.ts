import "server-only";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import type { Role } from "@/lib/domain/permissions";

/** What whoever holds an invitation's link may read of it. */
export type Invitation = {
  organisation: string;
  role: Role;
  email: string;
  /** Who invited them; null when that member is gone. */
  inviter: string | null;
  /** Whether the address belongs to somebody who has a name already. */
  hasName: boolean;
};

/** The shape of a link's token: 32 bytes. */
const TOKEN = /^[\w-]{43}$/;

/** The invitation of a link, which this does not use up. Null for one that is unknown, used, withdrawn or too old. */
export async function readInvitation(token: string, now: Date): Promise<Invitation | null> {
  if (!TOKEN.test(token)) return null;
  const found = await systemClient().invitation.findUnique({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { gt: now },
      workspace: { state: { in: ["invited", "active"] } },
    },
    select: {
      email: true,
      role: true,
      invitedBy: true,
      workspaceId: true,
      workspace: { select: { name: true } },
    },
  });
  if (!found) return null;
  const inviter =
    found.invitedBy &&
    (await systemClient().membership.findUnique({
      where: { workspaceId_userId: { workspaceId: found.workspaceId, userId: found.invitedBy } },
      select: { user: { select: { name: true, email: true } } },
    }));
  const person = await systemClient().user.findUnique({
    where: { email: found.email },
    select: { name: true },
  });
  return {
    organisation: found.workspace.name,
    role: found.role,
    email: found.email,
    inviter: inviter ? (inviter.user.name ?? inviter.user.email) : null,
    hasName: Boolean(person?.name),
  };
}
