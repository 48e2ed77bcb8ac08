import "server-only";
import { AFTERLIFE_SECONDS, sessionHash } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";

export type SignedIn = { name: string; workspaces: { slug: string; name: string }[] };

/** Who is signed in and the workspaces they belong to; null for a stranger. For pages outside of any workspace. */
export async function whoIsHere(): Promise<SignedIn | null> {
  const hash = await sessionHash();
  if (!hash) return null;
  const session = await systemClient().session.findUnique({
    where: { sessionToken: hash, expires: { gt: new Date(Date.now() + AFTERLIFE_SECONDS * 1000) } },
    select: {
      user: {
        select: {
          name: true,
          email: true,
          memberships: {
            where: { workspace: { state: { in: ["active", "suspended", "closing"] } } },
            select: { workspace: { select: { slug: true, name: true } } },
            orderBy: { workspace: { name: "asc" } },
          },
        },
      },
    },
  });
  if (!session) return null;
  const { user } = session;
  return { name: user.name ?? user.email, workspaces: user.memberships.map((membership) => membership.workspace) };
}
