import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { WORKSPACE_STATES, type WorkspaceState } from "@/lib/domain/workspace";
import { type WorkspaceListAddress, workspaceListQuery } from "@/lib/domain/workspace-list";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Tombstone, TombstoneTable } from "./tombstone-table";
import { type WorkspaceRow, WorkspaceTable } from "./workspace-table";

const LIST = "/admin/workspaces";

type Props = {
  address: WorkspaceListAddress;
  rows: readonly WorkspaceRow[];
  tombstones: readonly Tombstone[];
  counts: Record<WorkspaceState, number>;
  next: string | null;
};

/** The list of workspaces: find, narrow down, go on. */
export function WorkspaceList({ address, rows, tombstones, counts, next }: Props) {
  const t = useTranslations("workspaces");
  const formats = useFormats();
  const narrowed = address.q !== "" || address.state !== "";
  return (
    <>
      <FilterBar
        action={LIST}
        label={t("filter.label")}
        submitLabel={t("filter.submit")}
        clear={narrowed ? { href: LIST, label: t("filter.clear") } : undefined}
      >
        <TextInput name="q" type="search" label={t("filter.q")} defaultValue={address.q} maxLength={100} />
        <Select
          name="state"
          label={t("filter.state")}
          empty={t("filter.any")}
          defaultValue={address.state}
          choices={WORKSPACE_STATES.map((state) => ({
            value: state,
            label: t("filter.option", { state: t(`state.${state}`), count: formats.number(counts[state]) }),
          }))}
        />
      </FilterBar>
      <Found address={address} rows={rows} tombstones={tombstones} />
      <Pagination
        label={t("pages")}
        previous={
          address.after
            ? { href: `${LIST}${workspaceListQuery({ ...address, after: "" })}`, label: t("first") }
            : undefined
        }
        next={
          next
            ? { href: `${LIST}${workspaceListQuery({ ...address, after: next })}`, label: t("more") }
            : undefined
        }
      />
    </>
  );
}

function Found({ address, rows, tombstones }: Pick<Props, "address" | "rows" | "tombstones">) {
  const t = useTranslations("workspaces");
  if (tombstones.length > 0) return <TombstoneTable rows={tombstones} />;
  if (rows.length > 0) return <WorkspaceTable rows={rows} />;
  if (address.state === "erased") return <EmptyState title={t("tombstone.empty")} />;
  if (address.q !== "" || address.state !== "")
    return <EmptyState title={t("none.title")} example={t("none.hint")} />;
  return <EmptyState title={t("empty.title")} example={t("empty.example")} />;
}
