import "server-only";
import type { Member } from "@/lib/access/use-case";
import { toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { PlainDate } from "@/lib/domain/plain-date";
import { SUBSTANTIVE } from "@/lib/domain/taxonomy";

/**
 * Writes down when our people were told about an answer, or takes that back (null). The words of the answer stay as
 * they are, so its version does too. Null when there is no such answer here.
 */
export async function setTold(
  tx: Tx,
  member: Member,
  id: string,
  toldOn: PlainDate | null,
): Promise<{ consultationId: string; changed: boolean } | null> {
  const workspaceId = member.workspace.id;
  const row = await tx.bodyResponse.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { consultationId: true, kind: true },
  });
  if (!row || !SUBSTANTIVE.some((kind) => kind === row.kind)) return null;
  const { count } = await tx.bodyResponse.updateMany({
    where: { workspaceId, id, toldPeopleOn: toldOn === null ? { not: null } : null },
    data: { toldPeopleOn: toDb(toldOn) },
  });
  return { consultationId: row.consultationId, changed: count > 0 };
}
