import { useTranslations } from "next-intl";
import { type Part, shareOf } from "@/lib/domain/measures";
import { useFormats } from "@/lib/i18n/use-formats";

/** "3 of 5" in a table, with its share below where there are enough finished consultations to compare. */
export function PartCell({ part, whole, finished }: Part & { finished: number }) {
  const t = useTranslations("measures");
  const formats = useFormats();
  if (whole === 0) return <Nothing>{t("noneDue")}</Nothing>;
  const share = shareOf({ part, whole }, finished);
  return (
    <>
      <span className="whitespace-nowrap">{t("part", { part, whole })}</span>
      {share === null ? null : <span className="block text-sm text-ink-2">{formats.percent(share)}</span>}
    </>
  );
}

/** A dash for the eye, in words for those who hear it. */
export function Nothing({ children }: { children: string }) {
  return (
    <>
      <span aria-hidden="true" className="text-ink-2">
        –
      </span>
      <span className="sr-only">{children}</span>
    </>
  );
}
