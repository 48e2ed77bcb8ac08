import {
  type ConsultationRecord,
  counts,
  firstPromisedOn,
  promiseDueSource,
  type RecordedFollowUp,
} from "./consultation-record";
import type { ConsultationRow } from "./consultation-row";
import { addDays, daysBetween, type PlainDate } from "./plain-date";
import { type StoryMessage, say } from "./story-message";
import { SUBSTANTIVE } from "./taxonomy";

/** What the rule said: the parts of a list row that the sentence is made from. */
export type Stand = Pick<
  ConsultationRow,
  "standing" | "disputed" | "counting" | "doneCount" | "lateCount" | "updates" | "firstAnswerOn"
>;

/** How long an answer keeps a consultation from being flagged for want of action. */
const DAYS_AFTER_ANSWER = 28;

const byDue = (a: RecordedFollowUp, b: RecordedFollowUp) => (a.effectiveDueOn < b.effectiveDueOn ? -1 : 1);

/** "today" or "in 12 days", for a date that has not passed. */
function until(date: PlainDate, today: PlainDate) {
  const days = daysBetween(today, date);
  return { when: days <= 0 ? "today" : "later", in: { days: Math.max(0, days) } };
}

/** Why a consultation stands where it stands on `today`, from its facts, in one sentence or a few short ones. */
export function standingSentence(record: ConsultationRecord, stand: Stand, today: PlainDate): StoryMessage[] {
  const updates = stand.updates > 0 ? [say("sentence.updates", { count: stand.updates })] : [];
  switch (stand.standing) {
    case "cancelled":
      return [say("sentence.cancelled", { date: { date: record.cancelledOn ?? today } })];
    case "planned":
      return [say("sentence.planned", { date: { date: record.startsOn }, ...until(record.startsOn, today) })];
    case "open":
      return [...openSentence(record, today), ...progress(stand), ...updates];
    case "stalled":
      return stand.disputed ? disputedSentence(record, stand) : lateSentence(record, stand, today);
    case "acted":
      return actedSentence(record, stand, today);
    case "promised":
      return promisedSentence(record, today);
    case "explained":
      return explainedSentence(record);
    case "answered":
      return [...answeredSentence(record, stand, today), ...updates];
    case "no_action":
      return [...noActionSentence(record, stand, today), ...dropped(record)];
    case "waiting":
      return [...waitingSentence(record, today), ...updates];
    case "silent":
      return [...silentSentence(record, today), ...dropped(record), ...updates];
  }
}

function openSentence(record: ConsultationRecord, today: PlainDate): StoryMessage[] {
  const answered = record.responses.some((one) => SUBSTANTIVE.includes(one.kind));
  const state = record.endsOn
    ? say("sentence.openUntil", { date: { date: record.endsOn }, ...until(record.endsOn, today) })
    : say("sentence.openEnded", { date: { date: record.startsOn } });
  return answered ? [state, say("sentence.alreadyAnswered")] : [state];
}

function progress(stand: Stand): StoryMessage[] {
  if (stand.doneCount === 0) return [];
  return [say("sentence.progress", { done: stand.doneCount, counting: stand.counting })];
}

function lateSentence(record: ConsultationRecord, stand: Stand, today: PlainDate): StoryMessage[] {
  const late = record.followUps.filter((one) => counts(one) && one.state === "late").sort(byDue);
  const [first] = late;
  if (!first) return progress(stand);
  const params = {
    whose: promiseDueSource(first),
    date: { date: first.effectiveDueOn },
    ago: { days: daysBetween(first.effectiveDueOn, today) },
  };
  const moved = firstPromisedOn(first);
  return [
    late.length === 1
      ? say("sentence.late", params)
      : say("sentence.lateMany", { count: late.length, ...params }),
    ...(moved ? [say("sentence.firstSaid", { date: { date: moved } })] : []),
    ...(first.basis === "spoken" ? [say("sentence.spoken", { count: late.length })] : []),
    ...progress(stand),
  ];
}

function disputedSentence(record: ConsultationRecord, stand: Stand): StoryMessage[] {
  const denied = record.followUps.filter((one) => counts(one) && one.state === "disputed");
  const [first] = denied;
  const only = denied.length === 1 && first;
  return [
    only
      ? say(
          "sentence.disputed",
          only.doneOn ? { known: "yes", date: { date: only.doneOn } } : { known: "no", date: "" },
        )
      : say("sentence.disputedMany", { count: denied.length }),
    ...progress(stand),
  ];
}

function actedSentence(record: ConsultationRecord, stand: Stand, today: PlainDate): StoryMessage[] {
  const counting = record.followUps.filter(counts);
  const done = counting.filter((one) => one.state === "done");
  const partly = done.filter((one) => one.communitySays === "partly").length;
  const unchecked = done.filter((one) => one.communitySays === "not_asked").length;
  const days = done.flatMap((one) => one.doneOn ?? []).sort();
  const latest = days.at(-1);
  const next = counting.filter((one) => one.state === "open" && one.effectiveDueOn >= today).sort(byDue)[0];
  return [
    say("sentence.acted", { done: stand.doneCount, counting: stand.counting }),
    ...(latest ? [say("sentence.actedOn", { count: days.length, date: { date: latest } })] : []),
    ...(partly > 0 ? [say("sentence.partly", { count: partly, done: done.length })] : []),
    ...(unchecked > 0 ? [say("sentence.unchecked", { count: unchecked, done: done.length })] : []),
    ...(next
      ? [say("sentence.openBeside", { whose: promiseDueSource(next), date: { date: next.effectiveDueOn } })]
      : []),
  ];
}

