import { useTranslations } from "next-intl";
import { DownloadList } from "@/components/list/download-list";
import { Static } from "@/components/markup/static";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { BodyFigures, BodyOrder } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { BodyTable } from "./body-table";
import { OrderLinks } from "./order-links";

type Props = {
  slug: string;
  since: PlainDate;
  order: BodyOrder;
  page: number;
  total: number;
  rows: readonly BodyFigures[];
  /** There are more after this page. */
  more: boolean;
};

/** Every public body of the workspace with its figures, by name or by hours. */
export function BodyList({ slug, since, order, page, total, rows, more }: Props) {
  const t = useTranslations("public-body");
  const measures = useTranslations("measures");
  const common = useTranslations("common");
  const formats = useFormats();
  const path = `/w/${slug}/bodies`;
  const at = (number: number, by: BodyOrder = order) => {
    const query = new URLSearchParams();
    if (by === "hours") query.set("order", by);
    if (number > 1) query.set("page", String(number));
    return query.size > 0 ? `${path}?${query}` : path;
  };
  const lookUp = (
    <ButtonLink href={`${path}/search`} variant="secondary" icon="search">
      {t("find.title")}
    </ButtonLink>
  );
  if (total === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("empty")} example={t("emptyExample")} action={lookUp} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub", { since: formats.date(since) })} action={lookUp} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6">
        <p className="text-ink-2 tabular-nums">{t("count", { count: total })}</p>
        <OrderLinks
          label={t("order.label")}
          order={order}
          name={{ href: at(1, "name"), label: t("order.name") }}
          hours={{ href: at(1, "hours"), label: t("order.hours") }}
        />
      </div>
      {rows.length > 0 ? (
        <Static className="md:rounded-md md:border md:border-line md:bg-card md:px-6 md:pt-2 md:pb-4">
          <BodyTable slug={slug} since={since} rows={rows} wide />
        </Static>
      ) : (
        <EmptyState title={t("beyond")} action={<ButtonLink href={at(1)}>{t("toStart")}</ButtonLink>} />
      )}
      <p className="mt-3 max-w-measure text-sm text-ink-2">
        {measures("note")} {t("notRanked")}
      </p>
      <Pagination
        label={common("pages")}
        previous={page > 1 ? { href: at(page - 1), label: t("previous") } : undefined}
        next={more ? { href: at(page + 1), label: t("next") } : undefined}
      />
      <DownloadList path={path} query={order === "name" ? "" : `?order=${order}`} />
    </>
  );
}
