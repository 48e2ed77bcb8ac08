import { useTranslations } from "next-intl";
import type { FormView } from "@/lib/domain/form-view";
import type { PlainDate } from "@/lib/domain/plain-date";
import {
  recordExtensionAction,
  removeExtensionAction,
  reviseExtensionAction,
} from "@/lib/features/extensions/actions";
import { useFormats } from "@/lib/i18n/use-formats";
import { DateField, TextField } from "./form-fields";
import { RemoveForm } from "./remove-form";
import { TypedForm } from "./typed-form";

type Props = {
  consultation: { id: string; answerDueOn: PlainDate | null; answerDueSource: string | null };
  /** null: a new one. */
  id: string | null;
  view: FormView;
  workspace: { slug: string; timeZone: string };
};

/** A new answer date that both sides agreed. */
export function ExtensionForm({ consultation, id, view, workspace }: Props) {
  const back = useTranslations("consultation-form")("back");
  const t = useTranslations("extension-form");
  const formats = useFormats();
  const form = {
    view,
    labels: {
      newDueOn: t("field.newDueOn"),
      agreedOn: t("field.agreedOn"),
      reason: t("field.reason"),
      agreedBy: t("field.agreedBy"),
    },
  };
  const path = `/consultations/${consultation.id}`;
  const place = {
    ...workspace,
    page: id ? `${path}/extension/${id}` : `${path}/extension`,
    back: { path, label: back },
  };
  const now = consultation.answerDueOn
    ? t("now", {
        source: consultation.answerDueSource ?? "other",
        date: formats.date(consultation.answerDueOn),
      })
    : undefined;
  return (
    <>
      <TypedForm
        form={form}
        place={place}
        action={id ? reviseExtensionAction : recordExtensionAction}
        submit={id ? t("edit.save") : t("new.save")}
        carries={{ _consultation: consultation.id }}
      >
        <DateField form={form} name="newDueOn" hint={now} />
        <DateField form={form} name="agreedOn" example={false} />
        <TextField form={form} name="reason" optional />
        <TextField form={form} name="agreedBy" hint={t("hint.agreedBy")} optional />
      </TypedForm>
      {id ? (
        <RemoveForm
          slug={workspace.slug}
          id={id}
          action={removeExtensionAction}
          label={t("edit.remove")}
          help={t("edit.removeHelp")}
        />
      ) : null}
    </>
  );
}
