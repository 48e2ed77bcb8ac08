import { useTranslations } from "next-intl";
import { periodField } from "@/lib/domain/settings";
import { BODY_KINDS } from "@/lib/domain/taxonomy";

/** The label of each field of the settings, in the order of the page. */
export function useSettingsLabels(): Record<string, string> {
  const t = useTranslations("settings.label");
  const kinds = useTranslations("taxonomy.bodyKind");
  return {
    name: t("name"),
    locale: t("locale"),
    country: t("country"),
    region: t("region"),
    timeZone: t("timeZone"),
    answerDays: t("answerDays"),
    ...Object.fromEntries(BODY_KINDS.map((kind) => [periodField(kind), kinds(kind)])),
    actionDays: t("actionDays"),
    capacityHours: t("capacityHours"),
    shareDays: t("shareDays"),
    shareSections: t("shareSections"),
    contactEmail: t("contactEmail"),
    retentionYears: t("retentionYears"),
  };
}
