import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** How the figures of a card are worked out, and more of them, behind a summary. */
export function How({ children, summary }: { children: ReactNode; summary?: string }) {
  const t = useTranslations("common");
  return (
    <details>
      <summary className="small-summary">{summary ?? t("howWorkedOut")}</summary>
      <div className="pb-1 text-sm text-ink-2">{children}</div>
    </details>
  );
}
