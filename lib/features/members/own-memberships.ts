import "server-only";
import { systemClient } from "@/lib/db/clients";
import type { Role } from "@/lib/domain/permissions";

/** An organisation somebody belongs to. `isOnlyOwner`: they cannot go before somebody else is an owner. */
export type OwnMembership = { slug: string; name: string; role: Role; isOnlyOwner: boolean };

/** The name a person gave; null for none. */
export async function findOwnName(userId: string): Promise<string | null> {
  const person = await systemClient().user.findUnique({ where: { id: userId }, select: { name: true } });
  return person?.name ?? null;
}

/** The organisations a person belongs to, by name. */
export async function findOwnMemberships(userId: string): Promise<OwnMembership[]> {
  const rows = await systemClient().membership.findMany({
    where: { userId, workspace: { state: { in: ["active", "suspended", "closing"] } } },
    select: {
      role: true,
      workspace: {
        select: {
          slug: true,
          name: true,
          memberships: {
            where: { role: "owner", userId: { not: userId } },
            select: { userId: true },
            take: 1,
          },
        },
      },
    },
    orderBy: { workspace: { name: "asc" } },
  });
  return rows.map(({ role, workspace: { slug, name, memberships } }) => ({
    slug,
    name,
    role,
    isOnlyOwner: role === "owner" && memberships.length === 0,
  }));
}
