import type { ShareRecord, StoredConsultation } from "./share-record";

/** A record to try releases on, as small as one can be: for tests. */
export function exampleRecord(
  consultations: StoredConsultation[] = [],
  over: Partial<ShareRecord> = {},
): ShareRecord {
  return {
    workspace: { name: "Riverside Refugee Forum", contact_email: null, action_days: 182, slug: "riverside" },
    bodies: [
      { id: "council", name: "Riverside Borough Council", kind: "council" },
      { id: "trust", name: "Eastmoor NHS Trust", kind: "health" },
    ],
    topics: [
      { id: "housing", key: "housing", name: "Housing" },
      { id: "safety", key: "safety", name: "Safety, hate crime and discrimination" },
      { id: "own", key: null, name: "Domestic abuse" },
    ],
    consultations,
    activities: [],
    counts: [],
    ...over,
  };
}

type Over = Partial<Omit<StoredConsultation, "row" | "standing">> & {
  row?: Record<string, unknown>;
  standing?: Partial<StoredConsultation["standing"]>;
};

export function exampleConsultation(id: string, { row, standing, ...over }: Over = {}): StoredConsultation {
  return {
    row: {
      id,
      title: `Consultation ${id}`,
      public_body_id: "council",
      kind: "survey",
      participation_level: null,
      voice: null,
      purpose: null,
      asked_on: "2026-05-11",
      starts_on: "2026-06-01",
      ends_on: "2026-06-17",
      cancelled_on: null,
      participants: 46,
      sessions: 1,
      minutes_each: 90,
      source_url: null,
      explanation_accepted_on: null,
      explanation_members_in: null,
      answer_due_on: "2026-09-09",
      answer_due_source: "benchmark",
      notes: "ours alone",
      ...row,
    },
    standing: {
      standing: "silent",
      flagged: true,
      disputed: false,
      overdueSince: "2026-09-09",
      counting: 0,
      doneCount: 0,
      lateCount: 0,
      updates: 0,
      substantive: false,
      firstAnswerOn: null,
      ...standing,
    },
    firstDue: { on: "2026-09-09", source: "benchmark" },
    otherBodies: [],
    topics: ["housing"],
    extensions: [],
    responses: [],
    followUps: [],
    ...over,
  };
}
