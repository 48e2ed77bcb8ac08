import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { PreviewRow } from "@/lib/domain/import/view";
import { useFormats } from "@/lib/i18n/use-formats";

/** The first rows of a sheet as they would be in the record. */
export function FirstRows({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useTranslations("import.preview");
  const format = useFormats();
  if (rows.length === 0) return null;
  const when = ({ startsOn, endsOn }: PreviewRow) =>
    endsOn ? format.dateRange(startsOn, endsOn) : t("from", { date: format.date(startsOn) });
  const columns: Column<PreviewRow>[] = [
    {
      key: "title",
      header: t("consultation"),
      main: true,
      cell: ({ title, reference }) => (
        <>
          {title}
          {reference ? (
            <span className="block text-sm font-normal break-all text-ink-2">{reference}</span>
          ) : null}
        </>
      ),
    },
    { key: "body", header: t("asked"), cell: ({ publicBody }) => publicBody },
    { key: "when", header: t("when"), cell: when },
    { key: "answer", header: t("answer"), cell: ({ answered }) => t(answered ? "answered" : "notAnswered") },
    { key: "what", header: t("what"), cell: ({ outcome }) => t(`outcome.${outcome}`) },
  ];
  return (
    <Card title={t("first")}>
      <DataTable
        caption={t("firstCaption")}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
    </Card>
  );
}
