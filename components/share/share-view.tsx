import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThreadLegend } from "@/components/thread/thread-legend";
import { Card } from "@/components/ui/card";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Snapshot } from "@/lib/domain/release/snapshot";
import { entriesOf } from "@/lib/domain/shared-view/entries";
import { overviewOf } from "@/lib/domain/shared-view/overview";
import { AboutView } from "./about-view";
import { ActivityEntry } from "./activity-entry";
import { ConsultationEntry } from "./consultation-entry";
import { OverviewLists } from "./overview-list";
import { PromiseEntry } from "./promise-entry";
import { ResponseEntry } from "./response-entry";
import { ShareHeading } from "./share-heading";
import { ShareMeasures } from "./share-measures";

type Props = {
  snapshot: Snapshot;
  /** The last day it can be opened; unknown before it is released. */
  expiresOn?: PlainDate;
  /** The day it is read on; in a preview the day of the release. */
  today?: PlainDate;
  /** What can be done with it: printing, the table, the calendar. */
  tools?: ReactNode;
};

/** With more consultations than this, the large labelled threads would make the page too heavy for a phone. */
const MOST_FIGURES = 40;
/** On paper a card is a rule above its subject: boxes would be cut by the ends of pages. */
const PAPER =
  "grid gap-4 lg:gap-6 [&>*]:min-w-0 print:[&>section]:rounded-none print:[&>section]:border-x-0 print:[&>section]:border-b-0 print:[&>section]:px-0";

/**
 * What an officer sees, whole: what was done, what is missing and what lies ahead, then each entry with what would
 * change it. Shows the snapshot and nothing else; the owner's preview is this very component.
 */
export function ShareView({ snapshot, expiresOn, today = snapshot.releasedOn, tools }: Props) {
  const t = useTranslations("shared.view");
  const { activities, measures, scope } = snapshot;
  const { entries, otherPromises, otherResponses } = entriesOf(snapshot);
  const withConsultations = scope.sections.includes("consultations");
  const lists = overviewOf(snapshot);
  const empty = entries.length + otherPromises.length + otherResponses.length + activities.length === 0;
  return (
    <div className={PAPER}>
      <ShareHeading snapshot={snapshot} expiresOn={expiresOn} lists={lists} />
      {tools}
      {empty ? <p className="max-w-measure text-lg">{t("empty")}</p> : null}
      {empty ? null : <OverviewLists lists={lists} snapshot={snapshot} today={today} />}
      {entries.length > 0 ? (
        <section aria-labelledby="consultations" className="grid gap-4">
          <div>
            <h2 id="consultations" className="mb-2 text-lg">
              {t("consultations")}
            </h2>
            <ThreadLegend released />
          </div>
          {entries.map((entry, index) => (
            <ConsultationEntry
              key={entry.consultation.ref}
              entry={entry}
              number={index + 1}
              snapshot={snapshot}
              compact={entries.length > MOST_FIGURES}
            />
          ))}
        </section>
      ) : null}
      {otherPromises.length > 0 ? (
        <Card id="promises" title={t(withConsultations ? "otherPromises" : "promises")}>
          <ul className="divide-y divide-line">
            {otherPromises.map((promise) => (
              <PromiseEntry key={promise.ref} promise={promise} snapshot={snapshot} withParent />
            ))}
          </ul>
        </Card>
      ) : null}
      {otherResponses.length > 0 ? (
        <Card id="answers" title={t(withConsultations ? "otherResponses" : "responses")}>
          <ul className="divide-y divide-line">
            {otherResponses.map((response) => (
              <ResponseEntry key={response.ref} response={response} withParent />
            ))}
          </ul>
        </Card>
      ) : null}
      {activities.length > 0 ? (
        <Card id="activities" title={t("activities")}>
          <ul className="divide-y divide-line">
            {activities.map((activity) => (
              <ActivityEntry key={activity.ref} activity={activity} />
            ))}
          </ul>
        </Card>
      ) : null}
      {measures ? <ShareMeasures measures={measures} /> : null}
      <AboutView snapshot={snapshot} />
    </div>
  );
}
