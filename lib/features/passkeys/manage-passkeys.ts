import "server-only";
import { systemClient } from "@/lib/db/clients";
import { fromDb } from "@/lib/db/dates";
import type { PlainDate } from "@/lib/domain/plain-date";

/** A key as its owner sees it. */
export type PasskeyRow = { id: string; name: string; addedOn: PlainDate; usedOn: PlainDate | null };

/** A person's own keys, the newest first. */
export async function findPasskeys(userId: string): Promise<PasskeyRow[]> {
  const keys = await systemClient().passkey.findMany({ where: { userId }, orderBy: { createdAt: "desc" } });
  return keys.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    addedOn: fromDb(createdAt),
    usedOn: fromDb(lastUsedAt),
  }));
}

/** Forgets a key of this person; somebody else's stays. Answers whether there was one. */
export async function removePasskey(userId: string, id: string): Promise<boolean> {
  return (await systemClient().passkey.deleteMany({ where: { id, userId } })).count === 1;
}
