import { useTranslations } from "next-intl";
import { NumberField } from "@/components/consultation/forms/form-fields";
import { type FormModel, fieldOf } from "@/components/consultation/forms/form-model";
import { Icon } from "@/components/ui/icon";
import { periodField } from "@/lib/domain/settings";
import { BODY_KINDS } from "@/lib/domain/taxonomy";

/** Times to answer of kinds of public bodies, folded away unless one of them needs to be looked at. */
export function AnswerPeriods({ form }: { form: FormModel }) {
  const t = useTranslations("settings");
  const fields = BODY_KINDS.map(periodField);
  const wrong = form.view.errors.some((error) => fields.some((field) => field === fieldOf(error)));
  const set = fields.filter((field) => form.view.values[field]?.[0]).length;
  return (
    <details
      open={wrong || form.view.other !== null}
      className="max-w-form rounded-md border border-line bg-card"
    >
      <summary className="flex min-h-12 cursor-pointer items-center gap-x-2 px-4 py-2 font-semibold text-teal">
        <Icon name="chevron" size={16} />
        <span>
          {t("periods.title")}{" "}
          <span className="font-normal text-ink-2">{t("periods.set", { count: set })}</span>
        </span>
      </summary>
      <div className="grid gap-6 border-line border-t p-4">
        <p className="max-w-measure text-ink-2">{t("periods.text")}</p>
        <div className="grid gap-6 sm:grid-cols-2">
          {fields.map((field) => (
            <NumberField key={field} form={form} name={field} suffix={t("days")} />
          ))}
        </div>
      </div>
    </details>
  );
}
