import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/lib/i18n/use-formats";

export type Opening = { id: string; at: Date; format: string };

const FORMATS = ["page", "print", "csv", "calendar", "list"] as const;

type Props = {
  openings: readonly Opening[];
  opened: { total: number; readers: number; days: number };
  timeZone: string;
};

/** When a view was opened and in which form; never by whom. */
export function OpeningList({ openings, opened, timeZone }: Props) {
  const t = useTranslations("shares.openings");
  const formats = useFormats();
  return (
    <Card title={t("title")}>
      {opened.total === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <>
          <p className="mb-3 max-w-measure">
            {t("summary", { total: opened.total, days: opened.days, readers: opened.readers })}{" "}
            <span className="text-ink-2">{t("noAddress")}</span>
          </p>
          <DataTable
            caption={t("title")}
            rows={openings}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "at",
                header: t("when"),
                main: true,
                cell: (one) => formats.moment(one.at, timeZone),
              },
              {
                key: "format",
                header: t("how"),
                cell: (one) => t(`format.${FORMATS.find((known) => known === one.format) ?? "page"}`),
              },
            ]}
          />
          {opened.total > openings.length ? (
            <p className="mt-2 text-sm text-ink-2">{t("more", { count: opened.total - openings.length })}</p>
          ) : null}
        </>
      )}
    </Card>
  );
}
