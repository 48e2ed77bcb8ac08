import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { WorkspaceState } from "@/lib/domain/workspace";
import type { WorkspaceFigures } from "@/lib/domain/workspace-list";
import { useFormats } from "@/lib/i18n/use-formats";
import { StateBadge } from "./state-badge";
import { useSize } from "./use-size";

export type WorkspaceRow = {
  slug: string;
  name: string;
  state: WorkspaceState;
  lastActiveOn: PlainDate | null;
  eraseOn: PlainDate | null;
  erasureAsked: boolean;
  figures: WorkspaceFigures;
};

/** Workspaces with what a platform admin may see of them: days and counts, never a title or a word of content. */
export function WorkspaceTable({ rows }: { rows: readonly WorkspaceRow[] }) {
  const t = useTranslations("workspaces");
  const formats = useFormats();
  const size = useSize();
  const figure = (key: keyof WorkspaceFigures) => (row: WorkspaceRow) => formats.number(row.figures[key]);
  return (
    <>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.slug}
        columns={[
          { key: "name", header: t("column.name"), main: true, cell: (row) => <Name row={row} /> },
          { key: "state", header: t("column.state"), cell: (row) => <State row={row} /> },
          { key: "members", header: t("column.members"), align: "end", cell: figure("members") },
          {
            key: "lastChange",
            header: t("column.lastChange"),
            align: "end",
            cell: (row) => (row.lastActiveOn ? formats.date(row.lastActiveOn) : t("neverChanged")),
          },
          {
            key: "consultations",
            header: t("column.consultations"),
            align: "end",
            cell: figure("consultations"),
          },
          { key: "needsAnswer", header: t("column.needsAnswer"), align: "end", cell: figure("needsAnswer") },
          { key: "inTime", header: t("column.inTime"), align: "end", cell: figure("inTime") },
          { key: "acted", header: t("column.acted"), align: "end", cell: figure("acted") },
          { key: "kept", header: t("column.kept"), align: "end", cell: (row) => size(row.figures.bytes) },
        ]}
      />
      <p className="mt-4 max-w-measure text-sm text-ink-2">{t("how")}</p>
    </>
  );
}

function Name({ row }: { row: WorkspaceRow }) {
  return (
    <>
      <Link
        href={`/admin/workspaces/${row.slug}`}
        className="inline-flex min-h-11 items-center text-teal underline-offset-4 hover:underline md:min-h-0"
      >
        <bdi>{row.name}</bdi>
      </Link>
      <span className="block text-sm font-normal wrap-anywhere text-ink-2">
        <bdi dir="ltr">{`/w/${row.slug}`}</bdi>
      </span>
    </>
  );
}

function State({ row }: { row: WorkspaceRow }) {
  const t = useTranslations("workspaces");
  const formats = useFormats();
  return (
    <>
      <StateBadge state={row.state} />
      {row.eraseOn ? (
        <span className="mt-1 block text-sm text-ink-2">
          {t("eraseOn", { date: formats.date(row.eraseOn) })}
        </span>
      ) : null}
      {row.erasureAsked ? <span className="mt-1 block text-sm font-semibold">{t("asked")}</span> : null}
    </>
  );
}
