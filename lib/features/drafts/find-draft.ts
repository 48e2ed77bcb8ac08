import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { draftPayload } from "@/lib/domain/draft";
import type { FieldError } from "@/lib/domain/result";

export type Draft = {
  /** Every field as typed. */
  values: Record<string, string[]>;
  /** Why it could not be saved; empty for a draft that was only kept. */
  errors: FieldError[];
  /** "invalid", "conflict", "read_only", or null for a draft that was only kept. */
  code: string | null;
  updatedAt: Date;
};

/** What this person typed into this form and has not saved; null when nothing is kept. */
export async function findDraft(tx: Tx, member: Member, form: string): Promise<Draft | null> {
  const row = await tx.draft.findUnique({
    where: { workspaceId_userId_form: { workspaceId: member.workspace.id, userId: member.userId, form } },
  });
  const parsed = draftPayload.safeParse(row?.payload);
  if (!row || !parsed.success) return null;
  // What could not be saved because nothing could be changed, can be saved now.
  const over = parsed.data.code === "read_only" && member.workspace.state === "active";
  return { ...parsed.data, ...(over && { errors: [], code: null }), updatedAt: row.updatedAt };
}
