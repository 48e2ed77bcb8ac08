import "server-only";
import type { AuditEvent } from "@/lib/domain/audit";
import type { Tx } from "./doors";

/**
 * Writes what the platform did to an organisation into that organisation's own audit trail, which the platform cannot
 * read. The database refuses every event whose kind does not start with `platform.`.
 */
export async function tellWorkspace(
  tx: Tx,
  workspaceId: string,
  actorId: string | null,
  event: AuditEvent,
): Promise<void> {
  await tx.$executeRaw`
    SELECT tell_workspace(${workspaceId}::uuid, ${actorId}::uuid, ${event.kind}, ${event.subjectId}::uuid, ${JSON.stringify(event.detail)}::jsonb)`;
}
