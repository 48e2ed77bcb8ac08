import "server-only";
import type { Member } from "@/lib/access/use-case";
import { fromDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import { explanationOf } from "./explanation";

/** What the forms about a consultation say of it. */
export async function findSubject(tx: Tx, member: Member, id: string) {
  const row = await tx.consultation.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
    include: { publicBody: { select: { name: true } } },
  });
  if (!row) return null;
  return {
    id,
    title: row.title,
    publicBody: row.publicBody.name,
    answerDueOn: fromDb(row.answerDueOn),
    answerDueSource: row.answerDueSource,
    cancelledOn: fromDb(row.cancelledOn),
    explanation: explanationOf(row),
    updatedBy: row.updatedBy,
    updatedAt: row.updatedAt,
  };
}
