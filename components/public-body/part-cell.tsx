import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Part, shareOf } from "@/lib/domain/measures";
import { useFormats } from "@/lib/i18n/use-formats";

/** "3 of 5" in a table, with its share below where there are enough finished consultations to compare. */
export function usePartCell(): (part: Part, finished: number) => ReactNode {
  const t = useTranslations("measures");
  const formats = useFormats();
  return (part, finished) => {
    if (part.whole === 0) return <Nothing>{t("noneDue")}</Nothing>;
    const share = shareOf(part, finished);
    return (
      <>
        <span className="whitespace-nowrap">{t("part", part)}</span>
        {share === null ? null : <span className="figure-share">{formats.percent(share)}</span>}
      </>
    );
  };
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
