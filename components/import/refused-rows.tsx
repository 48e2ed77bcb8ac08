import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { BROUGHT_IN } from "@/lib/domain/export/files";
import { refusalSentence } from "@/lib/domain/import/refusal-sentence";
import type { RefusedRowView } from "@/lib/domain/import/view";

type Props = {
  href: string;
  title: string;
  hint: string;
  /** All refused rows; `rows` are the first of them. */
  count: number;
  rows: readonly RefusedRowView[];
};

/** Rows that cannot be taken, each with what to mend, and all of them as a sheet. */
// messages: import.refusal.*, import.field.*
export function RefusedRows({ href, title, hint, count, rows }: Props) {
  const t = useTranslations("import");
  if (count === 0) return null;
  if (rows.length === 0)
    return (
      <Card title={title}>
        <p className="max-w-measure text-ink-2">{t("result.refusedErased")}</p>
      </Card>
    );
  const fileName = (name: string) => {
    const file = BROUGHT_IN.find((one) => one === name);
    return file ? t(`export.file.${file}`) : name;
  };
  const columns: Column<RefusedRowView>[] = [
    {
      key: "row",
      header: t("preview.row"),
      main: true,
      cell: ({ row, place }) =>
        place
          ? t("export.place", { file: fileName(place.file), line: String(place.line) })
          : t("rowNumber", { row: String(row) }),
    },
    {
      key: "why",
      header: t("preview.refusedWhy"),
      cell: ({ problems }) => (
        <ul className="grid gap-1">
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.code}`} className="break-words">
              {refusalSentence(problem, (key, values) => t(key, values))}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Card title={title}>
      <p className="mb-4 max-w-measure text-ink-2">
        {rows.some(({ place }) => place) ? t("export.refusedHint") : hint}
      </p>
      <p className="mb-4">
        <a href={href} download className={buttonClass("secondary")}>
          {t("preview.download")}
        </a>
      </p>
      <DataTable
        caption={t("preview.refusedCaption")}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
      {rows.length < count ? (
        <p className="mt-4 text-ink-2">{t("preview.refusedMore", { shown: rows.length, count })}</p>
      ) : null}
    </Card>
  );
}
