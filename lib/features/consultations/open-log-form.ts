import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { done, failed } from "@/lib/domain/result";
import { findNewDraft } from "@/lib/features/drafts/find-new-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { loadConsultation, valuesOf } from "./consultation-content";
import { findFormChoices } from "./form-choices";

/** The form for a new consultation: empty with an id of its own, or what was typed before. */
export const openLogForm = defineUseCase(
  { permission: "record:write", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    if (member.workspace.state !== "active") return failed("not_found");
    const form = formKeys.newConsultation;
    const draft = await findNewDraft(tx, member, form, async (id) => {
      const saved = await loadConsultation(tx, member, id);
      return saved && valuesOf(saved.content);
    });
    const fresh = { id: [randomUUID()], sessions: ["1"] };
    return done({ view: formView({ form, fresh, draft }), choices: await findFormChoices(tx, member) });
  },
);
