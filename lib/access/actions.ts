import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { keepDraft } from "@/lib/db/doors";
import { DRAFT_LIMIT, type DraftPayload } from "@/lib/domain/draft";
import { systemClock } from "@/lib/services/clock";
import { readForm, type TypedValues, toInput } from "./form-data";
import { signInPath } from "./pages";
import { sessionKey } from "./session";
import type { UseCase } from "./use-case";

/** Where a form lives and where it leads. Paths are inside the workspace, without its address. */
type FormRoute<T> = {
  /** Whose draft this is: one per person and form. */
  draft: (values: TypedValues) => string;
  /** The form's own page, where a failed submit lands. */
  page: (values: TypedValues) => string;
  /** Where a saved form leads. */
  goTo: (value: T, values: TypedValues) => string;
};

/** The hidden field that says which workspace a form belongs to. */
export const WORKSPACE_FIELD = "_workspace";

function first(values: TypedValues, name: string): string {
  return values[name]?.[0] ?? "";
}

/**
 * The adapter of every form: runs the use case for whoever is signed in. When it cannot be saved, what was typed
 * is kept on the server with the reasons, and the form's page shows both, with or without scripts.
 */
export async function workspaceAction<S extends z.ZodType, T>(
  useCase: UseCase<S, T>,
  route: FormRoute<T>,
  formData: FormData,
): Promise<never> {
  const { [WORKSPACE_FIELD]: workspace, ...values } = readForm(formData);
  const slug = workspace?.[0] ?? "";
  const key = await sessionKey(slug);
  const draft = route.draft(values);
  const result = await useCase.run(key, toInput(values), systemClock(), { form: draft });
  if (result.ok) redirect(`/w/${slug}${route.goTo(result.value.value, values)}`);

  if (result.code === "not_found" || result.code === "forbidden") notFound();
  const page = `/w/${slug}${route.page(values)}`;
  const payload: DraftPayload = {
    values,
    errors: result.code === "read_only" ? [{ field: "", code: "read_only" }] : result.errors,
    code: result.code === "signed_out" ? null : result.code,
  };
  if (key.kind === "session" && JSON.stringify(payload).length <= DRAFT_LIMIT)
    await keepDraft(key.sessionHash, slug, draft, payload);
  // No fragment: a browser with scripts would jump to it on the page it has, and show no error at all.
  redirect(result.code === "signed_out" ? signInPath(page) : page);
}

/** An action without a form of its own, such as undo: nothing typed, so nothing to keep. */
export async function workspaceCommand<S extends z.ZodType, T>(
  useCase: UseCase<S, T>,
  goTo: (value: T, values: TypedValues) => string,
  formData: FormData,
): Promise<never> {
  const { [WORKSPACE_FIELD]: workspace, ...values } = readForm(formData);
  const slug = workspace?.[0] ?? "";
  const result = await useCase.run(await sessionKey(slug), toInput(values), systemClock(), { form: null });
  if (result.ok) redirect(`/w/${slug}${goTo(result.value.value, values)}`);
  if (result.code === "signed_out") redirect(signInPath(`/w/${slug}`));
  if (result.code === "conflict" || result.code === "read_only")
    redirect(`/w/${slug}${first(values, "_from")}?problem=${result.code}`);
  notFound();
}
