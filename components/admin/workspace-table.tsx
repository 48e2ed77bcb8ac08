import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { WorkspaceState } from "@/lib/domain/workspace";
import { useFormats } from "@/lib/i18n/use-formats";

type Row = { slug: string; name: string; state: WorkspaceState; members: number; openedOn: string };

/** Every workspace with what a platform admin may see of it. */
export function WorkspaceTable({ rows, next }: { rows: Row[]; next: string | null }) {
  const t = useTranslations("admin");
  const formats = useFormats();
  if (rows.length === 0) return <EmptyState title={t("empty")} example={t("emptyExample")} />;
  return (
    <>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.slug}
        columns={[
          { key: "name", header: t("name"), main: true, cell: (row) => <bdi>{row.name}</bdi> },
          { key: "slug", header: t("slug"), cell: (row) => <bdi dir="ltr">/w/{row.slug}</bdi> },
          { key: "state", header: t("state"), cell: (row) => t(`states.${row.state}`) },
          { key: "members", header: t("members"), align: "end", cell: (row) => formats.number(row.members) },
          { key: "openedOn", header: t("openedOn"), align: "end", cell: (row) => formats.date(row.openedOn) },
        ]}
      />
      <Pagination
        label={t("pages")}
        next={
          next ? { href: `/admin/workspaces?after=${encodeURIComponent(next)}`, label: t("more") } : undefined
        }
      />
    </>
  );
}
