import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import {
  activeFilters,
  type FilterName,
  type ListAddress,
  listQuery,
} from "@/lib/domain/consultation-address";
import { isStanding } from "@/lib/domain/standing";
import { CONSULTATION_KINDS } from "@/lib/domain/taxonomy";
import { chosen, type ListChoices } from "./list-filters";
import { useTopicName } from "./topic-name";

interface ActiveFiltersProps extends ListChoices {
  path: string;
  address: ListAddress;
}

/** The filters that are on, each a link that takes it off. Nothing when there is none. */
export function ActiveFilters({ path, address, bodies, topics }: ActiveFiltersProps) {
  const t = useTranslations("consultations");
  const standing = useTranslations("standing.label");
  const kind = useTranslations("taxonomy.kind");
  const topicName = useTopicName();
  const { filters, unread } = address;
  const on = activeFilters(filters).filter((name) => !unread.some((one) => one === name));
  if (on.length === 0) return null;

  const worded = (name: FilterName): string => {
    const value = filters[name];
    if (name === "standing") return isStanding(value) ? standing(value) : t("filter.flagged");
    if (name === "body") return bodies.find(({ id }) => id === chosen(bodies, value))?.name ?? value;
    if (name === "topic") {
      const topic = topics.find(({ id }) => id === chosen(topics, value));
      return topic ? topicName(topic) : value;
    }
    if (name === "kind") {
      const key = CONSULTATION_KINDS.find((known) => known === value);
      return key ? kind(key) : value;
    }
    return value;
  };

  return (
    <ul aria-label={t("filter.on")} className="mb-4 flex flex-wrap gap-2">
      {on.map((name) => (
        <li key={name} className="max-w-full">
          <Link
            href={`${path}${listQuery(filters, { [name]: "" })}`}
            className="inline-flex min-h-11 max-w-full items-center gap-2 rounded-full border border-teal bg-teal-soft py-1 ps-4 pe-3 text-teal hover:underline"
          >
            <span className="min-w-0 wrap-anywhere">
              {t(`filter.${name}`)}
              {": "}
              <span dir="auto" className="font-semibold">
                {worded(name)}
              </span>
            </span>
            <span className="sr-only">{t("filter.takeOff")}</span>
            <Icon name="cross" size={16} weight="bold" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
