import { useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import { cancelConsultationAction, reinstateConsultationAction } from "@/lib/features/consultations/actions";
import { DateField } from "./form-fields";
import { RemoveForm } from "./remove-form";
import { TypedForm } from "./typed-form";

type Props = {
  id: string;
  cancelled: boolean;
  view: FormView;
  workspace: { slug: string; timeZone: string };
};

/** "They cancelled it", and taking that back. */
export function CancelForm({ id, cancelled, view, workspace }: Props) {
  const words = useTranslations("consultation-form");
  const t = useTranslations("consultation-form.cancel");
  const form = { view, labels: { cancelledOn: t("cancelledOn") } };
  const place = {
    ...workspace,
    page: `/consultations/${id}/cancel`,
    back: { path: `/consultations/${id}`, label: words("back") },
  };
  return (
    <>
      <TypedForm form={form} place={place} action={cancelConsultationAction} submit={t("save")}>
        <DateField form={form} name="cancelledOn" />
      </TypedForm>
      {cancelled ? (
        <RemoveForm
          slug={workspace.slug}
          id={id}
          action={reinstateConsultationAction}
          label={t("reinstate")}
        />
      ) : null}
    </>
  );
}
