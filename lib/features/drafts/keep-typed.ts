import "server-only";
import { readForm, type TypedValues } from "@/lib/access/form-data";
import { sessionHash } from "@/lib/access/session";
import { keepDraft } from "@/lib/db/doors";
import { DRAFT_LIMIT, type DraftPayload } from "@/lib/domain/draft";
import { isFormKey } from "./form-keys";

/** The hidden field that names the form, for keeping what is typed as it is typed. */
export const FORM_FIELD = "_form";

/**
 * Keeps a form's fields as this person's draft. Answers whether it was kept: not for strangers, not for viewers,
 * not for more than DRAFT_LIMIT. The door in the database recognises the person, also up to a week after the session.
 */
export async function keepTyped(slug: string, formData: FormData): Promise<boolean> {
  const { [FORM_FIELD]: form, _workspace, ...values }: TypedValues = readForm(formData);
  const key = form?.[0] ?? "";
  const hash = await sessionHash();
  if (!hash || !isFormKey(key)) return false;
  const payload: DraftPayload = { values, errors: [], code: null };
  if (JSON.stringify(payload).length > DRAFT_LIMIT) return false;
  return keepDraft(hash, slug, key, payload);
}