function promisedSentence(record: ConsultationRecord, today: PlainDate): StoryMessage[] {
  const open = record.followUps.filter((one) => counts(one) && one.state === "open").sort(byDue);
  const onUs = open.find((one) => one.effectiveDueOn < today);
  const next = open.find((one) => one.effectiveDueOn >= today);
  const said: StoryMessage[] = [];
  if (next) {
    const params = {
      whose: promiseDueSource(next),
      date: { date: next.effectiveDueOn },
      ...until(next.effectiveDueOn, today),
    };
    said.push(
      open.length === 1
        ? say("sentence.promised", params)
        : say("sentence.promisedMany", { count: open.length, ...params }),
    );
    const moved = firstPromisedOn(next);
    if (moved) said.push(say("sentence.firstSaid", { date: { date: moved } }));
    if (next.basis === "spoken") said.push(say("sentence.spoken", { count: open.length }));
  }
  if (onUs) said.push(say("sentence.waitsOnUs", { date: { date: onUs.effectiveDueOn } }));
  return said;
}

function explainedSentence(record: ConsultationRecord): StoryMessage[] {
  const { explanationAcceptedOn: on, explanationDecidedBy: by, explanationMembersIn: members } = record;
  return [
    ...(on ? [say("sentence.explained", { date: { date: on } })] : []),
    ...(by ? [say("sentence.decidedBy", { who: { text: by } })] : []),
    ...(members === null ? [] : [say(members ? "sentence.membersIn" : "sentence.membersOut")]),
  ];
}

function answeredSentence(record: ConsultationRecord, stand: Stand, today: PlainDate): StoryMessage[] {
  const due = record.answerDueOn;
  const first = stand.firstAnswerOn;
  const said = first
    ? say("sentence.answered", { date: { date: first }, ...since(first, today) })
    : say("sentence.answeredUndated");
  const grace = first ? addDays(first, DAYS_AFTER_ANSWER) : null;
  if (grace && (!due || grace > due))
    return [said, say("sentence.timeAfterAnswer", { date: { date: grace } })];
  return due ? [said, say("sentence.timeUntilDue", { whose: whose(record), date: { date: due } })] : [said];
}

function noActionSentence(record: ConsultationRecord, stand: Stand, today: PlainDate): StoryMessage[] {
  const answers = record.responses.filter((one) => SUBSTANTIVE.includes(one.kind));
  const saidNo = answers.length > 0 && answers.every((one) => one.kind === "refusal");
  const first = stand.firstAnswerOn;
  if (saidNo) {
    return [say("sentence.saidNo", { known: first ? "yes" : "no", date: first ? { date: first } : "" })];
  }
  if (first)
    return [say("sentence.noAction", { date: { date: first }, ago: { days: daysBetween(first, today) } })];
  const due = record.answerDueOn;
  return due
    ? [
        say("sentence.noActionUndated", {
          whose: whose(record),
          date: { date: due },
          ago: { days: daysBetween(due, today) },
        }),
      ]
    : [say("sentence.answeredUndated")];
}

function waitingSentence(record: ConsultationRecord, today: PlainDate): StoryMessage[] {
  const due = record.answerDueOn;
  if (!due) return [];
  return [
    say("sentence.waiting", { whose: whose(record), date: { date: due }, ...until(due, today) }),
    ...firstDue(record),
  ];
}

function silentSentence(record: ConsultationRecord, today: PlainDate): StoryMessage[] {
  const due = record.answerDueOn;
  if (!due) return [say("sentence.silentUnknown")];
  return [
    say("sentence.silent", {
      whose: whose(record),
      date: { date: due },
      ago: { days: daysBetween(due, today) },
    }),
    ...firstDue(record),
  ];
}

/** The date before both agreed another one. */
function firstDue(record: ConsultationRecord): StoryMessage[] {
  const { firstAnswerDueOn: first, firstAnswerDueSource: source, answerDueOn } = record;
  if (record.answerDueSource !== "agreed" || !first || first === answerDueOn) return [];
  return [say("sentence.firstDue", { whose: source ?? "benchmark", date: { date: first } })];
}

function dropped(record: ConsultationRecord): StoryMessage[] {
  const count = record.followUps.filter((one) => one.owner !== "us" && one.state === "dropped").length;
  return count > 0 ? [say("sentence.dropped", { count })] : [];
}

const whose = (record: ConsultationRecord) => record.answerDueSource ?? "benchmark";

/** "today" or "12 days ago", for a date that has come; "ahead" for one recorded ahead of its day. */
function since(date: PlainDate, today: PlainDate) {
  const days = daysBetween(date, today);
  return { when: days === 0 ? "today" : days > 0 ? "past" : "ahead", ago: { days: Math.abs(days) } };
}

/** What would change where it stands. */
export function whatWouldChange(stand: Pick<Stand, "standing" | "disputed">): StoryMessage {
  return say(stand.disputed ? "change.disputed" : `change.${stand.standing}`);
}

/** Said wherever an action is recorded: only the record is known. */
export function causeNote(stand: Pick<Stand, "doneCount">): StoryMessage | null {
  return stand.doneCount > 0 ? say("sentence.cause") : null;
}
