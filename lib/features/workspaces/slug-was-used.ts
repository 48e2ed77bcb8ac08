import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/doors";

/** What an erased workspace leaves of its slug. */
export function slugHash(slug: string): string {
  return createHash("sha256").update(slug).digest("hex");
}

/**
 * Whether a slug is taken (`already_used`), or belonged to a workspace that was erased (`used_before`): old links must
 * not lead to somebody else. Null when it is free.
 */
export async function slugWasUsed(tx: Tx, slug: string): Promise<"already_used" | "used_before" | null> {
  if (await tx.workspace.findUnique({ where: { slug }, select: { id: true } })) return "already_used";
  const grave = await tx.workspaceTombstone.findUnique({
    where: { slugHash: slugHash(slug) },
    select: { id: true },
  });
  return grave ? "used_before" : null;
}
