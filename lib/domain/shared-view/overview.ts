import type { DueSource } from "@/lib/domain/consultation-record";
import type {
  ReleasedBody,
  ReleasedConsultation,
  ReleasedDate,
  ReleasedPromise,
  ReleasedText,
  Snapshot,
} from "@/lib/domain/release/snapshot";

type LineState = ReleasedPromise["state"] | "answered" | "explained" | "silent" | "no_action" | "waiting";

/** One line of what was done, is missing or lies ahead. */
export type OverviewLine = {
  state: LineState;
  /** The entry that says more. */
  at: string;
  title: ReleasedText;
  body: ReleasedBody | null;
  /** Done, answered or due on; null where nobody knows. */
  on: ReleasedDate | null;
  /** Whose date it is; null of what was done. */
  whose: DueSource | null;
  communitySays: ReleasedPromise["communitySays"] | null;
};

/** A released view in three lists, in the order they are read: what was done, what is missing, what lies ahead. */
export type Overview = { done: OverviewLine[]; missing: OverviewLine[]; ahead: OverviewLine[] };

type Lists = Pick<Snapshot, "consultations" | "promises" | "scope">;

/** What a view says, shortest first. Everything counts as it stood on the day of the release. */
export function overviewOf({ consultations, promises, scope }: Lists): Overview {
  const overview: Overview = { done: [], missing: [], ahead: [] };
  const shown = new Set(consultations.map(({ ref }) => ref));
  for (const promise of promises) {
    const list = LIST_OF[promise.state];
    if (list) overview[list].push(promiseLine(promise, shown));
  }
  const withPromises = scope.sections.includes("promises");
  for (const consultation of consultations) addConsultation(overview, consultation, withPromises);
  overview.done.sort(byDate).reverse();
  overview.missing.sort(byDate);
  overview.ahead.sort(byDate);
  return overview;
}

/** A dropped promise owes nothing any more; it stands with its consultation alone. */
const LIST_OF: Record<ReleasedPromise["state"], keyof Overview | null> = {
  done: "done",
  late: "missing",
  disputed: "missing",
  open: "ahead",
  dropped: null,
};

function promiseLine(promise: ReleasedPromise, shown: ReadonlySet<string>): OverviewLine {
  const { parent, title, body, state, doneOn, due, communitySays } = promise;
  const past = state === "done" || state === "disputed";
  return {
    state,
    at: parent.ref !== null && shown.has(parent.ref) ? parent.ref : promise.ref,
    title,
    body,
    on: past ? doneOn : due.on,
    whose: past ? null : due.whose,
    communitySays,
  };
}

function addConsultation(
  overview: Overview,
  consultation: ReleasedConsultation,
  withPromises: boolean,
): void {
  const { standing, answerDue, firstAnswerOn, overdueSince } = consultation;
  const line = (state: LineState, on: ReleasedDate | null, whose: DueSource | null = null): OverviewLine => ({
    state,
    at: consultation.ref,
    title: consultation.title,
    body: consultation.body,
    on,
    whose,
    communitySays: null,
  });
  if (consultation.answered) overview.done.push(line("answered", firstAnswerOn));
  if (standing === "explained")
    overview.done.push(line("explained", consultation.reasonsAccepted?.on ?? null));
  if (standing === "silent")
    overview.missing.push(line("silent", answerDue?.on ?? null, answerDue?.whose ?? null));
  if (standing === "no_action") overview.missing.push(line("no_action", firstAnswerOn));
  if ((standing === "waiting" || standing === "open") && !consultation.answered && answerDue)
    overview.ahead.push(line("waiting", answerDue.on, answerDue.whose));
  // Without the promises themselves, where they stand is known from the consultation alone.
  if (withPromises) return;
  if (consultation.doneCount > 0) overview.done.push(line("done", null));
  if (standing === "stalled")
    overview.missing.push(line(consultation.disputed ? "disputed" : "late", overdueSince));
}

const byDate = (a: OverviewLine, b: OverviewLine) => {
  const [first, second] = [a.on ?? "", b.on ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
};
