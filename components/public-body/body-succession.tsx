import { useTranslations } from "next-intl";
import { OwedItem } from "@/components/owed/owed-item";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { type OwedItem as Owed, owedQuery } from "@/lib/domain/owed";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

type Neighbour = { id: string; name: string; on: PlainDate | null };

/** Who came before and after a public body, and what it owes that an earlier one promised. */
export type Succession = {
  successor: Neighbour | null;
  tookOver: Neighbour[];
  inherited: { total: number; items: Owed[] };
};

type Props = Succession & { slug: string; today: PlainDate; mayWrite: boolean; body: string };

export function BodySuccession({ slug, today, mayWrite, body, successor, tookOver, inherited }: Props) {
  const t = useTranslations("public-body.succession");
  const formats = useFormats();
  if (!successor && tookOver.length === 0) return null;
  const date = (on: PlainDate | null) => (on ? formats.date(on) : "");
  return (
    <div className="mb-6 grid gap-4">
      {successor ? (
        <Notice>
          {t.rich(successor.on && successor.on > today ? "willEnd" : "ended", {
            date: date(successor.on),
            name: successor.name,
            to: (words) => <BodyLink slug={slug} id={successor.id} name={words} />,
          })}
        </Notice>
      ) : null}
      {tookOver.map((earlier) => (
        <p key={earlier.id} className="max-w-measure">
          {t.rich("tookOver", {
            date: date(earlier.on),
            name: earlier.name,
            to: (words) => <BodyLink slug={slug} id={earlier.id} name={words} />,
          })}
        </p>
      ))}
      {inherited.total > 0 ? (
        <Card
          title={t("inherited", { count: inherited.total })}
          link={{ href: `/w/${slug}/follow-ups${owedQuery({ body })}`, label: t("all") }}
        >
          <p className="mb-3 text-ink-2">{t("apart")}</p>
          <ul className="grid gap-3">
            {inherited.items.map((item) => (
              <OwedItem key={item.id} item={item} today={today} slug={slug} mayWrite={mayWrite} level={3} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

function BodyLink({ slug, id, name }: { slug: string; id: string; name: React.ReactNode }) {
  return (
    <Link href={`/w/${slug}/bodies/${id}`} className="text-teal underline underline-offset-4">
      <bdi>{name}</bdi>
    </Link>
  );
}
