import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { COLUMNS } from "@/lib/domain/shared-view/table";
import { PrintButton } from "./print-button";

/** What can be taken along of a view at `path`: paper, a table with its columns explained, dates for a calendar. */
export function TakeAway({ path }: { path: string }) {
  const t = useTranslations("shared.takeAway");
  const column = useTranslations("shared.file.column");
  const means = useTranslations("shared.file.means");
  return (
    <section data-print="no" aria-label={t("title")}>
      <div className="flex flex-wrap gap-3">
        <PrintButton label={t("print")} />
        <ButtonLink href={`${path}/csv`} download variant="secondary">
          {t("csv")}
        </ButtonLink>
        <ButtonLink href={`${path}/calendar.ics`} download variant="secondary">
          {t("calendar")}
        </ButtonLink>
      </div>
      <p className="mt-2 max-w-measure text-sm text-ink-2">{t("calendarHint")}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-4">
          {t("columns")}
        </summary>
        <DefinitionList items={COLUMNS.map((key) => ({ term: column(key), value: means(key) }))} />
      </details>
    </section>
  );
}
