import "server-only";
import { z } from "zod";
import { defineAdminUseCase } from "@/lib/access/admin";
import type { Tx } from "@/lib/db/doors";
import type { AdminFormView, TypedValues } from "@/lib/domain/form-view";
import { done, failed } from "@/lib/domain/result";
import { LIFE_STEPS } from "@/lib/domain/workspace-life";
import { workspaceSlug } from "@/lib/domain/workspace-slug";
import { findPersonDraft } from "@/lib/features/drafts/find-person-draft";
import { LOCALES } from "@/lib/i18n/locales";
import { readPresent } from "./get-workspace";
import { newWorkspaceForm, stepForm } from "./workspace-form-keys";

const DAY_MS = 86_400_000;

/** What an admin typed and could not save, within the last day: later it is another occasion. */
async function readView(
  tx: Tx,
  userId: string,
  form: string,
  fresh: TypedValues,
  now: Date,
): Promise<AdminFormView> {
  const draft = await findPersonDraft(tx, userId, form);
  if (!draft || now.getTime() - draft.updatedAt.getTime() > DAY_MS) return { values: fresh, errors: [] };
  return { values: draft.values, errors: draft.errors };
}

/** The form that opens a workspace, with what this admin typed and could not save. */
export const openNewWorkspaceForm = defineAdminUseCase(
  { audit: "none", schema: z.strictObject({}), confirm: "none" },
  async ({ tx, admin, now }) =>
    done({ view: await readView(tx, admin.userId, newWorkspaceForm, { locale: [LOCALES[0]] }, now) }),
);

/** The page of one step: what it does, and the field that confirms it. `fits`: whether it can be taken now. */
export const openStepForm = defineAdminUseCase(
  {
    audit: "none",
    schema: z.strictObject({ slug: workspaceSlug, step: z.enum(LIFE_STEPS) }),
    confirm: "none",
  },
  async ({ tx, admin, now }, { slug, step }) => {
    const workspace = await readPresent(tx, slug, now);
    if (!workspace) return failed("not_found");
    const view = await readView(tx, admin.userId, stepForm(slug, step), {}, now);
    const { name, state, steps } = workspace;
    return done({ slug, name, state, step, fits: steps.includes(step), view });
  },
);
