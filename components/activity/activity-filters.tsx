import { useTranslations } from "next-intl";
import { chosen } from "@/components/consultation/list-filters";
import { DateInput } from "@/components/ui/date-input";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type ActivityAddress, isNarrowed } from "@/lib/domain/activity-address";
import { ACTIVITY_KINDS } from "@/lib/domain/taxonomy";

type Props = { path: string; address: ActivityAddress; bodies: readonly { id: string; name: string }[] };

/** Search and filters as a form that asks for an address. */
export function ActivityFilters({ path, address, bodies }: Props) {
  const t = useTranslations("activity.filter");
  const common = useTranslations("common");
  const kind = useTranslations("taxonomy.activityKind");
  const { filters, unread } = address;
  const error = (name: "from" | "until") => (unread.includes(name) ? t("unread") : undefined);
  const more = Boolean(filters.kind || filters.body || filters.from || filters.until);
  return (
    <FilterBar
      action={path}
      label={t("label")}
      submitLabel={common("filter")}
      clear={isNarrowed(filters) ? { href: path, label: common("clearFilters") } : undefined}
    >
      <div className="col-span-full max-w-[24rem]">
        <TextInput name="q" type="search" label={t("q")} defaultValue={filters.q} maxLength={200} />
      </div>
      <details className="col-span-full" open={more}>
        <summary className="inline-flex min-h-11 items-center text-teal underline underline-offset-4">
          {t("more")}
        </summary>
        <div className="grid items-end gap-4 pt-2 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
          <Select
            name="kind"
            label={t("kind")}
            empty={t("any")}
            defaultValue={filters.kind}
            choices={ACTIVITY_KINDS.map((key) => ({ value: key, label: kind(key) }))}
          />
          <Select
            name="body"
            label={t("body")}
            empty={t("any")}
            defaultValue={chosen(bodies, filters.body)}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateInput name="from" label={t("from")} defaultValue={filters.from} error={error("from")} />
          <DateInput name="until" label={t("until")} defaultValue={filters.until} error={error("until")} />
        </div>
      </details>
    </FilterBar>
  );
}
