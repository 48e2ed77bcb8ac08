import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FormView } from "@/lib/domain/form-view";
import type { BodyKind } from "@/lib/domain/taxonomy";
import {
  logAnotherConsultationAction,
  removeConsultationAction,
  reviseConsultationAction,
} from "@/lib/features/consultations/actions";
import { type Choices, ConsultationFields, useConsultationLabels } from "./consultation-fields";
import { RemoveForm } from "./remove-form";
import { TypedForm } from "./typed-form";

type Props = {
  id: string;
  view: FormView;
  choices: Choices;
  bodyKind: BodyKind;
  workspace: { slug: string; timeZone: string };
};

/** The form that changes a consultation, and below it the way to take it out. */
export function ReviseConsultationForm({ id, view, choices, bodyKind, workspace }: Props) {
  const t = useTranslations("consultation-form");
  const form = { view, labels: useConsultationLabels() };
  const place = {
    ...workspace,
    page: `/consultations/${id}/edit`,
    back: { path: `/consultations/${id}`, label: t("back") },
  };
  const another = view.sentTwice ? (
    <Button type="submit" variant="secondary" formAction={logAnotherConsultationAction}>
      {t("edit.another")}
    </Button>
  ) : undefined;
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={reviseConsultationAction}
        submit={t("edit.save")}
        also={another}
      >
        <ConsultationFields form={form} choices={choices} slug={workspace.slug} bodyKind={bodyKind} />
      </TypedForm>
      <RemoveForm
        slug={workspace.slug}
        id={id}
        action={removeConsultationAction}
        label={t("edit.remove")}
        help={t("edit.removeHelp")}
      />
    </>
  );
}
