import { useTranslations } from "next-intl";
import { BodyTable } from "@/components/public-body/body-table";
import { OrderLinks } from "@/components/public-body/order-links";
import { Card } from "@/components/ui/card";
import type { BodyFigures, BodyOrder } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FEWEST_TO_COMPARE } from "@/lib/domain/standing";
import { How } from "./how";

type Props = {
  slug: string;
  since: PlainDate;
  order: BodyOrder;
  bodies: { total: number; rows: readonly BodyFigures[] };
};

/** Hours, answers and promises by public body: by name, or by hours when asked. */
export function BodiesCard({ slug, since, order, bodies }: Props) {
  const t = useTranslations("dashboard.bodies");
  const measures = useTranslations("measures");
  const { total, rows } = bodies;
  return (
    <Card
      id="by-body"
      title={t("title")}
      link={{
        href: `/w/${slug}/bodies`,
        label: t("all", { count: total }),
        fullLabel: t("allFull", { count: total }),
      }}
    >
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {rows.length > 1 ? (
        <OrderLinks
          label={t("order")}
          order={order}
          name={{ href: `/w/${slug}#by-body`, label: t("byName") }}
          hours={{ href: `/w/${slug}?bodies=hours#by-body`, label: t("byHours") }}
        />
      ) : null}
      {rows.length < total ? <p className="text-sm text-ink-2">{t("some", { count: rows.length })}</p> : null}
      {rows.length > 0 ? <BodyTable slug={slug} since={since} rows={rows} /> : null}
      {rows.some(({ finished }) => finished < FEWEST_TO_COMPARE) ? (
        <p className="pt-2 text-sm text-ink-2">{measures("note")}</p>
      ) : null}
      <How>{t("how")}</How>
    </Card>
  );
}
