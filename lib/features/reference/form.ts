import "server-only";
import type { Admin } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import type { FormView, TypedValues } from "@/lib/domain/form-view";
import { findPersonDraft } from "@/lib/features/drafts/find-person-draft";
import { formView } from "@/lib/features/drafts/form-view";

/** The names of the drafts of these forms: one per admin and entry. */
export const referenceForms = {
  newBody: "directory:new",
  body: (id: string) => `directory:${id}`,
  merge: (id: string) => `directory-merge:${id}`,
  end: (id: string) => `directory-end:${id}`,
  newRate: "rate:new",
  rate: (id: string) => `rate:${id}`,
  newTopic: "topic:new",
  topic: (key: string) => `topic:${key}`,
} as const;

type Saved = { version: number; updatedAt: Date; updatedBy: string | null };

/**
 * What a form of the reference data shows: the entry, or what this admin typed and could not save, with the version
 * that another admin saved meanwhile.
 */
export async function referenceView(
  tx: Tx,
  admin: Admin,
  form: string,
  fresh: TypedValues,
  saved?: Saved,
): Promise<FormView> {
  const by = saved?.updatedBy
    ? await tx.user.findUnique({ where: { id: saved.updatedBy }, select: { name: true, email: true } })
    : null;
  const view = formView({
    form,
    fresh,
    draft: await findPersonDraft(tx, admin.userId, form),
    ...(saved && { saved: { version: saved.version, by: by && (by.name ?? by.email), at: saved.updatedAt } }),
  });
  return view.other ? { ...view, errors: [{ field: "", code: "conflict" }, ...view.errors] } : view;
}
