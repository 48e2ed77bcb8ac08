import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/radios";
import type { MatchStage } from "@/lib/domain/import/view";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { view: MatchStage; error: string | undefined };

/** How dates are read. Asked only when the sheet leaves it open, with one of its own dates read each way. */
export function DateOrder({ view, error }: Props) {
  const t = useTranslations("import.match");
  const format = useFormats();
  const { question, readAs } = view;
  if (!question) {
    if (!readAs) return null;
    return (
      <p className="max-w-measure">{t("datesRead", { cell: readAs.cell, date: format.date(readAs.date) })}</p>
    );
  }
  return (
    <Radios
      name="dates"
      label={t("datesAsk")}
      hint={t(question.kind === "ambiguous" ? "datesAskHint" : "datesMixed")}
      error={error}
      defaultValue={view.form.values.dates?.[0]}
      choices={question.examples.map(({ order, cell, date }) => ({
        value: order,
        label: t(`order.${order}`),
        hint: date ? t("datesChoice", { cell, date: format.date(date) }) : t("datesUnreadable", { cell }),
      }))}
    />
  );
}
