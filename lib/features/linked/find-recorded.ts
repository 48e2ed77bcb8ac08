import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { type Link, waysToWrite } from "@/lib/domain/linked/link";

/** The consultation of this workspace that came from that page already, however its address was written; null for none. */
export function findRecorded(
  tx: Tx,
  member: Member,
  link: Link,
): Promise<{ id: string; title: string } | null> {
  return tx.consultation.findFirst({
    where: {
      workspaceId: member.workspace.id,
      sourceUrl: { in: [...new Set([link.page, ...waysToWrite(link)])] },
    },
    select: { id: true, title: true },
    orderBy: { createdAt: "asc" },
  });
}
