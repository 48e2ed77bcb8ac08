import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import { type AuditAddress, isAuditNarrowed } from "@/lib/domain/audit-address";
import { AUDIT_GROUPS } from "@/lib/domain/audit-kinds";
import { actorName } from "@/lib/i18n/audit-words";

export type AuditPerson = { id: string; name: string | null; place: "member" | "former" | "platform" };

type Props = { path: string; address: AuditAddress; people: readonly AuditPerson[] };

/** Who, what kind and which days, as a form that asks for an address. */
export function AuditFilters({ path, address, people }: Props) {
  const t = useTranslations("audit");
  const common = useTranslations("common");
  const { filters, unread } = address;
  const error = (name: "from" | "until") => (unread.includes(name) ? t("filter.unread") : undefined);
  const named = people.filter(({ name }) => name !== null);
  const narrowed = isAuditNarrowed(filters);
  // Closed until it is wanted: on a phone it would push what happened off the screen.
  return (
    <details open={narrowed} className="mb-4">
      <summary className="inline-flex min-h-11 items-center text-teal underline underline-offset-4">
        {t("filter.label")}
      </summary>
      <FilterBar
        action={path}
        label={t("filter.label")}
        submitLabel={common("filter")}
        clear={narrowed ? { href: path, label: common("clearFilters") } : undefined}
      >
        <Select
          name="person"
          label={t("filter.person")}
          empty={t("filter.anybody")}
          defaultValue={filters.person}
          choices={[
            ...named.map((person) => ({ value: person.id, label: actorName(t, person) })),
            { value: "platform", label: t("actor.platform") },
          ]}
        />
        <Select
          name="group"
          label={t("filter.group")}
          empty={t("filter.anything")}
          defaultValue={filters.group}
          choices={AUDIT_GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) }))}
        />
        <DateInput name="from" label={t("filter.from")} defaultValue={filters.from} error={error("from")} />
        <DateInput
          name="until"
          label={t("filter.until")}
          defaultValue={filters.until}
          error={error("until")}
        />
      </FilterBar>
    </details>
  );
}
