import "server-only";
import { recordId } from "@/lib/domain/fields";
import { FORM_FIELD, keepTyped } from "@/lib/features/drafts/keep-typed";
import { quickLogKey } from "./form-key";

/**
 * Keeps what was typed on one screen, finished or not, and says where in the workspace it goes on: the long form filled
 * in with it. Nothing of the record changes. null when it could not be kept: see `keepTyped`.
 */
export async function keepForLongForm(slug: string, typed: FormData): Promise<string | null> {
  const id = recordId.safeParse(typed.get("id"));
  if (!id.success) return null;
  typed.set(FORM_FIELD, quickLogKey(recordId.safeParse(typed.get("like")).data ?? null));
  return (await keepTyped(slug, typed)) ? `/consultations/new?begun=${id.data}` : null;
}
