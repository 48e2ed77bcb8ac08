import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import { Nothing, usePartCell } from "@/components/public-body/part-cell";
import { Card } from "@/components/ui/card";
import type { Column } from "@/components/ui/data-table";
import { FigureTable } from "@/components/ui/figure-table";
import { Link } from "@/components/ui/link";
import { hoursOf, shareOf, type TopicFigures } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { FEWEST_TO_COMPARE } from "@/lib/domain/standing";
import { useFormats } from "@/lib/i18n/use-formats";
import { How } from "./how";

type Props = { slug: string; since: PlainDate; topics: readonly TopicFigures[] };

/** Hours, action and answers by topic, by name. */
export function TopicsCard({ slug, since, topics }: Props) {
  const t = useTranslations("dashboard.topics");
  const measures = useTranslations("measures");
  const nameOf = useTopicName();
  const formats = useFormats();
  const part = usePartCell();
  const acted = ({ actedMinutes, finishedMinutes, finished }: TopicFigures) => {
    const share = shareOf({ part: actedMinutes, whole: finishedMinutes }, finished);
    return share === null ? <Nothing>{measures("tooFew")}</Nothing> : formats.percent(share);
  };
  const columns: Column<TopicFigures>[] = [
    {
      key: "topic",
      header: t("topic"),
      main: true,
      cell: (topic) => (
        <Link href={`/w/${slug}/consultations?topic=${topic.id}&from=${since}`} className="name-link">
          {nameOf(topic)}
        </Link>
      ),
    },
    {
      key: "hours",
      header: t("hours"),
      align: "end",
      cell: ({ minutes }) => formats.hoursFigure(hoursOf(minutes)),
    },
    { key: "acted", header: t("acted"), align: "end", cell: acted },
    {
      key: "answered",
      header: t("answered"),
      align: "end",
      cell: ({ answered, answersDue, finished }) => part({ part: answered, whole: answersDue }, finished),
    },
  ];
  return (
    <Card title={t("title")}>
      {topics.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {topics.length > 0 ? (
        <FigureTable caption={t("caption")} columns={columns} rows={topics} rowKey={(topic) => topic.id} />
      ) : null}
      {topics.some(({ finished }) => finished < FEWEST_TO_COMPARE) ? (
        <p className="pt-2 text-sm text-ink-2">{measures("note")}</p>
      ) : null}
      <How>{t("how")}</How>
    </Card>
  );
}
