import { describe, expect, test } from "vitest";
import type { ConsultationRecord, RecordedFollowUp } from "./consultation-record";
import { story } from "./story";
import type { StoryEntry } from "./story-message";

const TODAY = "2026-11-23";

const record: ConsultationRecord = {
  id: "c",
  version: 1,
  reference: null,
  title: "Interpreters at GP surgeries",
  publicBody: { id: "b", name: "Eastmoor NHS Trust", kind: "health" },
  otherBodies: [],
  topics: [],
  kind: "meeting",
  participationLevel: null,
  voice: "members",
  purpose: "What happens when no interpreter comes.",
  whatCanChange: null,
  whoDecides: null,
  resourcesBehind: null,
  hearBack: null,
  paidFor: [],
  cameFirst: null,
  askedOn: "2026-01-20",
  startsOn: "2026-02-10",
  endsOn: "2026-02-17",
  answerPromisedOn: null,
  cancelledOn: null,
  participants: 18,
  sessions: 2,
  minutesEach: 90,
  staffHours: null,
  paymentReceived: 160,
  sourceUrl: null,
  explanationAcceptedOn: null,
  explanationDecidedBy: null,
  explanationMembersIn: null,
  notes: "Never part of the story.",
  minutesAsked: 3240,
  answerDueOn: "2026-05-12",
  answerDueSource: "benchmark",
  firstAnswerDueOn: "2026-05-12",
  firstAnswerDueSource: "benchmark",
  benchmarkDays: 84,
  actionDays: 182,
  responses: [],
  followUps: [],
  extensions: [],
  changed: { at: "2026-11-01T10:00:00Z", by: null },
};
const promise: RecordedFollowUp = {
  id: "f",
  owner: "body",
  waitingOn: "body",
  publicBody: null,
  title: "Interpreters bookable at reception",
  promisedWords: "Interpreters will be bookable at reception.",
  basis: "written",
  madeByRole: "head of primary care",
  madeOn: "2026-04-21",
  dueOn: "2026-10-16",
  effectiveDueOn: "2026-10-16",
  state: "late",
  bodySays: "in_progress",
  doneOn: null,
  communitySays: "not_asked",
  evidenceUrl: null,
  moves: [{ fromOn: "2026-08-31", toOn: "2026-10-16", reason: "supplier contract", movedOn: "2026-08-28" }],
};
const answer = {
  id: "r",
  kind: "decision",
  receivedOn: "2026-04-28",
  summary: "Accepted.",
  sourceUrl: null,
} as const;

/** An entry in short: day, how it looks, what it says. */
const short = ({ on, tone, head }: StoryEntry) => `${on} ${tone} ${head.key.replace("head.", "")}`;
const told = (facts: Partial<ConsultationRecord>) => story({ ...record, ...facts }, TODAY).map(short);
const find = (facts: Partial<ConsultationRecord>, id: string) =>
  story({ ...record, ...facts }, TODAY).find((entry) => entry.id === id);

describe("the story in order of time", () => {
  test("says with the request whether they had come to us first", () => {
    const notes = (cameFirst: ConsultationRecord["cameFirst"]) =>
      story({ ...record, cameFirst }, TODAY).find(({ id }) => id === "asked")?.notes;
    expect(notes("no")).toEqual([{ key: "note.cameFirst", params: { came: "no" } }]);
    expect(notes("yes")).toEqual([{ key: "note.cameFirst", params: { came: "yes" } }]);
    expect(notes("not_asked")).toEqual([]);
    expect(notes(null)).toEqual([]);
  });

  test("asked, took part, answered, promised, moved, late", () => {
    expect(told({ responses: [answer], followUps: [promise] })).toEqual([
      "2026-01-20 did asked",
      "2026-02-10 did tookPart",
      "2026-04-21 did promiseBody",
      "2026-04-28 did decision",
      "2026-05-12 soft due",
      "2026-08-28 soft dateMoved",
      "2026-10-16 late promiseDue",
      "2026-11-23 today today",
    ]);
  });

  test.each<[string, Partial<ConsultationRecord>, string[]]>([
    [
      "nothing came back",
      {},
      ["2026-01-20 did asked", "2026-02-10 did tookPart", "2026-05-12 gap due", "2026-11-23 today today"],
    ],
    [
      "what is ahead follows today",
      { askedOn: null, startsOn: "2026-12-01", endsOn: "2026-12-01", answerDueOn: "2027-02-23" },
      ["2026-11-23 today today", "2026-12-01 ahead willStart", "2027-02-23 ahead due"],
    ],
    [
      "still going on",
      { askedOn: null, endsOn: null, answerDueOn: null },
      ["2026-02-10 did underWay", "2026-11-23 today today"],
    ],
    [
      "called off before it began",
      { askedOn: null, cancelledOn: "2026-02-01" },
      ["2026-02-01 soft cancelled", "2026-11-23 today today"],
    ],
    [
      "an answer of no known day stands after we took part, and silence is not claimed",
      { askedOn: null, responses: [{ ...answer, receivedOn: null }] },
      ["2026-02-10 did tookPart", "null did decision", "2026-05-12 soft due", "2026-11-23 today today"],
    ],
    [
      "a new date",
      {
        askedOn: null,
        answerDueOn: "2026-12-05",
        answerDueSource: "agreed",
        extensions: [
          { id: "e", newDueOn: "2026-12-05", agreedOn: "2026-05-01", reason: "new staff", agreedBy: "both" },
        ],
      },
      [
        "2026-02-10 did tookPart",
        "2026-05-01 soft extension",
        "2026-05-12 soft firstDue",
        "2026-11-23 today today",
        "2026-12-05 ahead due",
      ],
    ],
    [
      "done, by their word",
      {
        askedOn: null,
        answerDueOn: null,
        followUps: [{ ...promise, moves: [], state: "done", bodySays: "done", doneOn: "2026-09-01" }],
      },
      [
        "2026-02-10 did tookPart",
        "2026-04-21 did promiseBody",
        "2026-09-01 action done",
        "2026-11-23 today today",
      ],
    ],
    [
      "denied",
      {
        askedOn: null,
        answerDueOn: null,
        followUps: [
          {
            ...promise,
            moves: [],
            state: "disputed",
            bodySays: "done",
            communitySays: "no",
            doneOn: "2026-09-01",
          },
        ],
      },
      [
        "2026-02-10 did tookPart",
        "2026-04-21 did promiseBody",
        "2026-09-01 late done",
        "2026-11-23 today today",
      ],
    ],
    [
      "our own is never a late promise",
      { askedOn: null, answerDueOn: null, followUps: [{ ...promise, owner: "us", moves: [] }] },
      [
        "2026-02-10 did tookPart",
        "2026-04-21 soft promiseUs",
        "2026-10-16 soft promiseDue",
        "2026-11-23 today today",
      ],
    ],
    [
      "reasons accepted",
      { askedOn: null, answerDueOn: "2026-05-12", explanationAcceptedOn: "2026-06-01" },
      [
        "2026-02-10 did tookPart",
        "2026-05-12 gap due",
        "2026-06-01 did reasonsAccepted",
        "2026-11-23 today today",
      ],
    ],
  ])("%s", (_name, facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });
});

