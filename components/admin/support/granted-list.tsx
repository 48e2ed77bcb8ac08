import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { useFormats } from "@/lib/i18n/use-formats";

type Row = { slug: string; name: string; mayChange: boolean; until: Date };
type Props = { rows: Row[]; page: number; more: boolean };

/** The organisations that let platform support in now. */
export function GrantedList({ rows, page, more }: Props) {
  const t = useTranslations("platform.support");
  const common = useTranslations("common");
  const formats = useFormats();
  const at = (number: number) => (number > 1 ? `/admin/support?page=${number}` : "/admin/support");
  return (
    <>
      <PageHeader title={t("admin.title")} sub={t("admin.sub")} />
      {rows.length === 0 ? (
        <EmptyState title={t("admin.empty")} example={t("admin.emptyExample")} />
      ) : (
        <DataTable
          caption={t("admin.caption")}
          rows={rows}
          rowKey={(row) => row.slug}
          columns={[
            { key: "name", header: t("admin.name"), main: true, cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: "kind",
              header: t("admin.kind"),
              cell: ({ mayChange }) => t(mayChange ? "kinds.change" : "kinds.look"),
            },
            { key: "until", header: t("admin.until"), cell: ({ until }) => formats.moment(until, "UTC") },
            {
              key: "enter",
              header: t("admin.enter"),
              cell: ({ slug, name }) => (
                <ButtonLink href={`/w/${slug}`} variant="secondary">
                  {t("admin.enterFull", { name })}
                </ButtonLink>
              ),
            },
          ]}
        />
      )}
      <Pagination
        label={common("pages")}
        previous={page > 1 ? { href: at(page - 1), label: t("admin.previous") } : undefined}
        next={more ? { href: at(page + 1), label: t("admin.next") } : undefined}
      />
    </>
  );
}
