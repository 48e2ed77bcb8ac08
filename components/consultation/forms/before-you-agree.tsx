import { useTranslations } from "next-intl";
import { CAME_FIRST, PAID_FOR } from "@/lib/domain/taxonomy";
import { AreaField, BoxesField, RadioField } from "./form-fields";
import type { FormModel } from "./form-model";

/** What to ask a public body before saying yes. */
export function BeforeYouAgree({ form }: { form: FormModel }) {
  const t = useTranslations("consultation-form.hint");
  const taxonomy = useTranslations("taxonomy");
  return (
    <>
      <p className="max-w-measure">{t("before")}</p>
      <AreaField form={form} name="whatCanChange" hint={t("whatCanChange")} rows={2} optional />
      <AreaField form={form} name="whoDecides" hint={t("whoDecides")} rows={2} optional />
      <AreaField form={form} name="resourcesBehind" rows={2} optional />
      <AreaField form={form} name="hearBack" rows={2} optional />
      <BoxesField
        form={form}
        name="paidFor"
        choices={PAID_FOR.map((value) => ({ value, label: taxonomy(`paidFor.${value}`) }))}
        optional
      />
      <RadioField
        form={form}
        name="cameFirst"
        choices={CAME_FIRST.map((value) => ({ value, label: taxonomy(`cameFirst.${value}`) }))}
        optional
      />
    </>
  );
}
