import { useTranslations } from "next-intl";
import { DownloadList } from "@/components/list/download-list";
import { ListPages } from "@/components/list/list-pages";
import { Static } from "@/components/markup/static";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { activeFilters, type ListAddress, listQuery } from "@/lib/domain/consultation-address";
import type { ConsultationRow } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";
import { ActiveFilters } from "./active-filters";
import { ConsultationRows } from "./consultation-rows";
import { type ListChoices, ListFilters } from "./list-filters";

interface ConsultationListProps extends ListChoices {
  slug: string;
  address: ListAddress;
  today: PlainDate;
  rows: readonly ConsultationRow[];
  total: number;
  /** Whether there is any consultation at all. */
  any: boolean;
  from: number;
  to: number;
  next: string | null;
  previous: string | null;
  mayWrite: boolean;
}

/** The list of consultations: filters, a page of rows on one time axis, the way on; or what to do first. */
export function ConsultationList({ slug, address, today, mayWrite, ...list }: ConsultationListProps) {
  const t = useTranslations("consultations");
  const common = useTranslations("common");
  const path = `/w/${slug}/consultations`;
  const { filters } = address;
  const { rows, total, bodies, topics } = list;

  if (!list.any) {
    return (
      <EmptyState
        title={t("empty.title")}
        example={t("empty.example")}
        action={
          mayWrite ? (
            <>
              <ButtonLink href={`${path}/new`} icon="plus">
                {t("log")}
              </ButtonLink>
              <ButtonLink href={`/w/${slug}/import`} variant="secondary">
                {t("empty.import")}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
    );
  }

  const narrowed = activeFilters(filters).length > 0;
  const link = (page: { after?: string; before?: string }) => `${path}${listQuery(filters, {}, page)}`;
  return (
    <>
      <ListFilters path={path} address={address} bodies={bodies} topics={topics} />
      <ActiveFilters path={path} address={address} bodies={bodies} topics={topics} />
      <p role="status" className="mb-2 text-ink-2 tabular-nums">
        {t(narrowed ? "matching" : "all", { count: total })}
      </p>
      {rows.length > 0 ? (
        <Static className="rounded-md border border-line bg-card px-4 pt-1 pb-4 md:px-6">
          <ConsultationRows rows={rows} today={today} slug={slug} />
        </Static>
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
      {total > 0 ? <DownloadList path={path} query={listQuery(filters)} /> : null}
    </>
  );
}
