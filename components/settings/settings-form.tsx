import { useTranslations } from "next-intl";
import { BoxesField, NumberField, RadioField, TextField } from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { FormSection } from "@/components/consultation/forms/form-section";
import { TypedForm } from "@/components/consultation/forms/typed-form";
import type { FormView } from "@/lib/domain/form-view";
import { SHARE_SECTIONS } from "@/lib/domain/settings";
import { reviseSettingsAction } from "@/lib/features/settings/actions";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/i18n/locales";
import { AnswerPeriods } from "./answer-periods";
import { PlaceFields, type Places } from "./place-fields";
import { useSettingsLabels } from "./settings-labels";

type Props = { view: FormView; places: Places; workspace: { slug: string; timeZone: string } };

/** Everything an organisation decides about itself, in one form. */
export function SettingsForm({ view, places, workspace }: Props) {
  const t = useTranslations("settings");
  const form = { view, labels: useSettingsLabels() };
  const place = { ...workspace, page: "/settings", back: { path: "", label: t("back") } };
  return (
    <TypedForm form={form} place={place} action={reviseSettingsAction} submit={t("save")}>
      <FormSection id="about" title={t("section.about")}>
        <TextField form={form} name="name" />
        <RadioField
          form={form}
          name="locale"
          hint={t("hint.locale")}
          choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </FormSection>
      <FormSection id="place" title={t("section.place")}>
        <PlaceFields form={form} places={places} />
      </FormSection>
      <FormSection id="periods" title={t("section.periods")}>
        <NumberField form={form} name="answerDays" suffix={t("days")} hint={t("hint.answerDays")} />
        <AnswerPeriods form={form} />
        <NumberField form={form} name="actionDays" suffix={t("days")} hint={t("hint.actionDays")} />
        <NumberField
          form={form}
          name="capacityHours"
          suffix={t("hours")}
          hint={t("hint.capacityHours")}
          decimal
          optional
        />
      </FormSection>
      <Views form={form} />
      <FormSection id="keeping" title={t("section.keeping")}>
        <NumberField
          form={form}
          name="retentionYears"
          suffix={t("years")}
          hint={t("hint.retentionYears")}
          optional
        />
      </FormSection>
    </TypedForm>
  );
}

function Views({ form }: { form: FormModel }) {
  const t = useTranslations("settings");
  return (
    <FormSection id="views" title={t("section.views")}>
      <p className="-mt-4 max-w-measure text-ink-2">{t("viewsText")}</p>
      <NumberField form={form} name="shareDays" suffix={t("days")} hint={t("hint.shareDays")} />
      <BoxesField
        form={form}
        name="shareSections"
        choices={SHARE_SECTIONS.map((value) => ({ value, label: t(`shareSection.${value}`) }))}
      />
      <TextField form={form} name="contactEmail" type="email" hint={t("hint.contactEmail")} optional />
    </FormSection>
  );
}
