import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { hoursOf, type OlderFlagged } from "@/lib/domain/measures";
import { addDays, type PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; since: PlainDate; total: number; older: readonly OlderFlagged[] };

/** Flagged ones that started before the window: no figure counts them, but nobody forgets them. */
export function OlderCard({ slug, since, total, older }: Props) {
  const t = useTranslations("dashboard.older");
  const formats = useFormats();
  if (older.length === 0) return null;
  return (
    <Card
      title={t("title")}
      link={{
        href: `/w/${slug}/consultations?standing=flagged&until=${addDays(since, -1)}`,
        label: t("all", { count: total }),
        fullLabel: t("allFull", { count: total }),
      }}
    >
      <p className="text-sm text-ink-2">{t("sub", { since: formats.date(since) })}</p>
      <ul className="divide-y divide-line">
        {older.map(({ id, title, body, startsOn, minutes }) => (
          <li key={id} className="grid gap-x-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="min-w-0">
              <Link
                href={`/w/${slug}/consultations/${id}`}
                dir="auto"
                className="page-side line-clamp-3 font-semibold wrap-anywhere underline-offset-4 hover:underline"
              >
                {title}
              </Link>
              <p className="text-sm text-ink-2">
                <bdi>{body}</bdi> · {formats.date(startsOn)}
              </p>
            </div>
            <p className="text-ink-2 sm:text-end">
              {minutes > 0 ? formats.hours(hoursOf(minutes)) : t("noHours")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
