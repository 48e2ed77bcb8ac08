import type { Scenario } from "../scenario";

/** Under way: people are giving their time now. */
export const underWay: Scenario[] = [
  {
    title: "Welcome plan advisory group",
    stands: "open",
    body: "Riverside Borough Council",
    otherBodies: ["Eastmoor NHS Trust", "Eastmoor College"],
    kind: "advisory_group",
    level: "collaborating",
    voice: "leaders_and_members",
    topics: ["democracy", "language", "housing"],
    purpose: "Four of us meet the council every five weeks to shape its plan for newcomers.",
    asked: -205,
    starts: -186,
    participants: 4,
    sessions: 5,
    minutesEach: 120,
    staffHours: 6,
    responses: [
      {
        kind: "update",
        on: -35,
        summary: "The notes of the fourth meeting, with two of our points in bold.",
      },
    ],
  },
  {
    title: "Health champions: planning the training",
    stands: "open",
    body: "Eastmoor NHS Trust",
    kind: "co_design",
    level: "collaborating",
    voice: "members",
    topics: ["health", "education"],
    purpose: "Writing the training with the people who will give it.",
    asked: -52,
    starts: -35,
    ends: 40,
    answerPromised: 96,
    participants: 10,
    sessions: 3,
    minutesEach: 90,
    paid: 300,
  },
];

/** Agreed, and still to come. */
export const comingUp: Scenario[] = [
  {
    title: "Budget priorities, evening meeting",
    stands: "planned",
    body: "Riverside Borough Council",
    kind: "meeting",
    level: "consulted",
    voice: "wider_community",
    topics: ["economy", "democracy"],
    purpose: "What the council should keep, stop and begin with less money.",
    asked: -12,
    starts: 6,
    ends: 6,
    participants: 20,
    minutesEach: 90,
  },
  {
    title: "Neighbourhood policing plan",
    stands: "planned",
    body: "Northshire Police",
    kind: "focus_group",
    level: "consulted",
    voice: "members",
    topics: ["safety"],
    purpose: "What should come first in our streets next year.",
    asked: -20,
    starts: 24,
    ends: 31,
    participants: 12,
    sessions: 2,
    minutesEach: 60,
    notes: "We asked them to come to our meal first. They said yes.",
  },
];

/** Called off by the body before it took place. */
export const calledOff: Scenario[] = [
  {
    title: "Sports pitches workshop",
    stands: "cancelled",
    body: "Riverside Borough Council",
    kind: "meeting",
    level: "informed",
    voice: "leaders_and_members",
    topics: ["youth", "health"],
    purpose: "Where new pitches should go.",
    asked: -103,
    starts: -75,
    ends: -75,
    cancelled: -82,
    staffHours: 2,
    notes: "Called off a week before. We had already printed the invitations.",
    responses: [
      {
        kind: "update",
        on: -82,
        summary: "They called it off: the money for the pitches was moved elsewhere.",
      },
    ],
  },
];
