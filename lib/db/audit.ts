import "server-only";
import type { AuditEvent } from "@/lib/domain/audit";
import type { Entered, Tx } from "./doors";

/** Writes an event of the audit trail in the transaction of the change it tells of. */
export async function writeAudit(tx: Tx, who: Entered, event: AuditEvent): Promise<void> {
  await tx.auditEvent.create({
    data: {
      workspaceId: who.workspace.id,
      actorId: who.userId,
      kind: event.kind,
      subjectId: event.subjectId,
      detail: event.detail,
    },
  });
}
