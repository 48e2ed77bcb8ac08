import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkboxes";
import type { FormView } from "@/lib/domain/form-view";
import { ACKNOWLEDGE_FIELD, acknowledgementOf } from "@/lib/domain/privacy/acknowledge";
import { kindsOf } from "./form-model";

/**
 * "Save it anyway", the deliberate second step: shown once something was found that may show who a person is. It
 * stands for what was found, so that something typed later is asked about on its own. Belongs inside the form.
 */
export function AcknowledgeIdentifiers({ view }: { view: Pick<FormView, "errors" | "values"> }) {
  const t = useTranslations("form.acknowledge");
  const found = view.errors.filter(({ code }) => code === "personal_identifier");
  const ticked = (view.values[ACKNOWLEDGE_FIELD] ?? []).filter(Boolean);
  if (found.length === 0 && ticked.length === 0) return null;
  const asked = acknowledgementOf(found.map((error) => ({ field: error.field, kinds: kindsOf(error) })));
  return (
    <section aria-labelledby="acknowledge-title" className="rounded-md border-2 border-orange bg-card p-4">
      <h2 id="acknowledge-title" className="text-lg">
        {t("title")}
      </h2>
      <p className="my-2">{t("text")}</p>
      <Checkbox
        name={ACKNOWLEDGE_FIELD}
        value={[...new Set([...ticked, asked].flatMap((one) => one.split(" ")))].filter(Boolean).join(" ")}
        label={t("box")}
        defaultChecked={found.length === 0}
      />
    </section>
  );
}
