import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { activeFilters, type ListAddress } from "@/lib/domain/consultation-address";
import { STANDINGS } from "@/lib/domain/standing";
import { CONSULTATION_KINDS } from "@/lib/domain/taxonomy";
import { useTopicName } from "./topic-name";

/** What the list can be narrowed to, as it is recorded. */
export interface ListChoices {
  bodies: readonly { id: string; name: string }[];
  topics: readonly { id: string; key: string | null; name: string }[];
}

interface ListFiltersProps extends ListChoices {
  /** The list's own path. */
  path: string;
  address: ListAddress;
}

/** Search and filters as a form that asks for an address: it works without script and can be bookmarked. */
export function ListFilters({ path, address, bodies, topics }: ListFiltersProps) {
  const t = useTranslations("consultations");
  const common = useTranslations("common");
  const standing = useTranslations("standing.label");
  const kind = useTranslations("taxonomy.kind");
  const topicName = useTopicName();
  const { filters, unread } = address;
  const error = (name: "from" | "until") => (unread.includes(name) ? t("filter.unread") : undefined);
  const more = filters.body || filters.topic || filters.kind || filters.from || filters.until;
  return (
    <FilterBar
      action={path}
      label={t("filter.label")}
      submitLabel={common("filter")}
      clear={activeFilters(filters).length > 0 ? { href: path, label: common("clearFilters") } : undefined}
    >
      <div className="col-span-full grid max-w-[48rem] items-end gap-4 sm:grid-cols-2">
        <TextInput name="q" type="search" label={t("filter.q")} defaultValue={filters.q} maxLength={200} />
        <Select
          name="standing"
          label={t("filter.standing")}
          empty={t("filter.any")}
          defaultValue={filters.standing}
          choices={[
            { value: "flagged", label: t("filter.flagged") },
            ...STANDINGS.map((key) => ({ value: key, label: standing(key) })),
          ]}
        />
      </div>
      <details className="col-span-full" open={Boolean(more)}>
        <summary className="inline-flex min-h-11 items-center text-teal underline underline-offset-4">
          {t("filter.more")}
        </summary>
        <div className="grid items-end gap-4 pt-2 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
          <Select
            name="body"
            label={t("filter.body")}
            empty={t("filter.any")}
            defaultValue={chosen(bodies, filters.body)}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="topic"
            label={t("filter.topic")}
            empty={t("filter.any")}
            defaultValue={chosen(topics, filters.topic)}
            choices={topics.map((topic) => ({ value: topic.id, label: topicName(topic) }))}
          />
          <Select
            name="kind"
            label={t("filter.kind")}
            empty={t("filter.any")}
            defaultValue={filters.kind}
            choices={CONSULTATION_KINDS.map((key) => ({ value: key, label: kind(key) }))}
          />
          <DateInput name="from" label={t("filter.from")} defaultValue={filters.from} error={error("from")} />
          <DateInput
            name="until"
            label={t("filter.until")}
            defaultValue={filters.until}
            error={error("until")}
          />
        </div>
      </details>
    </FilterBar>
  );
}

/** The choice an address means: by id, by key or by name. */
export function chosen(
  choices: readonly { id: string; key?: string | null; name: string }[],
  wanted: string,
): string {
  if (!wanted) return "";
  const same = (text: string) => text.toLowerCase() === wanted.toLowerCase();
  return choices.find(({ id, key, name }) => id === wanted || key === wanted || same(name))?.id ?? "";
}
