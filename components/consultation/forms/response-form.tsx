import { useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import { RESPONSE_KINDS } from "@/lib/domain/taxonomy";
import {
  recordResponseAction,
  removeResponseAction,
  reviseResponseAction,
} from "@/lib/features/responses/actions";
import { AreaField, DateField, RadioField, TextField } from "./form-fields";
import { RemoveForm } from "./remove-form";
import { TypedForm } from "./typed-form";

type Props = {
  consultation: { id: string; publicBody: string };
  /** null: a new one. */
  id: string | null;
  view: FormView;
  workspace: { slug: string; timeZone: string };
};

/** What a body said afterwards. */
export function ResponseForm({ consultation, id, view, workspace }: Props) {
  const back = useTranslations("consultation-form")("back");
  const taxonomy = useTranslations("taxonomy");
  const t = useTranslations("response-form");
  const form = {
    view,
    labels: {
      kind: t("field.kind", { body: consultation.publicBody }),
      receivedOn: t("field.receivedOn"),
      summary: t("field.summary"),
      sourceUrl: t("field.sourceUrl"),
    },
  };
  const path = `/consultations/${consultation.id}`;
  const place = {
    ...workspace,
    page: id ? `${path}/answer/${id}` : `${path}/answer`,
    back: { path, label: back },
  };
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={id ? reviseResponseAction : recordResponseAction}
        submit={id ? t("edit.save") : t("new.save")}
        carries={{ _consultation: consultation.id }}
      >
        <RadioField
          form={form}
          name="kind"
          choices={RESPONSE_KINDS.map((value) => ({
            value,
            label: taxonomy(`responseKind.${value}`),
            hint: t(`hint.${value}`),
          }))}
        />
        <DateField form={form} name="receivedOn" hint={t("hint.receivedOn")} optional />
        <AreaField form={form} name="summary" hint={t("hint.summary")} rows={4} optional />
        <TextField form={form} name="sourceUrl" type="url" optional />
      </TypedForm>
      {id ? (
        <RemoveForm
          slug={workspace.slug}
          id={id}
          action={removeResponseAction}
          label={t("edit.remove")}
          help={t("edit.removeHelp")}
        />
      ) : null}
    </>
  );
}
