import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { ImportSummary } from "@/lib/domain/import/view";
import { useFormats } from "@/lib/i18n/use-formats";

/** Earlier imports, the newest first, with what came of them. */
export function ImportList({ slug, imports }: { slug: string; imports: readonly ImportSummary[] }) {
  const t = useTranslations("import");
  const format = useFormats();
  const columns: Column<ImportSummary>[] = [
    {
      key: "file",
      header: t("column.file"),
      main: true,
      cell: ({ id, fileName }) => (
        <Link
          href={`/w/${slug}/import/${id}`}
          className="inline-flex min-h-11 items-center break-all text-teal underline underline-offset-4"
        >
          {fileName}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state, counts }) => (state === "reading" ? "…" : t(`state.${state}`, counts)),
    },
    { key: "rows", header: t("column.rows"), align: "end", cell: ({ rows }) => format.number(rows) },
    { key: "on", header: t("column.on"), cell: ({ uploadedOn }) => format.date(uploadedOn) },
  ];
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-lg">{t("earlier")}</h2>
      {imports.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <DataTable caption={t("earlierCaption")} columns={columns} rows={imports} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
