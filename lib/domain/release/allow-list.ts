// The release firewall, as data. A view is built only by picking the columns named in RELEASED, each by its treatment;
// every other column of the record stands in NEVER with the reason, and a test compares both with the database: a new
// column fails the build until somebody has decided.

/**
 * How a column leaves:
 *   words    text of people's own, if nothing in it identifies a person; else nothing of it
 *   role     a job title or an office made of known words; else nothing of it
 *   link     a web address that anybody can open; else nothing of it
 *   date     a day; on sensitive topics its month
 *   fact     a choice, a yes or no, a number that does not count people
 *   people   never itself: "not recorded", "fewer than 10", or rounded to 5
 *   factor   never itself: hours are worked out from it and a released count
 *   key      never itself: ties rows together
 */
export type Treatment = "words" | "role" | "link" | "date" | "fact" | "people" | "factor" | "key";
export type Columns = Readonly<Record<string, Treatment>>;

export const RELEASED = {
  workspaces: { name: "fact", contact_email: "fact", action_days: "fact" },
  public_bodies: { id: "key", name: "words", kind: "fact", succeeded_by: "key" },
  topics: { id: "key", key: "fact", name: "words" },
  consultations: {
    id: "key",
    title: "words",
    public_body_id: "key",
    kind: "fact",
    participation_level: "fact",
    voice: "fact",
    purpose: "words",
    asked_on: "date",
    starts_on: "date",
    ends_on: "date",
    cancelled_on: "date",
    participants: "people",
    sessions: "factor",
    minutes_each: "factor",
    source_url: "link",
    explanation_accepted_on: "date",
    explanation_members_in: "fact",
    answer_due_on: "date",
    answer_due_source: "fact",
  },
  consultation_other_bodies: { consultation_id: "key", public_body_id: "key" },
  consultation_topics: { consultation_id: "key", topic_id: "key" },
  extensions: {
    consultation_id: "key",
    new_due_on: "date",
    agreed_on: "date",
    reason: "words",
    agreed_by: "role",
  },
  body_responses: {
    id: "key",
    consultation_id: "key",
    kind: "fact",
    received_on: "date",
    summary: "words",
    source_url: "link",
  },
  follow_ups: {
    id: "key",
    consultation_id: "key",
    activity_id: "key",
    public_body_id: "key",
    owner: "fact",
    waiting_on: "fact",
    title: "words",
    promised_words: "words",
    basis: "fact",
    made_by_role: "role",
    made_on: "date",
    due_on: "date",
    body_says: "fact",
    done_on: "date",
    community_says: "fact",
    evidence_url: "link",
  },
  date_moves: {
    follow_up_id: "key",
    from_on: "date",
    to_on: "date",
    reason: "words",
    moved_on: "date",
  },
  activities: {
    id: "key",
    title: "words",
    kind: "fact",
    own_kind: "words",
    starts_on: "date",
    ends_on: "date",
    whose: "fact",
    public_body_id: "key",
  },
  activity_groups: { activity_id: "key", group: "fact", people: "people", brought: "fact" },
  activity_officials: { activity_id: "key", role: "role", office: "role", public_body_id: "key" },
  activity_outcomes: { activity_id: "key", outcome: "fact" },
  activity_topics: { activity_id: "key", topic_id: "key" },
} as const satisfies Record<string, Columns>;

export type ReleasedTable = keyof typeof RELEASED;

/** What a column that never leaves is called where the owner is told what was kept back. */
export const KEPT = [
  "notes",
  "places",
  "own_references",
  "before",
  "money",
  "times",
  "ours",
  "told",
] as const;
export type Kept = (typeof KEPT)[number];

/** Why a column never leaves. `kept`: the owner is told how many there are. */
type Never = { why: string; kept?: Kept };
const house: Never = { why: "keeping house: versions, times, ids of members" };
const tenant: Never = { why: "which workspace a row belongs to" };
const money: Never = {
  why: "a payment divided by what each was paid is a number of people",
  kept: "money",
};
const before: Never = {
  why: "what the organisation asked for before it said yes, in its own candid words",
  kept: "before",
};
const saved = {
  version: house,
  created_at: house,
  created_by: house,
  updated_at: house,
  updated_by: house,
};

