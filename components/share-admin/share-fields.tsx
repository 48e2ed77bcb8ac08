import { useTranslations } from "next-intl";
import {
  BoxesField,
  DateField,
  RadioField,
  SelectField,
  TextField,
} from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { FormSection } from "@/components/consultation/forms/form-section";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import { PassphraseBox } from "./passphrase-box";

type Props = {
  form: FormModel;
  bodies: readonly { id: string; name: string }[];
  /** Released already: whom it is for stays what it was. */
  released: boolean;
};

/** Whom a view is for, what it shows, and until when. */
export function ShareFields({ form, bodies, released }: Props) {
  const t = useTranslations("shares.form");
  const section = useTranslations("shares.section");
  return (
    <>
      {released ? null : (
        <FormSection id="whom" title={t("whom")}>
          <RadioField
            form={form}
            name="audience"
            choices={[
              { value: "officer", label: t("officer"), hint: t("officerHint") },
              { value: "link", label: t("link"), hint: t("linkHint") },
            ]}
            follow={{
              officer: (
                <TextField form={form} name="officerEmail" type="email" hint={t("officerEmailHint")} />
              ),
              link: <PassphraseBox form={form} />,
            }}
          />
        </FormSection>
      )}
      <FormSection id="what" title={t("what")}>
        <SelectField
          form={form}
          name="publicBodyId"
          hint={t("bodyHint")}
          empty={t("everyBody")}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <BoxesField
          form={form}
          name="sections"
          choices={SECTIONS.map((key) => ({
            value: key,
            label: section(key),
            hint: t(`sectionHint.${key}`),
          }))}
        />
        <DateField form={form} name="fromOn" optional hint={t("periodHint")} />
        <DateField form={form} name="toOn" optional example={false} />
      </FormSection>
      <FormSection id="how-long" title={t("howLong")}>
        <DateField form={form} name="expiresOn" hint={t("expiresHint")} />
      </FormSection>
    </>
  );
}
