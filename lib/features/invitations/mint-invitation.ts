import "server-only";
import { randomBytes } from "node:crypto";
import { hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";
import { INVITATION_DAYS } from "@/lib/domain/members";
import { settings } from "@/lib/env";

/** The page that an invitation's link opens. */
export function invitationAddress(token: string): string {
  return `${settings().appUrl}/invitation/${token}`;
}

/**
 * Makes the link of an invitation, at the moment its mail is written: 256 random bits, of which only the hash is kept.
 * The link of an earlier mail stops working. Null when the invitation is no longer there.
 */
export async function mintInvitation(
  workspaceId: string,
  invitationId: string,
  now: Date,
): Promise<{ link: string; organisation: string; days: number } | null> {
  const token = randomBytes(32).toString("base64url");
  const key = { workspaceId, id: invitationId };
  const made = await systemClient().invitation.updateManyAndReturn({
    where: { ...key, workspace: { state: { in: ["invited", "active"] } } },
    data: {
      tokenHash: hashToken(token),
      sentAt: now,
      undeliveredAt: null,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
    },
    select: { workspace: { select: { name: true } } },
  });
  const [invitation] = made;
  if (!invitation) return null;
  return {
    link: invitationAddress(token),
    organisation: invitation.workspace.name,
    days: INVITATION_DAYS,
  };
}
