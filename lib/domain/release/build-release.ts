import type { PlainDate } from "@/lib/domain/plain-date";
import { gatherActivity, gatherConsultation, nothingGathered } from "./gather";
import { ReleaseContext, type ReleaseScope } from "./release-context";
import { releaseMeasures } from "./release-measures";
import { releaseRow } from "./release-row";
import type { PinnedCount, ShareRecord } from "./share-record";
import { SECTIONS, type Section, type Snapshot, snapshot } from "./snapshot";
import type { WithheldPlace, WithheldTally } from "./withheld";

export type Release = {
  snapshot: Snapshot;
  withheld: WithheldTally;
  /** Texts that could be mended, for the owner. */
  places: WithheldPlace[];
  /** The numbers of people behind it, to be kept once it is released. */
  counts: PinnedCount[];
};

type Options = {
  scope: ReleaseScope;
  today: PlainDate;
  /** The day inbox and website were checked; today until the owner has said so. */
  checkedOn: PlainDate;
  refOf: (id: string) => string;
};

/**
 * A view made from the record: what leaves, and what was kept back. The same record makes the same view, and two
 * records that differ in numbers of people alone make the same one where those numbers leave as the same.
 */
export function buildRelease(record: ShareRecord, { scope, today, checkedOn, refOf }: Options): Release {
  const context = new ReleaseContext(record, scope, today, refOf);
  const gathered = nothingGathered();
  for (const stored of record.consultations) gatherConsultation(context, gathered, stored);
  for (const stored of record.activities) gatherActivity(context, gathered, stored);
  const chosen = <T>(section: Section, items: T[]) => (context.shows(section) ? items : []);

  const silent = () => {};
  const workspace = releaseRow("workspaces", record.workspace, context.rules(false, silent));
  return {
    snapshot: snapshot.parse({
      version: 1,
      organisation: workspace.name,
      replyTo: workspace.contact_email,
      releasedOn: today,
      checkedOn,
      scope: {
        body: context.body(scope.bodyId, silent),
        fromOn: scope.fromOn,
        toOn: scope.toOn,
        sections: SECTIONS.filter((section) => context.shows(section)),
      },
      actionDays: workspace.action_days,
      consultations: chosen("consultations", gathered.consultations).sort(latestFirst((one) => one.startsOn)),
      promises: chosen("promises", gathered.promises).sort(earliestFirst((one) => one.due.on)),
      responses: chosen("responses", gathered.responses).sort(latestFirst((one) => one.receivedOn ?? "")),
      activities: chosen("activities", gathered.activities).sort(latestFirst((one) => one.startsOn)),
      measures: context.shows("measures") ? releaseMeasures(gathered.measured, gathered.promisesDue) : null,
    }),
    withheld: context.withheld.tally,
    places: context.withheld.places,
    counts: context.counts,
  };
}

// Within one day, or one month, the order says nothing: references are in none.
function earliestFirst<T extends { ref: string }>(date: (one: T) => string) {
  return (a: T, b: T) => compare(date(a), date(b)) || compare(a.ref, b.ref);
}

function latestFirst<T extends { ref: string }>(date: (one: T) => string) {
  return (a: T, b: T) => compare(date(b), date(a)) || compare(a.ref, b.ref);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
