import { useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import { logConsultationAction } from "@/lib/features/consultations/actions";
import { type Choices, ConsultationFields, useConsultationLabels } from "./consultation-fields";
import { TypedForm } from "./typed-form";

type Props = {
  view: FormView;
  choices: Choices;
  /** The id it was begun under on one screen. */
  begun: string | null;
  workspace: { slug: string; timeZone: string };
};

/** The form for a new consultation. */
export function LogConsultationForm({ view, choices, begun, workspace }: Props) {
  const t = useTranslations("consultation-form");
  const form = { view, labels: useConsultationLabels() };
  const place = {
    ...workspace,
    page: "/consultations/new",
    back: begun ? { path: "/log", label: t("backToScreen") } : { path: "/consultations", label: t("back") },
  };
  return (
    <TypedForm
      form={form}
      place={place}
      action={logConsultationAction}
      submit={t("new.save")}
      carries={begun ? { _begun: begun } : {}}
    >
      <ConsultationFields form={form} choices={choices} slug={workspace.slug} isNew />
    </TypedForm>
  );
}
