import { useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import { acceptReasonsAction, withdrawReasonsAction } from "@/lib/features/consultations/actions";
import { DateField, RadioField, TextField } from "./form-fields";
import { RemoveForm } from "./remove-form";
import { TypedForm } from "./typed-form";

type Props = { id: string; accepted: boolean; view: FormView; workspace: { slug: string; timeZone: string } };

/** "We accept their reasons", and taking that back. */
export function ReasonsForm({ id, accepted, view, workspace }: Props) {
  const words = useTranslations("consultation-form");
  const t = useTranslations("consultation-form.reasons");
  const form = {
    view,
    labels: { acceptedOn: t("acceptedOn"), decidedBy: t("decidedBy"), membersTookPart: t("membersTookPart") },
  };
  const place = {
    ...workspace,
    page: `/consultations/${id}/reasons`,
    back: { path: `/consultations/${id}`, label: words("back") },
  };
  return (
    <>
      <TypedForm form={form} place={place} action={acceptReasonsAction} submit={t("save")}>
        <DateField form={form} name="acceptedOn" />
        <TextField form={form} name="decidedBy" hint={t("decidedByHint")} />
        <RadioField
          form={form}
          name="membersTookPart"
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
      </TypedForm>
      {accepted ? (
        <RemoveForm slug={workspace.slug} id={id} action={withdrawReasonsAction} label={t("withdraw")} />
      ) : null}
    </>
  );
}
