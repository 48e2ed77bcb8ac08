import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import type { FormView } from "@/lib/domain/form-view";
import { done } from "@/lib/domain/result";
import type { Draft } from "@/lib/features/drafts/find-draft";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { findCarried } from "@/lib/features/quick-log/long-form";
import { loadConsultation, valuesOf } from "./consultation-content";
import { findFormChoices } from "./form-choices";

/** What somebody typed into the long form under that key; null for what is saved meanwhile, word for word. */
export function unsavedLongForm(tx: Tx, member: Member, form: string): Promise<Draft | null> {
  return findNewDraft(tx, member, form, async (id) => {
    const saved = await loadConsultation(tx, member, id);
    if (!saved) return null;
    const promise = await tx.followUp.findFirst({
      where: { workspaceId: member.workspace.id, consultationId: id, basis: "spoken" },
      orderBy: { createdAt: "asc" },
      select: { promisedWords: true },
    });
    return valuesOf({ ...saved.content, promise: promise?.promisedWords });
  });
}

// What was typed on one screen, then what was added here. Typed on the screen later, it stands above what stood here.
async function begunQuickly(tx: Tx, member: Member, id: string): Promise<FormView | null> {
  const form = formKeys.newConsultationOf(id);
  const draft = await unsavedLongForm(tx, member, form);
  const carried = await findCarried(tx, member, id);
  if (!draft && !carried) return null;
  const later = draft && carried && carried.updatedAt > draft.updatedAt;
  return formView({
    form,
    fresh: { id: [id], sessions: ["1"], ...carried?.values },
    draft: later ? { ...draft, values: { ...draft.values, ...carried.values } } : draft,
  });
}

/**
 * The form for a new consultation: empty with an id of its own, what was typed before, or what was begun on one screen
 * under `begun`, the id of the record it will be.
 */
export const openLogForm = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ begun: recordId.nullable().default(null) }),
  },
  async ({ tx, member }, { begun }) => {
    const choices = await findFormChoices(tx, member);
    const view = begun === null ? null : await begunQuickly(tx, member, begun);
    if (view) return done({ view, choices, begun });
    const form = formKeys.newConsultation;
    const fresh = { id: [randomUUID()], sessions: ["1"] };
    return done({
      view: formView({ form, fresh, draft: await unsavedLongForm(tx, member, form) }),
      choices,
      begun: null,
    });
  },
);
