import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { ConsultationRecord, RecordedFollowUp } from "@/lib/domain/consultation-record";
import { STANDINGS } from "@/lib/domain/standing";
import { causeNote, type Stand, standingSentence, whatWouldChange } from "@/lib/domain/standing-sentence";
import type { StoryMessage, StoryParam } from "@/lib/domain/story-message";
import story from "@/lib/i18n/messages/en/story.json";

// The sentence, worded: every standing, every source of a date, and what stands beside them.

const TODAY = "2026-11-22";

const record: ConsultationRecord = {
  id: "c",
  version: 1,
  reference: null,
  title: "Housing allocations",
  publicBody: { id: "b", name: "Riverside Borough Council", kind: "council" },
  otherBodies: [],
  topics: [],
  kind: null,
  participationLevel: null,
  voice: null,
  purpose: null,
  whatCanChange: null,
  whoDecides: null,
  resourcesBehind: null,
  hearBack: null,
  paidFor: [],
  cameFirst: null,
  askedOn: null,
  startsOn: "2026-06-01",
  endsOn: "2026-06-30",
  answerPromisedOn: null,
  cancelledOn: null,
  participants: 20,
  sessions: 1,
  minutesEach: 90,
  staffHours: null,
  paymentReceived: null,
  sourceUrl: null,
  explanationAcceptedOn: null,
  explanationDecidedBy: null,
  explanationMembersIn: null,
  notes: null,
  minutesAsked: 1800,
  answerDueOn: "2026-09-22",
  answerDueSource: "benchmark",
  firstAnswerDueOn: "2026-09-22",
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
  title: "Interpreters",
  promisedWords: null,
  basis: null,
  madeByRole: null,
  madeOn: "2026-07-01",
  dueOn: "2026-10-16",
  effectiveDueOn: "2026-10-16",
  state: "late",
  bodySays: "in_progress",
  doneOn: null,
  communitySays: "not_asked",
  evidenceUrl: null,
  moves: [],
};
const done: RecordedFollowUp = { ...promise, state: "done", bodySays: "done", doneOn: "2026-10-01" };
const open: RecordedFollowUp = {
  ...promise,
  state: "open",
  dueOn: "2026-12-01",
  effectiveDueOn: "2026-12-01",
};
const stand: Stand = {
  standing: "silent",
  disputed: false,
  counting: 0,
  doneCount: 0,
  lateCount: 0,
  updates: 0,
  firstAnswerOn: null,
};
const answer = (kind: ConsultationRecord["responses"][number]["kind"], receivedOn: string | null) => ({
  id: "r",
  kind,
  receivedOn,
  summary: null,
  sourceUrl: null,
});

const t = createTranslator({ locale: "en", messages: { story }, namespace: "story" });
const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
function write(param: StoryParam): string | number {
  if (typeof param !== "object") return param;
  if ("date" in param) return date.format(new Date(param.date));
  if ("text" in param) return param.text;
  if ("days" in param) return `${param.days} days`;
  throw new Error("not in a sentence");
}
const words = (said: readonly StoryMessage[]) =>
  said
    .map(({ key, params }) =>
      t(key, Object.fromEntries(Object.entries(params).map(([name, param]) => [name, write(param)]))),
    )
    .join(" ");

