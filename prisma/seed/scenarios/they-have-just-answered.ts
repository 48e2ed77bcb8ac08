import type { Scenario } from "../scenario";

/** An answer is fresh: there is still time for it to lead somewhere. */
export const theyHaveJustAnswered: Scenario[] = [
  {
    title: "Mental health drop-in: opening times",
    stands: "answered",
    body: "Eastmoor NHS Trust",
    kind: "focus_group",
    level: "consulted",
    voice: "members",
    topics: ["mental_health"],
    purpose: "Which times feel safe, and who should be at the door.",
    asked: -132,
    starts: -117,
    ends: -110,
    participants: 15,
    sessions: 1,
    minutesEach: 90,
    paid: 150,
    responses: [
      { kind: "update", on: -58, summary: "They were still talking with the night team." },
      {
        kind: "findings",
        on: -12,
        summary: "Most people asked for early evenings and a greeter who speaks their language.",
      },
    ],
    followUps: [{ owner: "us", title: "Tell our people what the clinic found", made: -11, due: 11 }],
  },
  {
    title: "Neighbourhood plan, first draft",
    stands: "answered",
    body: "Riverside Borough Council",
    kind: "co_design",
    level: "involved",
    voice: "leaders_and_members",
    topics: ["housing", "democracy", "environment"],
    purpose: "What the plan should say about homes, shops and places to meet.",
    asked: -84,
    starts: -67,
    ends: -60,
    participants: 24,
    sessions: 2,
    minutesEach: 75,
    sourceUrl: "https://www.riverside-borough.example/plans/neighbourhood",
    responses: [
      {
        kind: "findings",
        on: -9,
        summary: "A table of what every group said. A second draft follows.",
        sourceUrl: "https://www.riverside-borough.example/plans/neighbourhood/what-you-said",
      },
    ],
  },
];
