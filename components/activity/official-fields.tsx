import { useTranslations } from "next-intl";
import { TextField } from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { BodyField } from "@/components/public-body/body-field";
import { OFFICIAL_ROWS } from "@/lib/domain/activity";
import { SUMMARY, touched } from "./group-fields";

const [FIRST, ...REST] = OFFICIAL_ROWS;

/** Officials who were there, by role, office and public body. */
export function OfficialFields({ form }: { form: FormModel }) {
  const t = useTranslations("activity-form");
  const open = REST.some((row) => touched(form, [`role_${row}`, `office_${row}`, `body_${row}`]));
  return (
    <>
      <Official form={form} row={FIRST} />
      <details open={open}>
        <summary className={SUMMARY}>{t("moreOfficials")}</summary>
        <div className="grid gap-6 pt-4">
          {REST.map((row) => (
            <Official key={row} form={form} row={row} />
          ))}
        </div>
      </details>
    </>
  );
}

function Official({ form, row }: { form: FormModel; row: number }) {
  const t = useTranslations("activity-form.hint");
  return (
    <div className="grid gap-4 border-line border-s-4 ps-4">
      <TextField form={form} name={`role_${row}`} hint={row === 1 ? t("role") : undefined} optional />
      <TextField form={form} name={`office_${row}`} hint={row === 1 ? t("office") : undefined} optional />
      <BodyField
        form={form}
        name={`body_${row}`}
        hint={row === 1 ? t("body") : undefined}
        list="publicBody-known"
        optional
      />
    </div>
  );
}
