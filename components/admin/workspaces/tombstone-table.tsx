import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

export type Tombstone = {
  id: string;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  erasedOn: PlainDate;
  reason: "closed" | "asked" | "never_used" | "replayed";
  members: number;
  consultations: number;
  activities: number;
};

/** What is left of erased workspaces: days and counts, no name. */
export function TombstoneTable({ rows }: { rows: readonly Tombstone[] }) {
  const t = useTranslations("workspaces.tombstone");
  const formats = useFormats();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "erasedOn", header: t("erasedOn"), main: true, cell: (row) => formats.date(row.erasedOn) },
        { key: "why", header: t("why"), cell: (row) => t(`reason.${row.reason}`) },
        { key: "openedOn", header: t("openedOn"), cell: (row) => formats.date(row.openedOn) },
        {
          key: "closedOn",
          header: t("closedOn"),
          cell: (row) => (row.closedOn ? formats.date(row.closedOn) : t("notClosed")),
        },
        { key: "members", header: t("members"), align: "end", cell: (row) => formats.number(row.members) },
        {
          key: "consultations",
          header: t("consultations"),
          align: "end",
          cell: (row) => formats.number(row.consultations),
        },
        {
          key: "activities",
          header: t("activities"),
          align: "end",
          cell: (row) => formats.number(row.activities),
        },
      ]}
    />
  );
}
