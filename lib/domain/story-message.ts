import type { PlainDate } from "./plain-date";

/** Something a sentence names, still to be written in the reader's language. */
export type StoryParam =
  /** Picks a wording. */
  | string
  | number
  /** What somebody wrote, in whichever direction it reads. */
  | { text: string }
  | { date: PlainDate }
  /** Two dates said as a span. */
  | { from: PlainDate; to: PlainDate }
  /** A whole number of days, said as people say durations. */
  | { days: number }
  | { hours: number }
  | { minutes: number }
  /** Money in the workspace's currency. */
  | { money: number };

/** A sentence of the catalogue `story` with what it names. */
export type StoryMessage = { key: StoryKey; params: Readonly<Record<string, StoryParam>> };

/** Every sentence that the standing and the story are told in; worded in the catalogue `story`. */
export type StoryKey =
  | `sentence.${SentenceKey}`
  | `change.${ChangeKey}`
  | `head.${HeadKey}`
  | `note.${NoteKey}`;

type SentenceKey =
  | "cancelled"
  | "planned"
  | "openEnded"
  | "openUntil"
  | "alreadyAnswered"
  | "acted"
  | "actedOn"
  | "partly"
  | "unchecked"
  | "openBeside"
  | "promised"
  | "promisedMany"
  | "waitsOnUs"
  | "explained"
  | "decidedBy"
  | "membersIn"
  | "membersOut"
  | "answered"
  | "answeredUndated"
  | "timeAfterAnswer"
  | "timeUntilDue"
  | "waiting"
  | "noAction"
  | "noActionUndated"
  | "saidNo"
  | "silent"
  | "silentUnknown"
  | "late"
  | "lateMany"
  | "disputed"
  | "disputedMany"
  | "progress"
  | "firstSaid"
  | "firstDue"
  | "spoken"
  | "dropped"
  | "updates"
  | "cause";

type ChangeKey =
  | "cancelled"
  | "planned"
  | "stalled"
  | "disputed"
  | "open"
  | "acted"
  | "promised"
  | "explained"
  | "answered"
  | "waiting"
  | "no_action"
  | "silent";

type HeadKey =
  | "asked"
  | "tookPart"
  | "underWay"
  | "willStart"
  | "acknowledgement"
  | "update"
  | "findings"
  | "decision"
  | "refusal"
  | "promiseBody"
  | "promiseJoint"
  | "promiseUs"
  | "done"
  | "doneUs"
  | "dateMoved"
  | "extension"
  | "firstDue"
  | "due"
  | "promiseDue"
  | "reasonsAccepted"
  | "cancelled"
  | "today"
  | "released";

type NoteKey =
  | "cameFirst"
  | "people"
  | "peopleUnknown"
  | "peopleFew"
  | "peopleRounded"
  | "voice"
  | "hours"
  | "hoursAtLeast"
  | "hoursRounded"
  | "payment"
  | "beforeDue"
  | "onDue"
  | "afterDue"
  | "basis"
  | "basisAlone"
  | "role"
  | "sides"
  | "unchecked"
  | "waitsOnUs"
  | "whose"
  | "firstWhose"
  | "promiseWhose"
  | "silence"
  | "late"
  | "agreedBy"
  | "decidedBy"
  | "membersIn"
  | "membersOut"
  | "ourPeople"
  | "otherBody";

export function say(key: StoryKey, params: StoryMessage["params"] = {}): StoryMessage {
  return { key, params };
}

/** How an event looks: something done, something noted, a growing silence, a late promise, today, or still ahead. */
export type StoryTone = "did" | "soft" | "gap" | "late" | "action" | "today" | "ahead";

/** One dated event of a consultation's story. */
export type StoryEntry = {
  id: string;
  /** Null when only the fact is known. */
  on: PlainDate | null;
  /** The last day, when it went on for longer than one. */
  until: PlainDate | null;
  tone: StoryTone;
  head: StoryMessage;
  notes: StoryMessage[];
  /** What they said, word for word. */
  quote: string | null;
  /** What we wrote down. */
  text: string | null;
  /** Where it can be read. */
  url: string | null;
  /** The record behind it, for those who may change it. */
  of: { kind: "response" | "follow_up" | "extension"; id: string } | null;
};

/** What most events have none of. */
export const NOTHING_MORE = {
  until: null,
  notes: [],
  quote: null,
  text: null,
  url: null,
  of: null,
} satisfies Partial<StoryEntry>;
