import type { Scenario } from "../scenario";

/** They said no and gave reasons, and the organisation accepted them. */
export const reasonsAccepted: Scenario[] = [
  {
    title: "A crossing on Station Road",
    stands: "explained",
    body: "Northshire County Council",
    kind: "meeting",
    level: "consulted",
    voice: "wider_community",
    topics: ["transport", "safety"],
    purpose: "Parents asked for a crossing near the school gate.",
    asked: -412,
    starts: -391,
    ends: -391,
    minutesEach: 60,
    notes: "Nobody counted; it was cold and the gate was busy.",
    responses: [
      {
        kind: "refusal",
        on: -302,
        summary:
          "They said no: the road is too narrow for a crossing there. They showed us the measurements and offered a school patrol.",
      },
    ],
    accepted: { on: -262, by: "Our trustees, after a members’ meeting", membersTookPart: true },
  },
  {
    title: "Evening hours at the walk-in centre",
    stands: "explained",
    body: "Eastmoor NHS Trust",
    kind: "survey",
    level: "consulted",
    voice: "staff",
    topics: ["health", "employment"],
    purpose: "Whether people on day shifts would come in the evening.",
    asked: -232,
    starts: -222,
    ends: -201,
    participants: 28,
    minutesEach: 20,
    responses: [
      { kind: "acknowledgement", on: -199, summary: "They said thank you." },
      {
        kind: "refusal",
        on: -133,
        summary:
          "They said no for now: there are not enough nurses to open later. They will look at it again in a year.",
      },
    ],
    accepted: { on: -108, by: "Our trustees", membersTookPart: false },
  },
];