describe("why it stands where it stands", () => {
  test.each<[string, Partial<ConsultationRecord>, Partial<Stand>, string]>([
    [
      "silent, our benchmark, updates",
      {},
      { updates: 2 },
      "No answer recorded: our benchmark date was 22 September 2026, 61 days ago. 2 updates received.",
    ],
    [
      "silent, their date",
      { answerDueSource: "given" },
      {},
      "No answer recorded: the date they gave was 22 September 2026, 61 days ago.",
    ],
    [
      "silent, agreed in place of our benchmark",
      { answerDueSource: "agreed", firstAnswerDueOn: "2026-08-01" },
      { updates: 1 },
      "No answer recorded: the date we both agreed was 22 September 2026, 61 days ago. Our benchmark date was 1 August 2026. 1 update received.",
    ],
    [
      "silent, agreed in place of their date",
      { answerDueSource: "agreed", firstAnswerDueOn: "2026-08-01", firstAnswerDueSource: "given" },
      {},
      "No answer recorded: the date we both agreed was 22 September 2026, 61 days ago. First they said 1 August 2026.",
    ],
    [
      "silent, the promise dropped",
      { followUps: [{ ...promise, state: "dropped", bodySays: "dropped" }] },
      {},
      "No answer recorded: our benchmark date was 22 September 2026, 61 days ago. They dropped the action they had promised.",
    ],
    [
      "cancelled",
      { cancelledOn: "2026-05-20" },
      { standing: "cancelled" },
      "They called it off on 20 May 2026. No answer is expected.",
    ],
    [
      "planned",
      { startsOn: "2026-12-01" },
      { standing: "planned" },
      "It starts on 1 December 2026, in 9 days.",
    ],
    [
      "open, no end",
      { endsOn: null },
      { standing: "open" },
      "It started on 1 June 2026 and is still going on. No end date is recorded.",
    ],
    [
      "open, ends today",
      { endsOn: TODAY },
      { standing: "open" },
      "It is still going on. It ends today, 22 November 2026.",
    ],
    [
      "open, answered and acted on already",
      { endsOn: "2026-12-01", responses: [answer("findings", "2026-11-01")] },
      { standing: "open", counting: 3, doneCount: 1 },
      "It is still going on. It ends on 1 December 2026, in 9 days. They have already answered. 1 of 3 done.",
    ],
    [
      "a promise late, its date moved",
      {
        followUps: [
          {
            ...promise,
            moves: [{ fromOn: "2026-08-31", toOn: "2026-10-16", reason: "supplier", movedOn: "2026-08-28" }],
          },
        ],
      },
      { standing: "stalled", counting: 1, lateCount: 1 },
      "The date they gave was 16 October 2026, 37 days ago. First they said 31 August 2026.",
    ],
    [
      "a spoken, undated one late beside one done",
      { followUps: [{ ...promise, dueOn: null, basis: "spoken" }, done] },
      { standing: "stalled", counting: 2, doneCount: 1, lateCount: 1 },
      "No date was given; our own benchmark was 16 October 2026, 37 days ago. It was a spoken promise, as we noted it. 1 of 2 done.",
    ],
    [
      "a joint one late",
      { followUps: [{ ...promise, owner: "joint" }] },
      { standing: "stalled", counting: 1, lateCount: 1 },
      "The date we both agreed was 16 October 2026, 37 days ago.",
    ],
    [
      "two late: the first one is told",
      { followUps: [{ ...promise, effectiveDueOn: "2026-11-01" }, promise] },
      { standing: "stalled", counting: 2, lateCount: 2 },
      "2 promised actions are past their date. The first was due on 16 October 2026, 37 days ago: they gave this date.",
    ],
    [
      "disputed",
      { followUps: [{ ...done, state: "disputed", communitySays: "no" }] },
      { standing: "stalled", disputed: true, counting: 1 },
      "They say it was done on 1 October 2026. Our people say no, it did not happen.",
    ],
    [
      "disputed, no day known, beside one done",
      { followUps: [{ ...done, state: "disputed", communitySays: "no", doneOn: null }, done] },
      { standing: "stalled", disputed: true, counting: 2, doneCount: 1 },
      "They say it was done. Our people say no, it did not happen. 1 of 2 done.",
    ],
    [
      "acted, their word",
      { followUps: [done] },
      { standing: "acted", counting: 1, doneCount: 1 },
      "The action they promised is recorded as done. It was done on 1 October 2026. That is their word, not checked with our people yet.",
    ],
    [
      "acted, partly",
      { followUps: [{ ...done, communitySays: "partly" }] },
      { standing: "acted", counting: 1, doneCount: 1 },
      "The action they promised is recorded as done. It was done on 1 October 2026. Our people say it was done only partly.",
    ],
    [
      "acted, one of three",
      {
        followUps: [
          { ...done, communitySays: "yes" },
          open,
          { ...open, owner: "us", effectiveDueOn: "2026-11-25" },
        ],
      },
      { standing: "acted", counting: 3, doneCount: 1 },
      "1 of 3 promised actions are recorded as done. It was done on 1 October 2026. The next one is due on 1 December 2026: they gave this date.",
    ],
    [
      "promised",
      { followUps: [open] },
      { standing: "promised", counting: 1 },
      "They promised action. It is due on 1 December 2026, in 9 days: they gave this date.",
    ],
    [
      "promised aloud, undated, one of two",
      {
        followUps: [
          { ...open, dueOn: null, basis: "spoken" },
          { ...open, effectiveDueOn: "2027-01-01" },
        ],
      },
      { standing: "promised", counting: 2 },
      "2 promised actions are open. The next is due on 1 December 2026, in 9 days: our own benchmark, as no date was given. The first was a spoken promise, as we noted it.",
    ],
    [
      "promised, the joint one waits on us",
      { followUps: [{ ...promise, owner: "joint", waitingOn: "us", state: "open" }] },
      { standing: "promised", counting: 1 },
      "A joint action was due on 16 October 2026. It waits on us.",
    ],
    [
      "explained",
      {
        explanationAcceptedOn: "2026-10-05",
        explanationDecidedBy: "the committee",
        explanationMembersIn: false,
      },
      { standing: "explained" },
      "They gave reasons for doing nothing, and we accepted them on 5 October 2026. Decided by the committee. Members did not take part in deciding.",
    ],
    [
      "answered, four weeks",
      { responses: [answer("decision", "2026-11-10")] },
      { standing: "answered", firstAnswerOn: "2026-11-10" },
      "They answered on 10 November 2026, 12 days ago. No action is recorded yet. They have until 8 December 2026, four weeks after their answer.",
    ],
    [
      "answered, day unknown, their date to come",
      { responses: [answer("decision", null)], answerDueOn: "2026-12-15", answerDueSource: "given" },
      { standing: "answered" },
      "They answered, on a day we do not know. No action is recorded yet. They have until 15 December 2026: the date they gave.",
    ],
    [
      "waiting until today",
      { answerDueOn: TODAY },
      { standing: "waiting", updates: 1 },
      "No answer yet. It is due today, 22 November 2026: our own benchmark. 1 update received.",
    ],
    [
      "no action",
      { responses: [answer("findings", "2026-08-13")] },
      { standing: "no_action", firstAnswerOn: "2026-08-13" },
      "They answered on 13 August 2026, 101 days ago. No action recorded.",
    ],
    [
      "no action, day unknown",
      { responses: [answer("findings", null)] },
      { standing: "no_action" },
      "They answered, on a day we do not know. No action recorded: our benchmark date was 22 September 2026, 61 days ago.",
    ],
    [
      "they said no",
      { responses: [answer("update", "2026-07-01"), answer("refusal", "2026-08-13")] },
      { standing: "no_action", firstAnswerOn: "2026-08-13" },
      "They said no on 13 August 2026. We have not accepted their reasons. No action recorded.",
    ],
  ])("%s", (_name, facts, rule, sentence) => {
    expect(words(standingSentence({ ...record, ...facts }, { ...stand, ...rule }, TODAY))).toBe(sentence);
  });

  test("no standing is left without words, nor without what would change it", () => {
    const facts = { ...record, cancelledOn: TODAY, explanationAcceptedOn: TODAY, followUps: [open, promise] };
    for (const standing of STANDINGS) {
      expect(words(standingSentence(facts, { ...stand, standing, counting: 2 }, TODAY))).toMatch(/\.$/);
      expect(words([whatWouldChange({ standing, disputed: false })])).toMatch(/\.$/);
    }
    expect(words([whatWouldChange({ standing: "stalled", disputed: true })])).toContain(
      "Ask our people again",
    );
  });

  test("a recorded action need not have been caused by it", () => {
    expect(causeNote({ doneCount: 0 })).toBeNull();
    expect(causeNote({ doneCount: 1 })?.key).toBe("sentence.cause");
  });
});
