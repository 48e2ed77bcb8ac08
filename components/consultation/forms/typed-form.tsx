import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { discardDraftAction } from "@/lib/features/drafts/actions";
import { AcknowledgeIdentifiers } from "./acknowledge-identifiers";
import { Autosave } from "./autosave";
import { type FormModel, fieldOf, useErrorWords } from "./form-model";
import { FormNotices } from "./form-notices";

export type FormPlace = {
  /** The workspace's part of the address. */
  slug: string;
  timeZone: string;
  /** The form's own page, inside the workspace. */
  page: string;
  /** Where one goes without saving, inside the workspace. */
  back: { path: string; label: string };
};

type Props = {
  form: FormModel;
  place: FormPlace;
  action: (formData: FormData) => Promise<void>;
  submit: string;
  /** Hidden fields that the action needs and nobody types. */
  carries?: Readonly<Record<string, string>>;
  /** Another way to send the form, beside the main one. */
  also?: ReactNode;
  children: ReactNode;
};

/** Fields of the form itself, sent along from what it was opened with. */
const CARRIED = ["id", "consultationId", "version", "_since", "_sentTwice"] as const;
/** The id of the form that throws the draft away; its buttons stand where they are needed. */
const START_AGAIN = "start-again";

/** The frame of every form of the record: what was kept, what is wrong, whose other version there is, and sending it. */
export function TypedForm({ form, place, action, submit, carries = {}, also, children }: Props) {
  const t = useTranslations("form");
  const draft = useTranslations("draft");
  const words = useErrorWords();
  const { view, labels } = form;
  const conflict = view.other ? [{ field: "", code: "conflict" }] : [];
  const order = Object.keys(labels);
  const sorted = view.errors.toSorted((a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)));
  const errors = [...conflict, ...sorted].map((error) => {
    const name = fieldOf(error);
    const label = labels[name];
    if (!label) return { text: words(error) };
    const said = { label, problem: words(error) };
    return {
      fieldId: name,
      text: label.endsWith("?") ? draft("questionProblem", said) : draft("fieldProblem", said),
    };
  });
  const carried = CARRIED.flatMap((name) => {
    const value = view.values[name]?.[0];
    return value === undefined ? [] : [[name, value] as const];
  });
  return (
    <div id="problems" className="grid max-w-form scroll-mt-4 gap-6">
      <ErrorSummary key={`summary ${view.stamp}`} title={t("errorTitle")} errors={errors} />
      <FormNotices view={view} timeZone={place.timeZone} startAgain={START_AGAIN} />
      <form key={view.stamp} action={action} noValidate className="grid gap-8">
        <input type="hidden" name="_workspace" value={place.slug} />
        {[...carried, ...Object.entries(carries)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <AcknowledgeIdentifiers view={view} />
        <div>
          <Autosave to={`/w/${place.slug}/drafts`} form={view.form} saved={draft("saved")} />
          <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton pendingLabel={t("saving")} size="large">
              {submit}
            </SubmitButton>
            <Link
              href={`/w/${place.slug}${place.back.path}`}
              className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
            >
              {place.back.label}
            </Link>
            {also}
            {view.errors.length > 0 && !view.other && !view.sentTwice ? (
              <Button type="submit" form={START_AGAIN} variant="quiet">
                {draft("startAgain")}
              </Button>
            ) : null}
          </div>
        </div>
      </form>
      {view.drafted ? (
        <form id={START_AGAIN} action={discardDraftAction}>
          <input type="hidden" name="_workspace" value={place.slug} />
          <input type="hidden" name="_from" value={place.page} />
          <input type="hidden" name="form" value={view.form} />
        </form>
      ) : null}
    </div>
  );
}
