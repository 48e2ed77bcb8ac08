import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { OldRecord } from "@/lib/domain/retention";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; years: number | null; records: readonly OldRecord[] };

/** Where the record itself is. */
function pathOf({ kind, id }: OldRecord): string {
  return `/${kind === "consultation" ? "consultations" : "activities"}/${id}`;
}

const LINK = "-my-2 inline-flex min-h-11 items-center text-teal underline underline-offset-4";

/** Records older than the organisation keeps them, with the day each is erased, and the way to keep it. */
export function OldRecords({ slug, years, records }: Props) {
  const t = useTranslations("settings.retention");
  const formats = useFormats();
  if (records.length === 0)
    return (
      <EmptyState
        title={t(years === null ? "keptForGood" : "nothing")}
        example={t(years === null ? "keptForGoodText" : "nothingText", { years: years ?? 0 })}
      />
    );
  return (
    <DataTable
      caption={t("caption")}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("record"),
          main: true,
          cell: (record) => (
            <Link href={`/w/${slug}${pathOf(record)}`} className="text-teal underline underline-offset-4">
              <bdi>{record.title}</bdi>
            </Link>
          ),
        },
        { key: "last", header: t("last"), cell: (record) => formats.date(record.lastOn) },
        {
          key: "end",
          header: t("end"),
          cell: ({ eraseOn, kept }) =>
            kept ? (
              <>
                <Badge tone="teal-outline">{t("kept", { date: formats.date(kept.until) })}</Badge>
                <span className="mt-1 block text-ink-2">
                  <bdi>{kept.reason}</bdi>
                </span>
              </>
            ) : eraseOn ? (
              formats.date(eraseOn)
            ) : null,
        },
        {
          key: "decide",
          header: t("decideHeader"),
          cell: (record) => (
            <Link
              href={`/w/${slug}/settings/retention/${record.id}`}
              aria-label={t("decideNamed", { title: record.title })}
              className={LINK}
            >
              {t("decide")}
            </Link>
          ),
        },
      ]}
    />
  );
}
