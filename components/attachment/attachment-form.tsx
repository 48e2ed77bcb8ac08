import { useTranslations } from "next-intl";
import { AcknowledgeIdentifiers } from "@/components/consultation/forms/acknowledge-identifiers";
import { SelectField, TextField } from "@/components/consultation/forms/form-fields";
import { type FormModel, fieldOf, useErrorWords } from "@/components/consultation/forms/form-model";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlClass, Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { ATTACHMENT_TYPES, FILE_PROBLEMS } from "@/lib/domain/attachment";
import type { AttachmentChoice } from "@/lib/domain/attachment-choice";
import type { FormView } from "@/lib/domain/form-view";
import type { FieldError } from "@/lib/domain/result";
import { discardDraftAction } from "@/lib/features/drafts/actions";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  slug: string;
  /** The record the form is opened from. */
  room: "consultations" | "activities";
  of: string;
  choices: readonly AttachmentChoice[];
  /** What it was opened for, as `to id`; undefined for the first choice. */
  about: string | undefined;
  view: FormView;
};

/** The id of the form that throws away what was kept of a file that was not taken. */
const START_AGAIN = "start-again";
const ACCEPT = [...Object.values(ATTACHMENT_TYPES), ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"].join(
  ",",
);

/** Words what is wrong: with the file in words of its own, with the rest as in every form. */
function useProblemWords(): (error: FieldError) => string {
  const t = useTranslations("attachment.problem");
  const words = useErrorWords();
  return (error) => {
    const problem = FILE_PROBLEMS.find((one) => one === error.code);
    return problem && fieldOf(error) === "file" ? t(problem) : words(error);
  };
}

function useChoiceWords(): (choice: AttachmentChoice) => string {
  const t = useTranslations("attachment.form");
  const kind = useTranslations("taxonomy.responseKind");
  const formats = useFormats();
  return (choice) => {
    if (choice.to === "consultation") return t("whole");
    if (choice.to === "follow_up") return t("followUp", { title: isolated(choice.title) });
    const { on } = choice;
    return t("response", {
      kind: kind(choice.kind),
      known: on ? "yes" : "no",
      date: on ? formats.date(on) : "",
    });
  };
}

/** Attaching a file. A plain form to a route of its own: files are too big for actions. */
export function AttachmentForm({ slug, room, of, choices, about, view }: Props) {
  const t = useTranslations("attachment.form");
  const form = useTranslations("form");
  const draft = useTranslations("draft");
  const problem = useProblemWords();
  const choiceWords = useChoiceWords();
  const model: FormModel = { view, labels: { file: t("file"), name: t("name"), about: t("belongs") } };
  const errors = view.errors.map((error) => {
    const fieldId = fieldOf(error);
    const label = model.labels[fieldId];
    const text = problem(error);
    return label ? { fieldId, text: draft("fieldProblem", { label, problem: text }) } : { text };
  });
  const wrong = view.errors.find((error) => fieldOf(error) === "file");
  const error = wrong && problem(wrong);
  const again = view.errors.length > 0 && !wrong;
  const described = error ? "file-description file-error" : "file-description";
  return (
    <div className="grid max-w-form gap-6">
      <ErrorSummary key={view.stamp} title={form("errorTitle")} errors={errors} />
      <Notice title={t("warningTitle")}>
        <p>{t("warning")}</p>
        <p className="mt-2">{t("cleaned")}</p>
      </Notice>
      <form
        key={`form ${view.stamp}`}
        action={`/w/${slug}/files/upload`}
        method="post"
        encType="multipart/form-data"
        className="grid gap-8"
      >
        <input type="hidden" name="id" value={view.values.id?.[0] ?? ""} />
        <input type="hidden" name="_room" value={room} />
        <input type="hidden" name="_of" value={of} />
        <Field
          name="file"
          label={t("file")}
          error={error}
          hint={
            <>
              <p>{t("fileHint")}</p>
              {again ? <p className="mt-1 font-semibold text-ink">{t("again")}</p> : null}
            </>
          }
        >
          <input
            type="file"
            id="file"
            name="file"
            required
            accept={ACCEPT}
            aria-describedby={described}
            aria-invalid={error ? true : undefined}
            className={controlClass(
              error,
              "file:me-4 file:min-h-9 file:rounded-md file:border-0 file:bg-sunken file:px-4 file:font-semibold file:text-ink",
            )}
          />
        </Field>
        <TextField form={model} name="name" hint={t("nameHint")} optional />
        {choices.length > 1 ? (
          <SelectField
            form={model}
            name="about"
            choices={choices.map((one) => ({ value: `${one.to} ${one.id}`, label: choiceWords(one) }))}
            fallback={about}
          />
        ) : (
          <input type="hidden" name="about" value={choices[0] ? `${choices[0].to} ${choices[0].id}` : ""} />
        )}
        <AcknowledgeIdentifiers view={view} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton pendingLabel={t("sending")} size="large">
            {t("submit")}
          </SubmitButton>
          <Link
            href={`/w/${slug}/${room}/${of}`}
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {room === "consultations" ? t("backConsultation") : t("backActivity")}
          </Link>
          {view.drafted ? (
            <Button type="submit" form={START_AGAIN} variant="quiet">
              {draft("startAgain")}
            </Button>
          ) : null}
        </div>
      </form>
      {view.drafted ? (
        <form id={START_AGAIN} action={discardDraftAction}>
          <input type="hidden" name="_workspace" value={slug} />
          <input type="hidden" name="_from" value={`/${room}/${of}/files/new`} />
          <input type="hidden" name="form" value={view.form} />
        </form>
      ) : null}
    </div>
  );
}
