import type {
  ReleasedConsultation,
  ReleasedPromise,
  ReleasedResponse,
  Snapshot,
} from "@/lib/domain/release/snapshot";

// Released views made by hand for tests, with one of everything an officer may meet. Bodies and people are invented.

export const COUNCIL = { ref: "body-council", name: "Riverside Borough Council", kind: "council" } as const;

/** The `ref` of an entry made by hand. */
export function refOf(number: number): string {
  return number.toString(16).padStart(16, "0");
}

export function aReleasedConsultation(given: Partial<ReleasedConsultation> = {}): ReleasedConsultation {
  return {
    ref: refOf(1),
    title: "Housing repairs: what should change?",
    body: COUNCIL,
    otherBodies: [],
    topics: [{ key: "housing", name: "Housing" }],
    monthsOnly: false,
    kind: "focus_group",
    participationLevel: "consulted",
    voice: "members",
    purpose: "How repairs are asked for, and how long they take.",
    sourceUrl: null,
    askedOn: "2026-01-20",
    startsOn: "2026-02-10",
    endsOn: "2026-02-17",
    cancelledOn: null,
    answerDue: { on: "2026-05-12", whose: "benchmark" },
    firstAnswerDue: null,
    extensions: [],
    standing: "silent",
    flagged: true,
    disputed: false,
    overdueSince: "2026-05-12",
    counting: 0,
    doneCount: 0,
    lateCount: 0,
    updates: 0,
    answered: false,
    firstAnswerOn: null,
    reasonsAccepted: null,
    people: 20,
    hours: 30,
    ...given,
  };
}

export function aReleasedPromise(given: Partial<ReleasedPromise> = {}): ReleasedPromise {
  return {
    ref: refOf(101),
    parent: { kind: "consultation", ref: refOf(1), title: "Housing repairs: what should change?" },
    body: COUNCIL,
    topics: [],
    monthsOnly: false,
    owner: "body",
    waitingOn: "body",
    title: "A repairs line in four languages",
    promisedWords: "We will open a repairs line in four languages by the summer.",
    basis: "minuted",
    madeByRole: "Head of housing",
    madeOn: "2026-04-21",
    due: { on: "2026-10-16", whose: "given" },
    moves: [],
    state: "late",
    bodySays: "in_progress",
    communitySays: "not_asked",
    doneOn: null,
    evidenceUrl: null,
    ...given,
  };
}

export function aReleasedResponse(given: Partial<ReleasedResponse> = {}): ReleasedResponse {
  return {
    ref: refOf(201),
    parent: { kind: "consultation", ref: refOf(1), title: "Housing repairs: what should change?" },
    body: COUNCIL,
    monthsOnly: false,
    kind: "decision",
    receivedOn: "2026-04-21",
    summary: "The cabinet accepts the findings.",
    sourceUrl: "https://council.example/repairs",
    ...given,
  };
}

/** An empty view of one council, released on 23 November 2026. */
export function aSnapshot(given: Partial<Snapshot> = {}): Snapshot {
  return {
    version: 1,
    organisation: "Riverside Refugee Forum",
    replyTo: "hello@riverside.example",
    releasedOn: "2026-11-23",
    checkedOn: "2026-11-20",
    scope: {
      body: COUNCIL,
      fromOn: "2025-01-01",
      toOn: null,
      sections: ["consultations", "promises", "responses", "activities", "measures"],
    },
    actionDays: 182,
    consultations: [],
    promises: [],
    responses: [],
    activities: [],
    measures: null,
    ...given,
  };
}

