import { useTranslations } from "next-intl";
import { ConsultationRows } from "@/components/consultation/consultation-rows";
import { Static } from "@/components/markup/static";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { ConsultationRow } from "@/lib/domain/consultation-row";
import type { DueSoon } from "@/lib/domain/due-soon";
import type { Tally } from "@/lib/domain/fatigue";
import type {
  BodyFigures,
  BodyOrder,
  MonthFigures,
  OlderFlagged,
  TimeValue,
  TopicFigures,
  WindowFigures,
} from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { ToFinish } from "@/lib/domain/quick-log";
import { useFormats } from "@/lib/i18n/use-formats";
import { BodiesCard } from "./bodies-card";
import { CameBack } from "./came-back";
import { CostMeasures } from "./cost-measures";
import { DueSoonList } from "./due-soon-list";
import { MonthsCard } from "./months-card";
import { OlderCard } from "./older-card";
import { ToFinishCard } from "./to-finish";
import { TopicsCard } from "./topics-card";

type Props = {
  slug: string;
  today: PlainDate;
  /** The first day of the rolling window. */
  since: PlainDate;
  tally: Tally;
  flagged: { total: number; hours: number; older: number };
  /** The flagged ones to look at first. */
  pressing: ConsultationRow[];
  dueSoon: { total: number; items: DueSoon[] };
  measures: {
    months: MonthFigures[];
    bodies: { total: number; rows: BodyFigures[] };
    topics: TopicFigures[];
    figures: WindowFigures;
    older: OlderFlagged[];
  };
  /** Null where the country has no hourly rate. */
  timeValue: TimeValue | null;
  /** Of the public bodies. */
  order: BodyOrder;
  /** Logged in a hurry and not complete yet; nothing for those who may not write. */
  toFinish: { total: number; items: ToFinish[] };
};

/** What needs doing first, then what the last two years cost. */
export function Dashboard(props: Props) {
  const { slug, today, since, tally, flagged, pressing, dueSoon, toFinish, measures, order } = props;
  const t = useTranslations("dashboard");
  const formats = useFormats();
  const date = formats.weekdayDate(today);
  const sub =
    flagged.total === 0
      ? t("subNone", { today: date })
      : flagged.hours === 0
        ? t("subNoHours", { today: date })
        : t("sub", { today: date, hours: formats.hours(flagged.hours), count: flagged.total });
  return (
    <>
      <Static>
        <PageHeader title={t("title", { count: flagged.total })} sub={sub} />
      </Static>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
        <Static className="min-w-0">
          <Pressing slug={slug} today={today} flagged={flagged} pressing={pressing} />
        </Static>
        <div className="grid gap-5">
          <Static className="min-w-0">
            <DueSoonList slug={slug} today={today} dueSoon={dueSoon} />
          </Static>
          <ToFinishCard slug={slug} toFinish={toFinish} />
        </div>
      </div>
      <Static>
        <div className="mt-8">
          <CostMeasures slug={slug} since={since} tally={tally} timeValue={props.timeValue} />
        </div>
        <div className="mt-4 grid gap-4">
          <CameBack slug={slug} since={since} figures={measures.figures} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <div className="grid gap-4">
              <MonthsCard months={measures.months} />
              <OlderCard slug={slug} since={since} total={flagged.older} older={measures.older} />
            </div>
            <BodiesCard slug={slug} since={since} order={order} bodies={measures.bodies} />
          </div>
          <TopicsCard slug={slug} since={since} topics={measures.topics} />
        </div>
      </Static>
    </>
  );
}

function Pressing({
  slug,
  today,
  flagged,
  pressing,
}: Pick<Props, "slug" | "today" | "flagged" | "pressing">) {
  const t = useTranslations("dashboard.pressing");
  if (pressing.length === 0) {
    return (
      <Card title={t("title")}>
        <p className="font-semibold">{t("none")}</p>
        <p className="max-w-measure text-ink-2">{t("noneText")}</p>
      </Card>
    );
  }
  return (
    <Card
      title={t("title")}
      link={{
        href: `/w/${slug}/consultations?standing=flagged`,
        label: t("all", { count: flagged.total }),
        fullLabel: t("allFull", { count: flagged.total }),
      }}
    >
      <p className="text-sm text-ink-2">
        {t("order")} {flagged.older > 0 ? t("older", { count: flagged.older }) : null}
      </p>
      <ConsultationRows rows={pressing} today={today} slug={slug} level={3} />
    </Card>
  );
}