export const NEVER: Record<ReleasedTable, Readonly<Record<string, Never>>> = {
  workspaces: {
    id: tenant,
    slug: { why: "the address of the workspace is its members' business" },
    state: house,
    country: house,
    region: house,
    time_zone: house,
    answer_days: house,
    capacity_hours: { why: "the organisation's own plans" },
    locale: house,
    share_days: house,
    share_sections: house,
    retention_years: house,
    last_active_on: { why: "how busy the organisation is" },
    closing_on: house,
    closing_from: house,
    erase_on: house,
    erase_reminded_on: house,
    erasure_asked_at: house,
    erasure_asked_by: house,
    version: house,
    created_at: house,
    updated_at: house,
    updated_by: house,
  },
  public_bodies: {
    workspace_id: tenant,
    directory_id: house,
    succeeded_on: { why: "what is owed goes on; the day is not ours to tell" },
    created_at: house,
    updated_at: house,
    updated_by: house,
  },
  topics: { workspace_id: tenant, retired: house },
  consultations: {
    workspace_id: tenant,
    ...saved,
    reference: {
      why: "a source's own key: it may look like a document number, so it is not checked when it is saved",
      kept: "own_references",
    },
    import_key: house,
    what_can_change: before,
    who_decides: before,
    resources_behind: before,
    hear_back: before,
    paid_for: before,
    came_first: before,
    answer_promised_on: { why: "shown as the answer's due date and whose date that is" },
    staff_hours: {
      why: "an exact number of hours; hours shown are worked out from released counts alone",
      kept: "times",
    },
    payment_received: money,
    explanation_decided_by: { why: "people of the organisation's own", kept: "ours" },
    notes: { why: "notes are the organisation's own", kept: "notes" },
    to_finish_since: house,
    minutes_asked: { why: "worked out from the exact number of people" },
  },
  consultation_other_bodies: { workspace_id: tenant },
  consultation_topics: { workspace_id: tenant },
  extensions: {
    workspace_id: tenant,
    id: house,
    recorded_no: house,
    created_at: house,
    created_by: house,
    updated_at: house,
    updated_by: house,
  },
  body_responses: {
    workspace_id: tenant,
    ...saved,
    told_people_on: { why: "between the organisation and its own people", kept: "told" },
  },
  follow_ups: { workspace_id: tenant, ...saved },
  date_moves: { workspace_id: tenant, id: house, recorded_no: house, created_by: house },
  activities: {
    workspace_id: tenant,
    ...saved,
    place: { why: "where our people meet, past or to come: they meet there again", kept: "places" },
    hours: { why: "an exact number; divided by people's time it would give their number", kept: "times" },
    outcomes_source: { why: "says how things are known, and by whom", kept: "notes" },
    notes: { why: "notes are the organisation's own", kept: "notes" },
  },
  activity_groups: { workspace_id: tenant },
  activity_officials: { workspace_id: tenant, position: house },
  activity_outcomes: { workspace_id: tenant },
  activity_topics: { workspace_id: tenant },
};

/** Tables of a workspace of which nothing leaves. */
export const NEVER_TABLES: Readonly<Record<string, string>> = {
  answer_periods: "settings; what follows from them is shown as due dates",
  memberships: "who the members are",
  invitations: "who may become one",
  mails: "who was written to",
  api_tokens: "keys of programs",
  calendar_feeds: "keys of members' calendars",
  api_uses: "what programs did",
  api_answers: "what programs were told",
  retention_reviews: "old records that wait to be looked at",
  support_grants: "when platform support was let in",
  support_visits: "what platform support looked at",
  platform_events: "what platform admins did",
  page_looks: "when a page is looked at again",
  answer_proposals: "what looks like an answer and nobody has recorded",
  attachments: "files, whatever is in them",
  drafts: "what somebody typed and did not save",
  trash: "removed records",
  audit_events: "who did what",
  imports: "spreadsheets as they were brought in",
  import_rows: "spreadsheets as they were brought in",
  shares: "who else was shown what",
  share_snapshots: "what was released already",
  share_openings: "who opened what",
  released_counts: "the exact numbers behind the rounded ones",
};