/** A view with a consultation of nearly every kind, promises at an activity, a sensitive topic, and withheld texts. */
export function aFullSnapshot(): Snapshot {
  const interpreters = {
    kind: "consultation",
    ref: refOf(2),
    title: "Interpreters at the contact centre",
  } as const;
  const cards = {
    kind: "consultation",
    ref: refOf(3),
    title: "Bus passes for people who wait for papers",
  } as const;
  const safety = { kind: "consultation", ref: refOf(4), title: "Feeling safe in the town centre" } as const;
  const openDay = { kind: "activity", ref: refOf(301), title: "Open day with our neighbours" } as const;
  return aSnapshot({
    consultations: [
      aReleasedConsultation({
        ref: refOf(5),
        title: "What should the new library be?",
        askedOn: "2026-10-01",
        startsOn: "2026-11-02",
        endsOn: "2026-11-04",
        standing: "waiting",
        flagged: false,
        overdueSince: null,
        answerDue: { on: "2027-01-27", whose: "given" },
        people: "few",
        hours: null,
      }),
      aReleasedConsultation({
        ref: refOf(4),
        title: safety.title,
        topics: [{ key: "safety", name: "Safety" }],
        monthsOnly: true,
        askedOn: "2026-04",
        startsOn: "2026-05",
        endsOn: "2026-06",
        answerDue: { on: "2026-09", whose: "benchmark" },
        standing: "no_action",
        overdueSince: "2026-09",
        answered: true,
        firstAnswerOn: "2026-07",
        people: "unknown",
        hours: null,
      }),
      aReleasedConsultation(),
      aReleasedConsultation({
        ref: refOf(2),
        title: interpreters.title,
        answerDue: { on: "2026-05-05", whose: "agreed" },
        firstAnswerDue: { on: "2026-04-14", whose: "given" },
        extensions: [
          {
            newDueOn: "2026-05-05",
            agreedOn: "2026-04-10",
            reason: "Elections",
            agreedBy: { withheld: "not_a_role" },
          },
        ],
        standing: "stalled",
        overdueSince: "2026-10-16",
        counting: 1,
        lateCount: 1,
        answered: true,
        firstAnswerOn: "2026-04-21",
      }),
      aReleasedConsultation({
        ref: refOf(3),
        title: cards.title,
        askedOn: "2025-03-01",
        startsOn: "2025-03-11",
        endsOn: "2025-03-11",
        answerDue: { on: "2025-06-03", whose: "benchmark" },
        standing: "acted",
        flagged: false,
        overdueSince: null,
        counting: 2,
        doneCount: 1,
        answered: true,
        firstAnswerOn: "2025-05-20",
        people: 45,
        hours: 67.5,
      }),
    ],
    promises: [
      aReleasedPromise({
        parent: interpreters,
        moves: [
          { fromOn: "2026-08-31", toOn: "2026-10-16", reason: "Supplier contract", movedOn: "2026-08-28" },
        ],
      }),
      aReleasedPromise({
        ref: refOf(102),
        parent: cards,
        title: "Half-price passes",
        promisedWords: null,
        madeByRole: { withheld: "not_a_role" },
        due: { on: "2025-09-01", whose: "given" },
        madeOn: "2025-05-20",
        state: "done",
        bodySays: "done",
        communitySays: "partly",
        doneOn: "2025-08-15",
        evidenceUrl: { withheld: "private_link" },
      }),
      aReleasedPromise({
        ref: refOf(103),
        parent: cards,
        title: "Passes for children too",
        basis: "spoken",
        madeOn: "2025-05-20",
        due: { on: "2027-03-01", whose: "agreed" },
        owner: "joint",
        state: "open",
        bodySays: "not_started",
      }),
      aReleasedPromise({
        ref: refOf(104),
        parent: openDay,
        title: "A drop-in at the civic centre",
        basis: "spoken",
        madeOn: "2026-09-12",
        due: { on: "2027-03-13", whose: "benchmark" },
        state: "open",
        bodySays: "not_started",
      }),
      aReleasedPromise({
        ref: refOf(105),
        parent: safety,
        monthsOnly: true,
        title: "Better lights on the station path",
        promisedWords: { withheld: "identifier" },
        madeOn: "2026-07",
        due: { on: "2026-12", whose: "given" },
        state: "dropped",
        bodySays: "dropped",
      }),
    ],
    responses: [
      aReleasedResponse({ parent: interpreters }),
      aReleasedResponse({
        ref: refOf(202),
        parent: cards,
        receivedOn: "2025-05-20",
        summary: { withheld: "identifier" },
        sourceUrl: null,
      }),
      aReleasedResponse({
        ref: refOf(203),
        parent: safety,
        monthsOnly: true,
        kind: "findings",
        receivedOn: "2026-07",
      }),
    ],
    activities: [
      {
        ref: refOf(301),
        title: openDay.title,
        kind: "welcome",
        ownKind: null,
        monthsOnly: false,
        startsOn: "2026-09-12",
        endsOn: "2026-09-12",
        whose: "ours",
        body: COUNCIL,
        topics: [],
        outcomes: ["less_isolation"],
        groups: [
          { group: "members", people: 40, brought: ["experience"] },
          { group: "local_government", people: "few", brought: [] },
        ],
        people: { people: 40, orMore: true },
        officials: [{ role: "Head of housing", office: null, body: COUNCIL }],
      },
    ],
    measures: {
      consultations: 5,
      finished: 4,
      flagged: 3,
      people: { people: 105, orMore: true },
      hoursGiven: { hours: 127.5, orMore: true },
      hoursOfFinished: { hours: 127.5, orMore: true },
      hoursLedToAction: { hours: 67.5, orMore: false },
      hoursNoAction: { hours: 60, orMore: true },
      answered: { part: 3, whole: 4, enough: false },
      promisesKept: { part: 1, whole: 2, enough: false },
      membersTookPart: { part: 5, whole: 5, enough: false },
    },
  });
}
