import { useTranslations } from "next-intl";
import type { FormModel } from "@/components/consultation/forms/form-model";
import { Checkbox } from "@/components/ui/checkboxes";

/** Whether a link also asks for a passphrase; we make one up, so that nobody uses one of their own. */
export function PassphraseBox({ form }: { form: FormModel }) {
  const t = useTranslations("shares.form");
  return (
    <Checkbox
      name="wantsPassphrase"
      label={form.labels.wantsPassphrase ?? ""}
      hint={t("passphraseHint")}
      defaultChecked={form.view.values.wantsPassphrase?.includes("on")}
    />
  );
}
