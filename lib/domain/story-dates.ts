import {
  type ConsultationRecord,
  counts,
  promiseDueSource,
  type RecordedFollowUp,
} from "./consultation-record";
import { daysBetween, type PlainDate } from "./plain-date";
import { NOTHING_MORE, type StoryEntry, type StoryMessage, say } from "./story-message";
import { SUBSTANTIVE } from "./taxonomy";

const MADE = { body: "head.promiseBody", joint: "head.promiseJoint", us: "head.promiseUs" } as const;

/** A follow-up as it was made, its moved dates, the day it was said to be done, and its due date while it is open. */
export function followUpEntries(followUp: RecordedFollowUp, today: PlainDate): StoryEntry[] {
  const { id, madeOn, doneOn, effectiveDueOn: due, state } = followUp;
  const of = { kind: "follow_up", id } as const;
  const title = { text: followUp.title };
  const ours = followUp.owner === "us";
  const entries: StoryEntry[] = [
    {
      ...NOTHING_MORE,
      id,
      on: madeOn,
      tone: ours ? "soft" : "did",
      head: say(MADE[followUp.owner], { title }),
      notes: madeNotes(followUp),
      quote: followUp.promisedWords,
      url: doneOn ? null : followUp.evidenceUrl,
      of,
    },
  ];
  for (const [index, move] of followUp.moves.entries()) {
    const dates = {
      known: move.fromOn && move.toOn ? "both" : move.toOn ? "to" : "from",
      from: move.fromOn ? { date: move.fromOn } : "",
      to: move.toOn ? { date: move.toOn } : "",
    };
    const head = say("head.dateMoved", { title, ...dates });
    entries.push({
      ...NOTHING_MORE,
      id: `${id} moved ${index}`,
      on: move.movedOn,
      tone: "soft",
      head,
      quote: move.reason,
      of,
    });
  }
  if (followUp.bodySays === "done" && doneOn) {
    const head = say(ours ? "head.doneUs" : "head.done", { title });
    const tone = state === "disputed" ? "late" : ours ? "soft" : "action";
    entries.push({
      ...NOTHING_MORE,
      id: `${id} done`,
      on: doneOn,
      tone,
      head,
      notes: ours ? [] : theirWord(followUp),
      url: followUp.evidenceUrl,
      of,
    });
  }
  if (state === "open" || state === "late") {
    const notes: StoryMessage[] = ours
      ? []
      : [say("note.promiseWhose", { whose: promiseDueSource(followUp) })];
    if (state === "late") notes.push(say("note.late", { span: { days: daysBetween(due, today) } }));
    else if (due < today) notes.push(say("note.waitsOnUs"));
    const tone = state === "late" && !ours ? "late" : due > today ? "ahead" : "soft";
    entries.push({
      ...NOTHING_MORE,
      id: `${id} due`,
      on: due,
      tone,
      head: say("head.promiseDue", { title }),
      notes,
      of,
    });
  }
  return entries;
}

function madeNotes(followUp: RecordedFollowUp): StoryMessage[] {
  const { basis, madeByRole: role, bodySays, communitySays, publicBody } = followUp;
  const notes: StoryMessage[] = [];
  if (publicBody) notes.push(say("note.otherBody", { body: { text: publicBody } }));
  if (basis && role) notes.push(say("note.basis", { basis, role: { text: role } }));
  else if (basis) notes.push(say("note.basisAlone", { basis }));
  else if (role) notes.push(say("note.role", { role: { text: role } }));
  if (followUp.owner !== "us") {
    notes.push(
      say("note.sides", { body: bodySays, community: bodySays === "done" ? communitySays : "later" }),
    );
    if (bodySays === "done" && communitySays === "not_asked" && !followUp.doneOn)
      notes.push(say("note.unchecked"));
  }
  return notes;
}

function theirWord({ communitySays }: RecordedFollowUp): StoryMessage[] {
  return [
    communitySays === "not_asked"
      ? say("note.unchecked")
      : say("note.ourPeople", { community: communitySays }),
  ];
}

/** The day an answer was or is due, the date before it, and how long nothing was recorded after it. */
export function dueEntries(record: ConsultationRecord, today: PlainDate): StoryEntry[] {
  if (record.cancelledOn || !record.answerDueOn) return [];
  const { answerDueOn: due, firstAnswerDueOn: first } = record;
  const days = record.benchmarkDays;
  const entries: StoryEntry[] = [];
  if (record.answerDueSource === "agreed" && first && first !== due) {
    const whose = record.firstAnswerDueSource ?? "benchmark";
    entries.push({
      ...NOTHING_MORE,
      id: "first due",
      on: first,
      tone: "soft",
      head: say("head.firstDue"),
      notes: [say("note.firstWhose", { whose, after: { days } })],
    });
  }
  const notes = [say("note.whose", { whose: record.answerDueSource ?? "benchmark", after: { days } })];
  const silence = silenceAfter(record, due, today);
  if (silence)
    notes.push(
      say("note.silence", { span: { days: silence.days }, ongoing: silence.ongoing ? "yes" : "no" }),
    );
  entries.push({
    ...NOTHING_MORE,
    id: "due",
    on: due,
    tone: silence ? "gap" : due > today ? "ahead" : "soft",
    head: say("head.due"),
    notes,
  });
  return entries;
}

/** How long nothing was recorded after the due date; null when something was by then, or it has not passed. */
export function silenceAfter(
  record: ConsultationRecord,
  due: PlainDate,
  today: PlainDate,
): { days: number; ongoing: boolean } | null {
  const answers = record.responses.filter((one) => SUBSTANTIVE.includes(one.kind));
  if (due >= today || answers.some((one) => one.receivedOn === null)) return null;
  const broken = [
    ...answers.map((one) => one.receivedOn),
    ...record.followUps.filter(counts).map((one) => one.madeOn),
    record.explanationAcceptedOn,
  ]
    .filter((date): date is PlainDate => date !== null && date <= today)
    .sort()[0];
  const days = daysBetween(due, broken ?? today);
  return days > 0 ? { days, ongoing: broken === undefined } : null;
}
