import "server-only";
import type { Tx } from "@/lib/db/doors";
import { draftPayload } from "@/lib/domain/draft";
import type { Draft } from "./find-draft";

/** What this person typed into a form outside of any workspace and has not saved; null when nothing is kept. */
export async function findPersonDraft(tx: Tx, userId: string, form: string): Promise<Draft | null> {
  const row = await tx.personDraft.findUnique({ where: { userId_form: { userId, form } } });
  const parsed = draftPayload.safeParse(row?.payload);
  return row && parsed.success ? { ...parsed.data, updatedAt: row.updatedAt } : null;
}
