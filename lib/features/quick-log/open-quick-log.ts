import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formSchema, toInput } from "@/lib/access/form-data";
import { defineUseCase, type Member } from "@/lib/access/use-case";
import type { Tx } from "@/lib/db/doors";
import { recordId } from "@/lib/domain/fields";
import { addDays } from "@/lib/domain/plain-date";
import { dayValues, OTHER, quickLog, repeatedValues } from "@/lib/domain/quick-log";
import { done } from "@/lib/domain/result";
import { loadConsultation } from "@/lib/features/consultations/consultation-content";
import { unsavedLongForm } from "@/lib/features/consultations/open-log-form";
import { type Draft, findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { findAskers, findRepeats } from "./find-repeats";
import { QUICK_LOG_KEYS, quickLogKey } from "./form-key";
import { saysTheSame } from "./logged-before";

const MOST_ASKERS = 200;
const MOST_REPEATS = 5;

// Keeping what is typed and saving it may cross on their way: a draft that says what was saved is over.
async function unsavedDraft(tx: Tx, member: Member, form: string): Promise<Draft | null> {
  const draft = await findDraft(tx, member, form);
  const id = recordId.safeParse(draft?.values.id?.[0]);
  if (!draft || !id.success) return null;
  const saved = await loadConsultation(tx, member, id.data);
  const read = saved && formSchema(quickLog).safeParse(toInput(draft.values));
  return saved && read?.success && saysTheSame(saved.content, read.data) ? null : draft;
}

/** The start of the long form's drafts that went on with what was begun on one screen. */
const LONG_FORMS = formKeys.newConsultationOf("");

// Begun as "the same as last time", or gone on with in the long form, and not saved, on a phone that died since.
async function findUnfinished(tx: Tx, member: Member, besides: string) {
  const row = await tx.draft.findFirst({
    where: {
      workspaceId: member.workspace.id,
      userId: member.userId,
      OR: [{ form: { startsWith: QUICK_LOG_KEYS, not: besides } }, { form: { startsWith: LONG_FORMS } }],
    },
    orderBy: { updatedAt: "desc" },
    select: { form: true },
  });
  if (!row) return null;
  const isLong = row.form.startsWith(LONG_FORMS);
  const draft = isLong
    ? await unsavedLongForm(tx, member, row.form)
    : await unsavedDraft(tx, member, row.form);
  if (!draft) return null;
  const id = row.form.slice(isLong ? LONG_FORMS.length : QUICK_LOG_KEYS.length);
  const title = draft.values.title?.[0] ?? "";
  if (isLong) return { path: `/consultations/new?begun=${id}`, title };
  return { path: recordId.safeParse(id).success ? `/log?like=${id}` : "/log", title };
}

/**
 * The one screen for a new consultation: empty but for today, the same as `like`, or what was typed before. With who
 * asked lately, what may be done again, and what else was begun and not saved.
 */
export const openQuickLog = defineUseCase(
  {
    permission: "record:write",
    audit: "none",
    schema: z.strictObject({ like: recordId.nullable() }),
  },
  async ({ tx, member, today }, { like }) => {
    const last = like === null ? null : await loadConsultation(tx, member, like);
    const repeated = last?.id ?? null;
    const form = quickLogKey(repeated);
    const yesterday = addDays(today, -1);
    const again = last ? repeatedValues(last.content, today) : { day: [today], kind: ["meeting"] };
    const view = formView({
      form,
      fresh: { id: [randomUUID()], ...(repeated && { like: [repeated] }), ...again },
      draft: await unsavedDraft(tx, member, form),
    });
    return done({
      view: { ...view, values: dayValues(view.values, [today, yesterday]) },
      days: { today, yesterday, other: OTHER },
      like: repeated,
      askers: await findAskers(tx, member, MOST_ASKERS),
      repeats: repeated ? [] : await findRepeats(tx, member, today, MOST_REPEATS),
      unfinished: await findUnfinished(tx, member, form),
    });
  },
);
