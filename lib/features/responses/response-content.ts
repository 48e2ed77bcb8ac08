import "server-only";
import type { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import { fromDb, toDb } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/doors";
import type { newResponse } from "@/lib/domain/follow-up";

export type ResponseContent = Omit<z.output<typeof newResponse>, "id" | "consultationId">;

/** An answer as its form knows it; null when this workspace has none of that id. */
export async function loadResponse(tx: Tx, member: Member, id: string) {
  const row = await tx.bodyResponse.findUnique({
    where: { workspaceId_id: { workspaceId: member.workspace.id, id } },
  });
  if (!row) return null;
  const { version, consultationId, createdBy, updatedBy, updatedAt } = row;
  const content: ResponseContent = {
    kind: row.kind,
    receivedOn: fromDb(row.receivedOn),
    summary: row.summary,
    sourceUrl: row.sourceUrl,
  };
  return { id, version, consultationId, createdBy, updatedBy, updatedAt, content };
}

export function responseColumns({ kind, receivedOn, summary, sourceUrl }: ResponseContent) {
  return { kind, receivedOn: toDb(receivedOn), summary, sourceUrl };
}
