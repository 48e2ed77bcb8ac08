import { useTranslations } from "next-intl";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { FormView } from "@/lib/domain/form-view";
import { logQuicklyAction } from "@/lib/features/quick-log/actions";
import { type QuickDays, QuickFields, useQuickLabels } from "./quick-fields";

type Props = {
  view: FormView;
  /** The consultation it repeats. */
  like: string | null;
  askers: readonly string[];
  days: QuickDays;
  workspace: { slug: string; timeZone: string };
};

/** One screen for what somebody knows right now. */
export function QuickLogForm({ view, like, askers, days, workspace }: Props) {
  const t = useTranslations("quick-log");
  const form = { view, labels: useQuickLabels() };
  const place = {
    ...workspace,
    page: like ? `/log?like=${like}` : "/log",
    back: { path: "", label: t("back") },
  };
  // By itself, without the form's own action: back to this screen, everything typed is still there.
  const longForm = (
    <button
      type="submit"
      className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
      formAction={`/w/${workspace.slug}/log/long-form`}
      formMethod="post"
      formEncType="multipart/form-data"
    >
      {t("fullForm")}
    </button>
  );
  return (
    <TypedForm
      form={form}
      place={place}
      action={logQuicklyAction}
      submit={t("save")}
      carries={like ? { like } : {}}
      also={longForm}
    >
      <QuickFields form={form} askers={askers} days={days} slug={workspace.slug} />
    </TypedForm>
  );
}
