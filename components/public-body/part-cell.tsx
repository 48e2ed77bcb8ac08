import { useTranslations } from "next-intl";
import { type Part, shareOf } from "@/lib/domain/measures";
import { useFormats } from "@/lib/i18n/use-formats";

/** "3 of 5" in a table, with its share below where there are enough finished consultations to compare. */
export function PartCell({ part, whole, finished }: Part & { finished: number }) {
  const t = useTranslations("measures");
  const formats = useFormats();
  if (whole === 0) return <span className="text-ink-2">{t("noneDue")}</span>;
  const share = shareOf({ part, whole }, finished);
  return (
    <>
      <span className="whitespace-nowrap">{t("part", { part, whole })}</span>
      <span className="block text-sm text-ink-2">
        {share === null ? t("tooFew") : formats.percent(share)}
      </span>
    </>
  );
}
