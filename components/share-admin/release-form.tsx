import { useTranslations } from "next-intl";
import { DateField } from "@/components/consultation/forms/form-fields";
import { type FormModel, typedValue, useErrorWords } from "@/components/consultation/forms/form-model";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import { Checkbox } from "@/components/ui/checkboxes";
import { Notice } from "@/components/ui/notice";
import type { FormView } from "@/lib/domain/form-view";
import { releaseShareAction } from "@/lib/features/shares/actions";

type Props = {
  id: string;
  view: FormView;
  /** Of the view that is shown beside it: what was looked at is what goes out. */
  fingerprint: string;
  again: boolean;
  workspace: { slug: string; timeZone: string };
};

/** The last step: answers were looked for, what a council may have to do is understood, and the view goes out. */
export function ReleaseForm({ id, view, fingerprint, again, workspace }: Props) {
  const t = useTranslations("shares.release");
  const labels = { checked: t("checked"), checkedOn: t("checkedOn"), understood: t("understood") };
  const form = { view, labels };
  return (
    <TypedForm
      form={form}
      place={{
        ...workspace,
        page: `/shares/${id}/release`,
        back: { path: again ? `/shares/${id}` : "/shares", label: t(again ? "back" : "later") },
      }}
      action={releaseShareAction}
      submit={t(again ? "releaseAgain" : "release")}
      carries={{ previewed: fingerprint }}
    >
      <Tick form={form} name="checked" hint={t("checkedHint")} />
      <DateField form={form} name="checkedOn" hint={t("checkedOnHint")} />
      <Notice kind="info" title={t("publishTitle")}>
        <p>{t("publishText")}</p>
      </Notice>
      <Tick form={form} name="understood" />
    </TypedForm>
  );
}

function Tick({ form, name, hint }: { form: FormModel; name: string; hint?: string }) {
  const words = useErrorWords();
  const error = form.view.errors.find((one) => one.field === name);
  return (
    <Checkbox
      name={name}
      label={form.labels[name] ?? ""}
      hint={hint}
      defaultChecked={typedValue(form.view, name) === "on"}
      error={error && words(error)}
    />
  );
}
