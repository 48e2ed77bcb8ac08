import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { fieldOf, useErrorWords } from "@/components/consultation/forms/form-model";
import type { ButtonVariant } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AdminFormView } from "@/lib/domain/form-view";

type Props = {
  view: AdminFormView;
  /** The label of each field, by its name, in the order of the page. */
  labels: Readonly<Record<string, string>>;
  action: (formData: FormData) => Promise<void>;
  submit: string;
  variant?: ButtonVariant;
  /** Hidden fields that the action needs and nobody types. */
  carries?: Readonly<Record<string, string>>;
  back: { href: string; label: string };
  children: ReactNode;
};

/** The frame of a form of the admins: what is wrong on top, the fields, and sending it. Works without scripts. */
export function AdminForm({ view, labels, action, submit, variant, carries = {}, back, children }: Props) {
  const t = useTranslations("form");
  const draft = useTranslations("draft");
  const words = useErrorWords();
  const order = Object.keys(labels);
  const errors = view.errors
    .toSorted((a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)))
    .map((error) => {
      const name = fieldOf(error);
      const label = labels[name];
      return label
        ? { fieldId: name, text: draft("fieldProblem", { label, problem: words(error) }) }
        : { text: words(error) };
    });
  return (
    <div id="problems" className="grid max-w-form scroll-mt-4 gap-6">
      <ErrorSummary title={t("errorTitle")} errors={errors} />
      <form action={action} noValidate className="grid gap-6">
        {Object.entries(carries).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton pendingLabel={t("saving")} size="large" variant={variant}>
            {submit}
          </SubmitButton>
          <Link
            href={back.href}
            className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
          >
            {back.label}
          </Link>
        </div>
      </form>
    </div>
  );
}

/** The values and the worded error of one field. */
export function useAdminField(view: AdminFormView, labels: Readonly<Record<string, string>>) {
  const words = useErrorWords();
  return (name: string) => {
    const error = view.errors.find((one) => fieldOf(one) === name);
    return {
      name,
      label: labels[name] ?? name,
      error: error && words(error),
      defaultValue: view.values[name]?.[0],
    };
  };
}
