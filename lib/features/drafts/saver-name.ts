import "server-only";
import type { Tx } from "@/lib/db/doors";

/** The name of whoever saved a record; null when they are no longer a member. */
export async function saverName(tx: Tx, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, email: true } });
  return user ? (user.name ?? user.email) : null;
}
