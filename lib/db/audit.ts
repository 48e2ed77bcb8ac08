import "server-only";
import type { AuditEvent } from "@/lib/domain/audit";
import { timeOrderedId } from "@/lib/domain/time-ordered-id";
import type { Entered, SqlTx } from "./doors";
import { type Sql, sql } from "./sql";

/** An event as a statement, or as a part of the one that makes the change: `FROM` may follow. `id`: the event's own. */
export type AuditInsert = { id: string; insert: Sql };

export function auditInsert(who: Entered, { kind, subjectId, detail }: AuditEvent): AuditInsert {
  const id = timeOrderedId();
  const insert = sql`
    INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
    SELECT ${who.workspace.id}::uuid, ${id}::uuid, ${who.userId}::uuid, ${kind}, ${subjectId}::uuid, ${JSON.stringify(detail)}::jsonb`;
  return { id, insert };
}

/** Writes an event of the audit trail in the transaction of the change it tells of. */
export async function writeAudit(tx: SqlTx, who: Entered, event: AuditEvent): Promise<void> {
  await tx.$executeRaw(auditInsert(who, event).insert);
}
