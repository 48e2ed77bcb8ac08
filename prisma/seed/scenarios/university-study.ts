import type { Scenario } from "../scenario";

/** Universities take longer: their answer period is a year. */
export const universityStudy: Scenario[] = [
  {
    title: "Study: skills from abroad and first jobs here",
    stands: "waiting",
    body: "University of Eastmoor",
    kind: "one_to_one",
    level: "consulted",
    voice: "members",
    topics: ["employment", "education"],
    purpose: "Long talks about the first job after arriving, and what people had done before.",
    asked: -226,
    starts: -205,
    ends: -140,
    participants: 20,
    minutesEach: 75,
    staffHours: 3,
    paid: 500,
    notes: "Each person had a voucher. The researchers will read the findings to us before they publish.",
    responses: [
      {
        kind: "update",
        on: -48,
        summary: "They have finished writing down the talks and begin to compare them.",
      },
    ],
    followUps: [{ owner: "us", title: "Choose five people to read the draft", made: -48, due: 100 }],
  },
];
