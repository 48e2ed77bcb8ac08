import "server-only";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { draftPayload } from "@/lib/domain/draft";
import { recordId } from "@/lib/domain/fields";
import type { TypedValues } from "@/lib/domain/form-view";
import { longFormValues } from "@/lib/domain/quick-log";
import { valuesOf } from "@/lib/features/consultations/consultation-content";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { sayTheSame } from "@/lib/features/drafts/form-view";
import { QUICK_LOG_KEYS } from "./form-key";
import { sameTopics } from "./same-topics";

// One screen and the long form that goes on with it are drafts of the same record-to-be: both carry its id.

function quickDrafts(member: Member, id: string) {
  return {
    workspaceId: member.workspace.id,
    userId: member.userId,
    form: { startsWith: QUICK_LOG_KEYS },
    payload: { path: ["values", "id"], equals: [id] },
  };
}

/** What this person typed on one screen under that id, as the long form's fields, and when; null when there is nothing. */
export async function findCarried(
  tx: Tx,
  member: Member,
  id: string,
): Promise<{ values: TypedValues; updatedAt: Date } | null> {
  const row = await tx.draft.findFirst({ where: quickDrafts(member, id), orderBy: { updatedAt: "desc" } });
  const typed = draftPayload.safeParse(row?.payload);
  if (!row || !typed.success) return null;
  const values = longFormValues(typed.data.values);
  const topics = await sameTopics(tx, member, {
    like: recordId.safeParse(typed.data.values.like?.[0]).data ?? null,
    title: values.title?.[0] ?? "",
    publicBody: values.publicBody?.[0] ?? "",
  });
  return { values: topics.length > 0 ? { ...values, topics } : values, updatedAt: row.updatedAt };
}

/** The record is saved from the long form: the screen it was begun on is over. */
export async function forgetQuickLog(tx: Tx, member: Member, id: string): Promise<void> {
  await tx.draft.deleteMany({ where: quickDrafts(member, id) });
}

/** The record is saved from one screen: the long form that was opened from it is over, unless it says more. */
export async function forgetLongForm(tx: Tx, member: Member, id: string, saved: object): Promise<void> {
  const form = formKeys.newConsultationOf(id);
  const draft = await findDraft(tx, member, form);
  if (!draft || !sayTheSame(draft.values, valuesOf(saved))) return;
  await tx.draft.deleteMany({ where: { workspaceId: member.workspace.id, userId: member.userId, form } });
}
