import { useTranslations } from "next-intl";
import { DownloadList } from "@/components/list/download-list";
import { ListPages } from "@/components/list/list-pages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { type ActivityAddress, activityQuery, isNarrowed } from "@/lib/domain/activity-address";
import type { ActivityRow } from "@/lib/domain/activity-record";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";
import { ActivityFilters } from "./activity-filters";
import { useKindName } from "./kind-name";

interface ActivityListProps {
  slug: string;
  address: ActivityAddress;
  rows: readonly ActivityRow[];
  bodies: readonly { id: string; name: string }[];
  total: number;
  /** Whether there is any activity at all. */
  any: boolean;
  from: number;
  to: number;
  next: string | null;
  previous: string | null;
  mayWrite: boolean;
}

/** The list of activities: filters, a page of rows, the way on; or what to do first. */
export function ActivityList({ slug, address, mayWrite, ...list }: ActivityListProps) {
  const t = useTranslations("activity");
  const common = useTranslations("common");
  const path = `/w/${slug}/activities`;
  const { rows, total } = list;
  if (!list.any) {
    return (
      <EmptyState
        title={t("empty.title")}
        example={t("empty.example")}
        action={
          mayWrite ? (
            <ButtonLink href={`${path}/new`} icon="plus">
              {t("log")}
            </ButtonLink>
          ) : undefined
        }
      />
    );
  }
  const narrowed = isNarrowed(address.filters);
  const link = (page: { after?: string; before?: string }) =>
    `${path}${activityQuery(address.filters, page)}`;
  return (
    <>
      <ActivityFilters path={path} address={address} bodies={list.bodies} />
      <p role="status" className="mb-2 text-ink-2 tabular-nums">
        {t(narrowed ? "matching" : "all", { count: total })}
      </p>
      {rows.length > 0 ? (
        <ul className="rounded-md border border-line bg-card px-4 md:px-6">
          {rows.map((row) => (
            <Row key={row.id} row={row} path={path} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t(total > 0 ? "noMatch.beyond" : "noMatch.title")}
          example={total > 0 ? undefined : t("noMatch.hint")}
          action={
            <ButtonLink href={total > 0 ? link({}) : path} variant="secondary">
              {total > 0 ? t("noMatch.toStart") : common("clearFilters")}
            </ButtonLink>
          }
        />
      )}
      <ListPages list={list} link={link} />
      {total > 0 ? <DownloadList path={path} query={activityQuery(address.filters)} /> : null}
    </>
  );
}

function Row({ row, path }: { row: ActivityRow; path: string }) {
  const t = useTranslations("activity.row");
  const owner = useTranslations("taxonomy.eventOwner");
  const kindName = useKindName();
  const formats = useFormats();
  const about = [kindName(row), owner(row.whose), row.body && isolated(row.body)].filter(Boolean);
  const counted = [
    row.people === null ? t("peopleUnknown") : t("people", { count: row.people }),
    row.officials > 0 && t("officials", { count: row.officials }),
    row.promises > 0 && t("promises", { count: row.promises }),
  ].filter(Boolean);
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t py-4 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <h2 className="min-w-0">
        <Link
          href={`${path}/${row.id}`}
          dir="auto"
          className="page-side line-clamp-4 py-1 text-base leading-tight font-semibold wrap-anywhere underline-offset-4 hover:underline"
        >
          {row.title}
        </Link>
      </h2>
      <p className="py-1 leading-tight sm:text-end">
        {formats.dateRange(row.startsOn, row.endsOn ?? row.startsOn)}
      </p>
      <p className="min-w-0 text-sm text-ink-2 wrap-anywhere">{about.join(" · ")}</p>
      <p className="text-sm text-ink-2 tabular-nums sm:text-end">{counted.join(" · ")}</p>
    </li>
  );
}
