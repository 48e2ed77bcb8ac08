import "server-only";
import type { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { newExtension } from "@/lib/domain/follow-up";
import { contentVersion } from "@/lib/features/drafts/content-version";

export type ExtensionContent = Omit<z.output<typeof newExtension>, "id" | "consultationId">;

/** An extension as its form knows it; null when this workspace has none of that id. Its version is what it says. */
export async function loadExtension(tx: Tx, member: Member, id: string) {
  const row = await tx.extension.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
  });
  if (!row) return null;
  const { consultationId, createdBy, reason, agreedBy } = row;
  const content: ExtensionContent = {
    newDueOn: fromDb(row.newDueOn),
    agreedOn: fromDb(row.agreedOn),
    reason,
    agreedBy,
  };
  const saved = row.updatedAt
    ? { by: row.updatedBy, at: row.updatedAt }
    : { by: createdBy, at: row.createdAt };
  return { id, version: contentVersion(content), consultationId, createdBy, saved, content };
}

export function extensionColumns({ newDueOn, agreedOn, reason, agreedBy }: ExtensionContent) {
  return { newDueOn: toDb(newDueOn), agreedOn: toDb(agreedOn), reason, agreedBy };
}
