import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { DIRECTORY_STATES, type DirectoryState } from "@/lib/domain/reference";
import { BODY_KINDS, type BodyKind } from "@/lib/domain/taxonomy";

const LIST = "/admin/reference/bodies";

type Row = {
  id: string;
  name: string;
  kind: BodyKind;
  nation: string;
  code: string;
  merged: { name: string } | null;
  successor: { name: string } | null;
};
type Props = {
  q: string;
  kind: BodyKind | null;
  state: DirectoryState;
  page: number;
  total: number;
  rows: Row[];
  more: boolean;
};

/** The directory of public bodies: find, narrow down, go on. */
export function BodyList({ q, kind, state, page, total, rows, more }: Props) {
  const t = useTranslations("platform.reference.bodies");
  const kinds = useTranslations("taxonomy.bodyKind");
  const common = useTranslations("common");
  const at = (number: number) => {
    const query = new URLSearchParams();
    if (q) query.set("q", q);
    if (kind) query.set("kind", kind);
    if (state !== "current") query.set("state", state);
    if (number > 1) query.set("page", String(number));
    return query.size > 0 ? `${LIST}?${query}` : LIST;
  };
  const narrowed = q !== "" || kind !== null || state !== "current";
  return (
    <>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        action={<ButtonLink href={`${LIST}/new`}>{t("add")}</ButtonLink>}
      />
      <FilterBar
        action={LIST}
        label={t("filter.label")}
        submitLabel={common("filter")}
        clear={narrowed ? { href: LIST, label: common("clearFilters") } : undefined}
      >
        <TextInput name="q" type="search" label={t("filter.q")} defaultValue={q} maxLength={200} />
        <Select
          name="kind"
          label={t("filter.kind")}
          empty={t("filter.any")}
          defaultValue={kind ?? ""}
          choices={BODY_KINDS.map((value) => ({ value, label: kinds(value) }))}
        />
        <Select
          name="state"
          label={t("filter.state")}
          defaultValue={state}
          choices={DIRECTORY_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <p role="status" className="mb-2 text-ink-2 tabular-nums">
        {t("count", { count: total })}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <DataTable
          caption={t("title")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "name",
              header: t("name"),
              main: true,
              cell: ({ id, name, merged, successor }) => (
                <>
                  <Link
                    href={`${LIST}/${encodeURIComponent(id)}`}
                    className="inline-flex min-h-11 items-center font-normal text-teal underline-offset-4 hover:underline md:min-h-6"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                  {merged ? <Beside>{t("mergedInto", { name: merged.name })}</Beside> : null}
                  {successor ? <Beside>{t("followedBy", { name: successor.name })}</Beside> : null}
                </>
              ),
            },
            { key: "kind", header: t("kind"), cell: (row) => kinds(row.kind) },
            { key: "nation", header: t("nation"), cell: ({ nation }) => nation },
            { key: "code", header: t("code"), cell: ({ code }) => <bdi dir="ltr">{code}</bdi> },
          ]}
        />
      )}
      <Pagination
        label={common("pages")}
        previous={page > 1 ? { href: at(page - 1), label: common("previousPage") } : undefined}
        next={more ? { href: at(page + 1), label: common("nextPage") } : undefined}
      />
    </>
  );
}

function Beside({ children }: { children: string }) {
  return <span className="block text-sm font-normal text-ink-2">{children}</span>;
}
