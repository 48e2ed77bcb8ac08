import { useTranslations } from "next-intl";
import { useTopicName } from "@/components/consultation/topic-name";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { namesDays, type ReleasedEntry } from "@/lib/domain/shared-view/record-of";
import { DayByDay } from "./day-by-day";
import { MonthByMonth } from "./month-by-month";
import { useReleased } from "./use-released";
import { WriteBack } from "./write-back";

type Props = { entry: ReleasedEntry; number: number; snapshot: Snapshot; compact: boolean };

/** One consultation of a view: where it stood and why, what happened with each date's owner, and what would change it. */
export function ConsultationEntry({ entry, number, snapshot, compact }: Props) {
  const t = useTranslations("shared.entry");
  const change = useTranslations("shared.change");
  const kind = useTranslations("taxonomy.kind");
  const released = useReleased();
  const topicName = useTopicName();
  const { consultation } = entry;
  const { standing, disputed } = consultation;
  const about = [
    released.within(consultation.body.name),
    consultation.kind && kind(consultation.kind),
    ...consultation.topics.map((topic) => topicName({ key: topic.key, name: released.text(topic.name) })),
  ];
  return (
    <article
      id={consultation.ref}
      aria-labelledby={`title-${consultation.ref}`}
      className="min-w-0 rounded-md border border-line bg-card p-4 md:p-6 print:rounded-none print:border-x-0 print:border-b-0 print:px-0"
    >
      <h3 id={`title-${consultation.ref}`} className="text-lg leading-tight wrap-anywhere">
        {t("number", { number, title: released.within(consultation.title) })}
      </h3>
      <p className="mb-3 text-sm text-ink-2 wrap-anywhere">{about.filter(Boolean).join(" · ")}</p>
      {namesDays(entry) ? (
        <DayByDay entry={entry} releasedOn={snapshot.releasedOn} compact={compact} />
      ) : (
        <MonthByMonth entry={entry} snapshot={snapshot} />
      )}
      <div data-print="whole" className="mt-3 border-line border-t pt-3">
        <h4 className="font-semibold">{t("change")}</h4>
        <p className="max-w-measure">{change(standing === "stalled" && disputed ? "disputed" : standing)}</p>
        <WriteBack snapshot={snapshot} title={released.text(consultation.title)} number={number} />
      </div>
    </article>
  );
}
