import {
  type ConsultationRecord,
  counts,
  type RecordedFollowUp,
  type RecordedResponse,
} from "./consultation-record";
import type { PlainDate } from "./plain-date";
import { daysBetween } from "./plain-date";
import { dueEntries, followUpEntries } from "./story-dates";
import { NOTHING_MORE, type StoryEntry, type StoryMessage, say } from "./story-message";
import { SUBSTANTIVE } from "./taxonomy";

/** Where an event stands among others of the same day. */
type Placed = StoryEntry & { sort: PlainDate; rank: number };

/**
 * The story of a consultation as dated events in order of time, today among them; what lies ahead follows it.
 * An answer whose day is not known stands right after we took part: it cannot have come earlier.
 */
export function story(record: ConsultationRecord, today: PlainDate): StoryEntry[] {
  const placed: Placed[] = [];
  const add = (rank: number, entry: StoryEntry, sort: PlainDate | null = entry.on) => {
    placed.push({ ...entry, sort: sort ?? record.endsOn ?? record.startsOn, rank });
  };

  if (record.askedOn)
    add(0, {
      ...NOTHING_MORE,
      id: "asked",
      on: record.askedOn,
      tone: "did",
      head: say("head.asked"),
      notes:
        record.cameFirst === null || record.cameFirst === "not_asked"
          ? []
          : [say("note.cameFirst", { came: record.cameFirst })],
      text: record.purpose,
    });
  if (!record.cancelledOn || record.startsOn < record.cancelledOn) add(1, tookPart(record, today));
  const firstAnswer = record.responses.find((one) => SUBSTANTIVE.includes(one.kind) && one.receivedOn);
  for (const response of record.responses) add(2, answered(record, response, response === firstAnswer));
  for (const followUp of record.followUps)
    for (const entry of followUpEntries(followUp, today)) add(3, entry);
  for (const [index, extension] of record.extensions.entries()) {
    const from = record.extensions[index - 1]?.newDueOn ?? record.firstAnswerDueOn;
    add(4, {
      ...NOTHING_MORE,
      id: extension.id,
      on: extension.agreedOn,
      tone: "soft",
      head: say("head.extension", {
        known: from ? "yes" : "no",
        from: from ? { date: from } : "",
        to: { date: extension.newDueOn },
      }),
      notes: extension.agreedBy ? [say("note.agreedBy", { who: { text: extension.agreedBy } })] : [],
      quote: extension.reason,
      of: { kind: "extension", id: extension.id },
    });
  }
  for (const entry of dueEntries(record, today)) add(5, entry);
  if (record.explanationAcceptedOn) add(6, reasonsAccepted(record, record.explanationAcceptedOn));
  if (record.cancelledOn)
    add(7, {
      ...NOTHING_MORE,
      id: "cancelled",
      on: record.cancelledOn,
      tone: "soft",
      head: say("head.cancelled"),
    });
  add(8, { ...NOTHING_MORE, id: "today", on: today, tone: "today", head: say("head.today") });

  return placed
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.rank - b.rank))
    .map(({ sort: _sort, rank: _rank, ...entry }) => entry);
}

function tookPart(record: ConsultationRecord, today: PlainDate): StoryEntry {
  const { startsOn, endsOn, participants, sessions, minutesEach, voice, minutesAsked, paymentReceived } =
    record;
  const ahead = startsOn > today;
  const going = !ahead && (endsOn === null || endsOn >= today);
  const known = participants !== null && minutesEach !== null;
  const notes: StoryMessage[] = [];
  if (participants !== null) {
    const each =
      minutesEach === null ? { known: "no", each: "" } : { known: "yes", each: { minutes: minutesEach } };
    notes.push(say("note.people", { people: participants, sessions, ...each }));
  } else if (!ahead) notes.push(say("note.peopleUnknown"));
  if (voice) notes.push(say("note.voice", { voice }));
  if (minutesAsked > 0 && !ahead) {
    notes.push(say(known ? "note.hours" : "note.hoursAtLeast", { hours: { hours: minutesAsked / 60 } }));
  }
  if (paymentReceived) notes.push(say("note.payment", { money: { money: paymentReceived } }));
  return {
    ...NOTHING_MORE,
    id: "took-part",
    on: startsOn,
    until: endsOn === startsOn ? null : endsOn,
    tone: ahead ? "ahead" : "did",
    head: say(ahead ? "head.willStart" : going ? "head.underWay" : "head.tookPart"),
    notes,
    text: record.askedOn ? null : record.purpose,
  };
}

function answered(record: ConsultationRecord, response: RecordedResponse, isFirst: boolean): StoryEntry {
  const { receivedOn: on } = response;
  const due = record.answerDueOn;
  const notes: StoryMessage[] = [];
  if (isFirst && on && due) {
    const days = daysBetween(due, on);
    const whose = record.answerDueSource ?? "benchmark";
    if (days === 0) notes.push(say("note.onDue", { whose }));
    else
      notes.push(
        say(days < 0 ? "note.beforeDue" : "note.afterDue", { whose, span: { days: Math.abs(days) } }),
      );
  }
  return {
    ...NOTHING_MORE,
    id: response.id,
    on,
    tone: SUBSTANTIVE.includes(response.kind) ? "did" : "soft",
    head: say(`head.${response.kind}`),
    notes,
    text: response.summary,
    url: response.sourceUrl,
    of: { kind: "response", id: response.id },
  };
}

function reasonsAccepted(record: ConsultationRecord, on: PlainDate): StoryEntry {
  const { explanationDecidedBy: by, explanationMembersIn: members } = record;
  return {
    ...NOTHING_MORE,
    id: "reasons",
    on,
    tone: "did",
    head: say("head.reasonsAccepted"),
    notes: [
      ...(by ? [say("note.decidedBy", { who: { text: by } })] : []),
      ...(members === null ? [] : [say(members ? "note.membersIn" : "note.membersOut")]),
    ],
  };
}

/** Whether anything the body owes is still open: what a reminder would be about. */
export function owesSomething(followUps: readonly RecordedFollowUp[]): boolean {
  return followUps.some(
    (one) => counts(one) && (one.state === "open" || one.state === "late" || one.state === "disputed"),
  );
}
