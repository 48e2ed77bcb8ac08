import { useTranslations } from "next-intl";
import { CameLegend } from "@/components/chart/came-legend";
import { StackedColumns } from "@/components/chart/stacked-columns";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { CAME_OF_IT, hoursOf, type MonthFigures } from "@/lib/domain/measures";
import { useFormats } from "@/lib/i18n/use-formats";
import { How } from "./how";

const together = (one: MonthFigures) => CAME_OF_IT.reduce((sum, came) => sum + one[came], 0);

/** Hours given by month, by what came of them: a drawing, and the same as a table. */
export function MonthsCard({ months }: { months: readonly MonthFigures[] }) {
  const t = useTranslations("dashboard.months");
  const came = useTranslations("measures.came");
  const formats = useFormats();
  const known = months.filter((one) => together(one) > 0);
  const busiest = known.reduce<MonthFigures | null>(
    (most, one) => (most && together(most) >= together(one) ? most : one),
    null,
  );
  const [first] = months;
  const last = months.at(-1);
  if (!busiest || !first || !last) {
    return (
      <Card title={t("title")}>
        <p className="text-ink-2">{t("none")}</p>
      </Card>
    );
  }
  const hours = (minutes: number) => formats.hours(hoursOf(minutes));
  const shown = CAME_OF_IT.filter((key) => key !== "explained" || known.some((one) => one.explained > 0));
  const sum = (key: (typeof CAME_OF_IT)[number]) => known.reduce((total, one) => total + one[key], 0);
  const summary = t("summary", {
    from: formats.month(first.month),
    to: formats.month(last.month),
    total: hours(known.reduce((total, one) => total + together(one), 0)),
    parts: formats.list(shown.map((key) => t("part", { hours: hours(sum(key)), came: came(key) }))),
    month: formats.month(busiest.month),
    most: hours(together(busiest)),
  });
  const columns: Column<MonthFigures>[] = [
    { key: "month", header: t("month"), main: true, cell: ({ month }) => formats.month(month) },
    ...shown.map((key) => ({
      ...{ key, header: came(key), align: "end" as const },
      cell: (one: MonthFigures) => formats.hoursFigure(hoursOf(one[key])),
    })),
    {
      key: "total",
      header: t("total"),
      align: "end",
      cell: (one) => formats.hoursFigure(hoursOf(together(one))),
    },
  ];
  return (
    <Card title={t("title")}>
      <CameLegend shown={shown} />
      <StackedColumns months={months} summary={summary} />
      <How summary={t("table")}>
        <p className="mb-2">{t("left")}</p>
        <DataTable
          caption={t("caption")}
          columns={columns}
          rows={known.toReversed()}
          rowKey={(one) => one.month}
        />
      </How>
      <How>{t("how")}</How>
    </Card>
  );
}