describe("what is said beside an event", () => {
  test("people, sessions, voice, hours and money", () => {
    expect(find({}, "took-part")).toMatchObject({
      until: "2026-02-17",
      text: null,
      notes: [
        { key: "note.people", params: { people: 18, sessions: 2, known: "yes", each: { minutes: 90 } } },
        { key: "note.voice", params: { voice: "members" } },
        { key: "note.hours", params: { hours: { hours: 54 } } },
        { key: "note.payment", params: { money: { money: 160 } } },
      ],
    });
    expect(find({ participants: null, minutesAsked: 60 }, "took-part")?.notes.map(({ key }) => key)).toEqual([
      "note.peopleUnknown",
      "note.voice",
      "note.hoursAtLeast",
      "note.payment",
    ]);
  });

  test.each([
    ["2026-05-05", "note.beforeDue", 7],
    ["2026-05-22", "note.afterDue", 10],
  ])("the first answer says how it lay to the date: %s", (receivedOn, key, days) => {
    const later = { ...answer, id: "later", receivedOn: "2026-09-01" };
    const facts = { responses: [{ ...answer, receivedOn }, later] };
    expect(find(facts, "r")?.notes).toEqual([{ key, params: { whose: "benchmark", span: { days } } }]);
    expect(find(facts, "later")?.notes).toEqual([]);
  });

  test("an acknowledgement says nothing of the date", () => {
    expect(find({ responses: [{ ...answer, kind: "acknowledgement" }] }, "r")).toMatchObject({
      tone: "soft",
      notes: [],
    });
  });

  test("how long nothing was recorded, and whether it still goes on", () => {
    const silence = (facts: Partial<ConsultationRecord>) => find(facts, "due")?.notes.at(-1);
    expect(silence({})).toEqual({ key: "note.silence", params: { span: { days: 195 }, ongoing: "yes" } });
    expect(silence({ responses: [{ ...answer, receivedOn: "2026-05-22" }] })).toEqual({
      key: "note.silence",
      params: { span: { days: 10 }, ongoing: "no" },
    });
    expect(silence({ responses: [answer] })).toMatchObject({
      key: "note.whose",
      params: { whose: "benchmark", after: { days: 84 } },
    });
  });

  test("a promise's basis, both sides and whose date", () => {
    expect(find({ followUps: [promise] }, "f")).toMatchObject({
      quote: "Interpreters will be bookable at reception.",
      notes: [
        { key: "note.basis", params: { basis: "written", role: { text: "head of primary care" } } },
        { key: "note.sides", params: { body: "in_progress", community: "later" } },
      ],
      of: { kind: "follow_up", id: "f" },
    });
    expect(find({ followUps: [promise] }, "f due")?.notes).toEqual([
      { key: "note.promiseWhose", params: { whose: "given" } },
      { key: "note.late", params: { span: { days: 38 } } },
    ]);
  });

  test("notes of ours are no part of it", () => {
    expect(
      JSON.stringify(story({ ...record, responses: [answer], followUps: [promise] }, TODAY)),
    ).not.toContain("Never part");
  });
});
