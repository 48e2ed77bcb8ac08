import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EXPORT_FILES, type ExportFileName } from "@/lib/domain/export/files";
import { LEFT_OUT, type LeftOut } from "@/lib/domain/export/left-out";
import { SOURCES } from "@/lib/features/export/sources";
import { testDatabase } from "@/tests/setup/database";

// What becomes of every table that holds something of an organisation when everything is taken out: the file it goes
// into, or why it stays. A new table that is not listed here fails.

const DECIDED: Record<string, ExportFileName | { leftOut: LeftOut }> = {
  workspaces: "workspace",
  answer_periods: "answerPeriods",
  public_bodies: "publicBodies",
  topics: "topics",
  consultations: "consultations",
  consultation_other_bodies: "consultations",
  consultation_topics: "consultations",
  extensions: "extensions",
  body_responses: "responses",
  activities: "activities",
  activity_topics: "activities",
  activity_outcomes: "activities",
  activity_groups: "activityGroups",
  activity_officials: "activityOfficials",
  follow_ups: "followUps",
  date_moves: "dateMoves",
  attachments: "attachments",
  memberships: "members",
  invitations: "invitations",
  shares: "shares",
  share_snapshots: "shareSnapshots",
  share_openings: "shareOpenings",
  audit_events: "auditEvents",
  retention_reviews: "retentionReviews",
  imports: "imports",
  api_tokens: "tokens",
  support_grants: "supportGrants",
  hourly_rates: "hourlyRates",
  // The trail says of each visit when it began.
  support_visits: "auditEvents",
  import_rows: { leftOut: "uploads" },
  drafts: { leftOut: "drafts" },
  trash: { leftOut: "removed" },
  released_counts: { leftOut: "figures" },
  api_answers: { leftOut: "figures" },
  api_uses: { leftOut: "figures" },
  calendar_feeds: { leftOut: "secrets" },
  page_looks: { leftOut: "looks" },
  answer_proposals: { leftOut: "looks" },
  mails: { leftOut: "platform" },
  platform_events: { leftOut: "platform" },
};

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());

it("knows of every table what becomes of it", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  const reference = ["workspaces", "hourly_rates"];
  expect(rows.map(({ name }) => name).sort()).toEqual(
    Object.keys(DECIDED)
      .filter((name) => !reference.includes(name))
      .sort(),
  );
});

it("reads what it takes out, and says why it leaves out the rest", () => {
  for (const [table, decided] of Object.entries(DECIDED)) {
    if (typeof decided === "object") expect(LEFT_OUT).toContain(decided.leftOut);
    else if (table !== "support_visits")
      expect({ table, read: SOURCES[decided].sql.includes(table) }).toEqual({ table, read: true });
  }
});

// Columns of those tables that stay: keys, and what is the database's own business.
const STAYS: Record<string, string[]> = {
  workspaces: [
    "state",
    "version",
    "last_active_on",
    "closing_on",
    "closing_from",
    "erase_on",
    "erase_reminded_on",
    "erasure_asked_at",
    "erasure_asked_by",
  ],
  consultations: ["public_body_id", "answer_due_source", "minutes_asked", "version"],
  extensions: ["recorded_no"],
  body_responses: ["version"],
  activities: ["public_body_id", "version"],
  activity_officials: ["public_body_id"],
  follow_ups: ["public_body_id", "version"],
  date_moves: ["recorded_no"],
  attachments: ["file_id"],
  memberships: [],
  invitations: ["token_hash"],
  shares: ["public_body_id", "token_hash", "passphrase_salt", "passphrase_hash", "version"],
  share_openings: ["id", "reader"],
  retention_reviews: ["id"],
  imports: [
    "headers",
    "mapping",
    "rows_done",
    "failure",
    "from_workbook",
    "of_export",
    "settings",
    "identifiers_accepted",
    "characters",
    "at_row",
    "moved_at",
  ],
  api_tokens: ["token_hash"],
  support_grants: ["ran_out_told"],
  hourly_rates: ["id", "version", "updated_at", "updated_by"],
};
/** Tables whose rows are lists or names within another's. */
const WITHIN = [
  "consultation_other_bodies",
  "consultation_topics",
  "activity_topics",
  "activity_outcomes",
  "support_visits",
];

it.each(
  Object.entries(DECIDED).filter(
    ([table, decided]) => typeof decided === "string" && !WITHIN.includes(table),
  ),
)("takes every column of %s out, or says that it stays", async (table, decided) => {
  if (typeof decided !== "string") return;
  const { rows } = await owner.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1",
    [table],
  );
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const taken = Object.keys(EXPORT_FILES[decided].row.shape);
  const missing = rows
    .map(({ name }) => name)
    .filter(
      (name) =>
        name !== "workspace_id" && !(STAYS[table] ?? []).includes(name) && !taken.includes(camel(name)),
    );
  expect(missing).toEqual([]);
});
