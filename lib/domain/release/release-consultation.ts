import { releasedHours } from "@/lib/domain/privacy/suppression";
import type { ReleaseContext } from "./release-context";
import { releaseDate, releaseRow } from "./release-row";
import type { StoredConsultation } from "./share-record";
import {
  type ReleasedConsultation,
  type ReleasedResponse,
  releasedConsultation,
  releasedResponse,
} from "./snapshot";

/** Whether something begins after today: nothing of it leaves, for its title alone may say where and when. */
export function isToCome(row: Readonly<Record<string, unknown>>, today: string): boolean {
  return String(row.starts_on) > today;
}

/** What leaves of a consultation that has begun. */
export function releaseConsultation(
  context: ReleaseContext,
  stored: StoredConsultation,
): ReleasedConsultation {
  const { today } = context;
  const id = String(stored.row.id);
  const keep = context.withheld.of(
    { kind: "consultation", id, title: String(stored.row.title) },
    context.shows("consultations"),
  );
  const monthsOnly = context.isSensitive(stored.topics);
  if (monthsOnly) keep("months_only", "consultation");
  const rules = context.rules(monthsOnly, keep, { id, part: "participants" });
  const row = releaseRow("consultations", stored.row, rules);
  const body = context.body(row.public_body_id, keep);
  // A day still to come says when our people meet; so does a date that is counted from it.
  const ends = stored.row.ends_on;
  const endsLater = typeof ends === "string" && ends > today;
  if (endsLater) keep("future_date", "ends_on");
  // Like the standing: a day that has not come yet does not count.
  const accepted = stored.row.explanation_accepted_on;
  const reasonsCount = typeof accepted === "string" && accepted <= today;
  const { standing } = stored;
  const dueOf = (on: string | null, whose: unknown) =>
    on === null || (endsLater && whose === "benchmark") ? null : { on, whose };
  const due = dueOf(row.answer_due_on, row.answer_due_source);
  const first = dueOf(releaseDate(stored.firstDue.on, monthsOnly), stored.firstDue.source);
  return releasedConsultation.parse({
    ref: context.refOf(id),
    title: row.title,
    body,
    otherBodies: stored.otherBodies.flatMap((other) => context.body(other, keep)?.name ?? []),
    topics: context.topics(stored.topics, keep),
    monthsOnly,
    kind: row.kind,
    participationLevel: row.participation_level,
    voice: row.voice,
    purpose: row.purpose,
    sourceUrl: row.source_url,
    askedOn: row.asked_on,
    startsOn: row.starts_on,
    endsOn: endsLater ? null : row.ends_on,
    cancelledOn: row.cancelled_on,
    answerDue: due,
    firstAnswerDue: first && first.on !== due?.on ? first : null,
    extensions: stored.extensions.map((extension) => {
      const released = releaseRow("extensions", extension, rules);
      return {
        newDueOn: released.new_due_on,
        agreedOn: released.agreed_on,
        reason: released.reason,
        agreedBy: released.agreed_by,
      };
    }),
    standing: standing.standing,
    flagged: standing.flagged,
    disputed: standing.disputed,
    overdueSince: releaseDate(standing.overdueSince, monthsOnly),
    counting: standing.counting,
    doneCount: standing.doneCount,
    lateCount: standing.lateCount,
    updates: standing.updates,
    answered: standing.substantive,
    firstAnswerOn: releaseDate(standing.firstAnswerOn, monthsOnly),
    reasonsAccepted: reasonsCount
      ? { on: row.explanation_accepted_on, membersTookPart: row.explanation_members_in }
      : null,
    people: row.participants,
    hours: releasedHours(row.participants, row.sessions ?? 1, row.minutes_each),
  });
}

/** The answers to a consultation. */
export function releaseResponses(
  context: ReleaseContext,
  stored: StoredConsultation,
  parent: ReleasedConsultation,
): ReleasedResponse[] {
  const keep = context.withheld.of(
    { kind: "consultation", id: String(stored.row.id), title: String(stored.row.title) },
    context.shows("responses"),
  );
  return stored.responses.map((response) => {
    const row = releaseRow("body_responses", response, context.rules(parent.monthsOnly, keep));
    return releasedResponse.parse({
      ref: context.refOf(String(row.id)),
      parent: {
        kind: "consultation",
        ref: context.shows("consultations") ? parent.ref : null,
        title: parent.title,
      },
      body: parent.body,
      monthsOnly: parent.monthsOnly,
      kind: row.kind,
      receivedOn: row.received_on,
      summary: row.summary,
      sourceUrl: row.source_url,
    });
  });
}
