import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { FigureTable } from "@/components/ui/figure-table";
import { Link } from "@/components/ui/link";
import { type BodyFigures, hoursOf } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { usePartCell } from "./part-cell";

type Props = {
  slug: string;
  since: PlainDate;
  rows: readonly BodyFigures[];
  /** Also the hours with no action recorded, and cards on a phone: for a page of its own. */
  wide?: boolean;
};

/** Public bodies with hours, answers and promises, in the order given. */
export function BodyTable({ slug, since, rows, wide = false }: Props) {
  const t = useTranslations("public-body");
  const formats = useFormats();
  const part = usePartCell();
  const hours = (minutes: number, { consultations, unknown }: BodyFigures) =>
    minutes === 0 && unknown > 0 && unknown === consultations ? (
      <span className="text-ink-2">{t("noHours")}</span>
    ) : (
      formats.hoursFigure(hoursOf(minutes))
    );
  const columns: Column<BodyFigures>[] = [
    {
      key: "body",
      header: t("column.body"),
      main: true,
      cell: ({ id, name }) => (
        <Link href={`/w/${slug}/bodies/${id}`} className="name-link">
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    { key: "hours", header: t("column.hours"), align: "end", cell: (row) => hours(row.minutes, row) },
    ...(wide
      ? [
          {
            ...{ key: "none", header: t("column.none"), align: "end" as const },
            cell: (row: BodyFigures) => hours(row.flaggedMinutes, row),
          },
        ]
      : []),
    {
      key: "answered",
      header: t("column.answered"),
      align: "end",
      cell: ({ answered, answersDue, finished }) => part({ part: answered, whole: answersDue }, finished),
    },
    {
      key: "promises",
      header: t("column.promises"),
      align: "end",
      cell: ({ promisesKept, promisesDue, finished }) =>
        part({ part: promisesKept, whole: promisesDue }, finished),
    },
  ];
  const Table = wide ? DataTable : FigureTable;
  return (
    <Table<BodyFigures>
      caption={t("caption", { since: formats.date(since) })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
