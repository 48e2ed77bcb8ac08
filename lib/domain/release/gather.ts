import { releaseActivity } from "./release-activity";
import { isToCome, releaseConsultation, releaseResponses } from "./release-consultation";
import type { ReleaseContext } from "./release-context";
import type { Measured, PromiseDue } from "./release-measures";
import { type Parent, releasePromises } from "./release-promises";
import { type Row, releaseRow } from "./release-row";
import type { StoredActivity, StoredConsultation, StoredFollowUp } from "./share-record";
import type {
  ReleasedActivity,
  ReleasedConsultation,
  ReleasedPromise,
  ReleasedResponse,
  ReleasedText,
} from "./snapshot";

/** What leaves, record by record, before sections are chosen and put in order. */
export type Gathered = {
  consultations: ReleasedConsultation[];
  promises: ReleasedPromise[];
  responses: ReleasedResponse[];
  activities: ReleasedActivity[];
  measured: Measured[];
  promisesDue: PromiseDue[];
};

export function nothingGathered(): Gathered {
  return { consultations: [], promises: [], responses: [], activities: [], measured: [], promisesDue: [] };
}

/** A consultation with its answers and promises, as far as the view covers them. */
export function gatherConsultation(
  context: ReleaseContext,
  gathered: Gathered,
  stored: StoredConsultation,
): void {
  if (keepToCome(context, "consultation", stored.row)) return;
  const bodyId = String(stored.row.public_body_id);
  let title: ReleasedText;
  let ref: string | null = null;
  if ([bodyId, ...stored.otherBodies].some((id) => context.covers(id))) {
    const released = releaseConsultation(context, stored);
    gathered.consultations.push(released);
    gathered.responses.push(...releaseResponses(context, stored, released));
    const dueOn = stored.row.answer_due_on;
    gathered.measured.push({ released, answerWasDue: typeof dueOn === "string" && dueOn < context.today });
    title = released.title;
    if (context.shows("consultations")) ref = released.ref;
  } else {
    title = titleAlone(context, "consultation", stored.row);
  }
  gatherPromises(context, gathered, stored, { kind: "consultation", title, ref, bodyId });
}

/** An activity with the promises made there, as far as the view covers them. */
export function gatherActivity(context: ReleaseContext, gathered: Gathered, stored: StoredActivity): void {
  if (keepToCome(context, "activity", stored.row)) return;
  let title: ReleasedText;
  let ref: string | null = null;
  if ([stored.row, ...stored.officials].some((row) => context.covers(bodyOf(row)))) {
    const released = releaseActivity(context, stored);
    gathered.activities.push(released);
    title = released.title;
    if (context.shows("activities")) ref = released.ref;
  } else {
    title = titleAlone(context, "activity", stored.row);
  }
  gatherPromises(context, gathered, stored, { kind: "activity", title, ref, bodyId: bodyOf(stored.row) });
}

function gatherPromises(
  context: ReleaseContext,
  gathered: Gathered,
  { row, topics, followUps }: { row: Row; topics: readonly string[]; followUps: readonly StoredFollowUp[] },
  parent: Pick<Parent, "kind" | "title" | "ref" | "bodyId">,
): void {
  const whole = { ...parent, id: String(row.id), ownTitle: String(row.title), topics };
  gathered.promises.push(...releasePromises(context, followUps, whole));
  // Of a body's own promises: a joint action is nobody's to break alone. Dropped ones are due too.
  const due = followUps.filter(
    (one) =>
      one.row.owner === "body" && one.due < context.today && context.covers(bodyOf(one.row) ?? parent.bodyId),
  );
  gathered.promisesDue.push(...due.map(({ state }) => ({ kept: state === "done" })));
}

function keepToCome(context: ReleaseContext, kind: "consultation" | "activity", row: Row): boolean {
  if (!isToCome(row, context.today)) return false;
  const listens = context.shows(kind === "consultation" ? "consultations" : "activities");
  context.withheld.of({ kind, id: String(row.id), title: String(row.title) }, listens)("future", kind);
  return true;
}

/** Of what another body asked and this one promised something at: what it was called. */
function titleAlone(context: ReleaseContext, kind: "consultation" | "activity", row: Row): ReleasedText {
  const record = { kind, id: String(row.id), title: String(row.title) };
  const rules = context.rules(false, context.withheld.of(record, context.shows("promises")));
  const table = kind === "consultation" ? "consultations" : "activities";
  return releaseRow(table, { title: row.title }, rules).title ?? "";
}

function bodyOf(row: Row): string | null {
  return typeof row.public_body_id === "string" ? row.public_body_id : null;
}
