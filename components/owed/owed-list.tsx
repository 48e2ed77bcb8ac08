import { useTranslations } from "next-intl";
import { chosen } from "@/components/consultation/list-filters";
import { DownloadList } from "@/components/list/download-list";
import { ListPages } from "@/components/list/list-pages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import {
  OWED_STATES,
  type OwedItem as Owed,
  type OwedAddress,
  type OwedSide,
  owedQuery,
} from "@/lib/domain/owed";
import type { PlainDate } from "@/lib/domain/plain-date";
import { OwedItem } from "./owed-item";
import { OwedSides } from "./owed-sides";

interface OwedListProps {
  slug: string;
  address: OwedAddress;
  today: PlainDate;
  items: readonly Owed[];
  counts: readonly { side: OwedSide; count: number }[];
  bodies: readonly { id: string; name: string }[];
  /** Whether anything was ever owed. */
  any: boolean;
  total: number;
  from: number;
  to: number;
  next: string | null;
  previous: string | null;
  mayWrite: boolean;
}

/** Everything owed on one side, late first, with the way to the other sides. */
export function OwedList({ slug, address, today, items, mayWrite, ...list }: OwedListProps) {
  const t = useTranslations("owed");
  const common = useTranslations("common");
  const path = `/w/${slug}/follow-ups`;
  const { total } = list;
  const { side, state, body } = address;
  if (!list.any) {
    return (
      <EmptyState
        title={t("empty.title")}
        example={t("empty.example")}
        action={
          mayWrite ? (
            <ButtonLink href={`/w/${slug}/consultations/new`} icon="plus">
              {t("empty.action")}
            </ButtonLink>
          ) : undefined
        }
      />
    );
  }
  const narrowed = state !== "owed" || body !== "";
  const link = (page: { after?: string; before?: string }) =>
    `${path}${owedQuery({ side, state, body, ...page })}`;
  return (
    <>
      <OwedSides path={path} address={address} counts={list.counts} />
      <p className="mb-4 text-ink-2">{t(`explain.${side}`)}</p>
      <details open={narrowed} className="mb-2">
        <summary className="inline-flex min-h-11 items-center text-teal underline underline-offset-4">
          {t("filter.more")}
        </summary>
        <FilterBar
          action={path}
          label={t("filter.label")}
          submitLabel={common("filter")}
          clear={
            narrowed ? { href: `${path}${owedQuery({ side })}`, label: common("clearFilters") } : undefined
          }
        >
          {side === "to_us" ? null : <input type="hidden" name="side" value={side} />}
          <Select
            name="state"
            label={t("filter.state")}
            defaultValue={state}
            choices={OWED_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <Select
            name="body"
            label={t("filter.body")}
            empty={t("filter.any")}
            defaultValue={chosen(list.bodies, body)}
            choices={list.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      </details>
      <p role="status" className="mb-2 text-ink-2 tabular-nums">
        {t(side === "tell" || state === "done" ? "countOldest" : "count", { count: total })}
      </p>
      {items.length > 0 ? (
        <ul className="grid gap-3">
          {items.map((item) => (
            <OwedItem key={item.id} item={item} today={today} slug={slug} mayWrite={mayWrite} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={narrowed || total > 0 ? t("noMatch") : t(`none.${side}`)}
          example={narrowed || total > 0 ? undefined : t("none.hint")}
          action={
            narrowed || total > 0 ? (
              <ButtonLink href={`${path}${owedQuery({ side })}`} variant="secondary">
                {common("clearFilters")}
              </ButtonLink>
            ) : undefined
          }
        />
      )}
      <ListPages list={list} link={link} />
      {total > 0 ? <DownloadList path={path} query={owedQuery({ side, state, body })} /> : null}
    </>
  );
}
