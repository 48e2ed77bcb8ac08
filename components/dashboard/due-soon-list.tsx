import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { DueSoon } from "@/lib/domain/due-soon";
import { daysBetween, type PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; today: PlainDate; dueSoon: { total: number; items: DueSoon[] } };

/** What falls due in the coming fortnight, soonest first. */
export function DueSoonList({ slug, today, dueSoon }: Props) {
  const t = useTranslations("dashboard.dueSoon");
  const rest = dueSoon.total - dueSoon.items.length;
  return (
    <Card title={t("title")}>
      {dueSoon.items.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {dueSoon.items.map((item) => (
          <DueSoonItem
            key={`${item.kind} ${item.recordId} ${item.title}`}
            slug={slug}
            today={today}
            item={item}
          />
        ))}
      </ul>
      {rest > 0 ? <p className="border-t border-line pt-3 text-ink-2">{t("more", { count: rest })}</p> : null}
    </Card>
  );
}

function DueSoonItem({ slug, today, item }: { slug: string; today: PlainDate; item: DueSoon }) {
  const t = useTranslations("dashboard");
  const formats = useFormats();
  const days = daysBetween(today, item.dueOn);
  const proposed = item.kind === "proposal";
  const soon = proposed
    ? t("dueSoon.toCheck")
    : days === 0
      ? t("dueSoon.today")
      : days === 1
        ? t("dueSoon.tomorrow")
        : t("dueSoon.inDays", { days });
  const whose = proposed
    ? t("source.theirPage")
    : item.kind === "us"
      ? t("source.ours")
      : t(`source.${item.source}`);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 py-3">
      <div className="min-w-0">
        <Link
          href={`/w/${slug}/${item.place}/${item.recordId}${proposed ? "#proposal" : ""}`}
          className="line-clamp-3 font-semibold underline-offset-4 hover:underline"
        >
          {t(`dueSoon.${item.kind}`, { title: item.title })}
        </Link>
        <p className="text-sm text-ink-2">
          {item.body ? (
            <>
              <bdi>{item.body}</bdi> ·{" "}
            </>
          ) : null}
          {whose}
          {item.basis ? <> · {t(`basis.${item.basis}`)}</> : null}
        </p>
      </div>
      <p className="text-end text-sm whitespace-nowrap text-ink-2">
        <span className="block text-base font-semibold text-ink">
          {proposed ? formats.date(item.dueOn) : formats.dayMonth(item.dueOn)}
        </span>
        {soon}
      </p>
    </li>
  );
}
