import "server-only";
import { z } from "zod";
import type { Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { type Draft, findDraft } from "./find-draft";
import { sayTheSame } from "./form-view";

const typedId = z.uuid();

/**
 * The draft of a form for a new record. One that says what was saved meanwhile, under the id it carries, is over:
 * keeping what is typed and saving it may cross on their way.
 * @param savedValues the fields of the record of that id, when there is one
 */
export async function findNewDraft(
  tx: Tx,
  member: Member,
  form: string,
  savedValues: (id: string) => Promise<Draft["values"] | null>,
): Promise<Draft | null> {
  const draft = await findDraft(tx, member, form);
  const id = typedId.safeParse(draft?.values.id?.[0]);
  if (!draft || !id.success) return null;
  const saved = await savedValues(id.data);
  return saved && sayTheSame(saved, draft.values) ? null : draft;
}
