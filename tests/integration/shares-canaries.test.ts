import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEVER, RELEASED, type ReleasedTable } from "@/lib/domain/release/allow-list";
import { SECTIONS } from "@/lib/domain/release/snapshot";
import { makeRelease } from "@/lib/features/shares/make-release";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// Canaries: every text column of every table of a workspace holds a word that stands nowhere else, every number of
// people is 37 or 41, every date a day of its own. Whatever of them comes out was let out on purpose.

const owner = new pg.Client({ connectionString: testDatabase().owner });
const today = "2026-11-22";
const id = {
  body: randomUUID(),
  asked: randomUUID(),
  quiet: randomUUID(),
  coming: randomUUID(),
  done: randomUUID(),
  later: randomUUID(),
};

type Columns = { table: string; name: string; type: string }[];
let columns: Columns;
let workspaceId: string;

/** The word planted into a column. Letters alone, so that no check takes it for something else. */
function canary(table: string, column: string): string {
  return `canary ${table.replaceAll("_", " ")} ${column.replaceAll("_", " ")} yellow`;
}

const FIXED: Record<string, unknown> = {
  people: 37,
  participants: 37,
  minutes_each: 60,
  sessions: 1,
  staff_hours: 41.5,
  hours: 37.5,
  payment_received: 740,
};

/** A row with a canary in every text column, and what is given. */
async function plant(table: string, given: Record<string, unknown>): Promise<void> {
  const row: Record<string, unknown> = {};
  for (const { name, type } of columns.filter((one) => one.table === table)) {
    if (type === "text") row[name] = canary(table, name);
    if (name in FIXED) row[name] = FIXED[name];
  }
  Object.assign(row, { workspace_id: workspaceId }, given);
  const names = Object.keys(row).map((name) => `"${name}"`);
  await owner.query(
    `INSERT INTO ${table} (${names.join()}) SELECT ${names.join()} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(row)],
  );
}

async function snapshotOf(bodyId: string | null = null) {
  const release = await makeRelease(
    async ({ text, values }) => (await owner.query(text, values)).rows,
    workspaceId,
    {
      id: randomUUID(),
      content: {
        audience: "link",
        officerEmail: null,
        publicBodyId: bodyId,
        fromOn: null,
        toOn: null,
        sections: [...SECTIONS],
        expiresOn: "2026-12-31",
        wantsPassphrase: false,
      },
    },
    { today, checkedOn: today },
  );
  if (!release) throw new Error("too much");
  return { ...release, text: JSON.stringify(release.snapshot) };
}

beforeAll(async () => {
  await owner.connect();
  columns = (
    await owner.query(
      "SELECT table_name AS table, column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'",
    )
  ).rows;
  const { workspace, user } = await aMember("owner");
  workspaceId = workspace.id;
  await owner.query(
    "UPDATE workspaces SET contact_email = 'hello@forum.example', name = 'Riverside Forum' WHERE id = $1",
    [workspaceId],
  );
  await owner.query("UPDATE users SET name = 'Canary Member Yellow' WHERE id = $1", [user.id]);
  const topic = (
    await owner.query("SELECT id FROM topics WHERE workspace_id = $1 AND key = 'housing'", [workspaceId])
  ).rows[0].id;
  const safety = (
    await owner.query("SELECT id FROM topics WHERE workspace_id = $1 AND key = 'safety'", [workspaceId])
  ).rows[0].id;
  await plant("public_bodies", { id: id.body, kind: "council", directory_id: null });
  const mine = { created_by: user.id, updated_by: user.id, public_body_id: id.body };
  await plant("consultations", {
    id: id.asked,
    ...mine,
    starts_on: "2026-03-03",
    ends_on: "2026-03-05",
    asked_on: "2026-02-02",
    source_url: "https://canary.example.org/public",
  });
  await plant("consultations", {
    id: id.quiet,
    ...mine,
    title: "Quiet talk",
    reference: "second",
    import_key: "second",
    starts_on: "2026-04-04",
    ends_on: "2026-04-06",
    asked_on: "2026-04-01",
  });
  await plant("consultations", {
    id: id.coming,
    ...mine,
    title: "Zebra gathering",
    reference: "third",
    import_key: "third",
    purpose: "Zebra purpose",
    starts_on: "2026-12-24",
    ends_on: "2026-12-25",
  });
  await owner.query("INSERT INTO consultation_topics VALUES ($1, $2, $3), ($1, $4, $5)", [
    workspaceId,
    id.asked,
    topic,
    id.quiet,
    safety,
  ]);
  await plant("extensions", {
    id: randomUUID(),
    consultation_id: id.asked,
    new_due_on: "2026-08-08",
    agreed_on: "2026-07-07",
    recorded_no: 990_001,
  });
  await plant("body_responses", {
    id: randomUUID(),
    consultation_id: id.asked,
    kind: "findings",
    received_on: "2026-09-09",
    told_people_on: "2026-09-19",
  });
  for (const [consultationId, owned] of [
    [id.asked, "body"],
    [id.asked, "us"],
    [id.coming, "body"],
  ])
    await plant("follow_ups", {
      id: randomUUID(),
      consultation_id: consultationId,
      owner: owned,
      made_on: "2026-05-05",
      due_on: "2026-10-10",
      evidence_url: "https://docs.google.com/canary",
      ...(owned === "us" && { title: "Zebra of our own" }),
      ...(consultationId === id.coming && { title: "Zebra promise" }),
    });
  const followUp = (
    await owner.query("SELECT id FROM follow_ups WHERE consultation_id = $1 AND owner = 'body'", [id.asked])
  ).rows[0].id;
  await plant("date_moves", {
    id: randomUUID(),
    follow_up_id: followUp,
    from_on: "2026-06-06",
    to_on: "2026-10-10",
    moved_on: "2026-06-01",
    recorded_no: 990_002,
  });
  await plant("activities", { id: id.done, ...mine, kind: "own", starts_on: "2026-01-15" });
  await plant("activities", {
    id: id.later,
    ...mine,
    title: "Zebra feast",
    kind: "festival",
    own_kind: null,
    starts_on: "2026-12-31",
  });
  await plant("activity_groups", { activity_id: id.done, group: "members", people: 41 });
  await plant("activity_groups", { activity_id: id.done, group: "families", people: 3 });
  await plant("activity_officials", { activity_id: id.done, position: 1, public_body_id: id.body });
  await plant("drafts", { user_id: user.id, payload: { values: { title: ["canary draft yellow"] } } });
  await plant("trash", {
    id: randomUUID(),
    kind: "response",
    subject_id: randomUUID(),
    payload: { x: "canary trash yellow" },
  });
});
afterAll(() => owner.end());

describe("a view of everything", () => {
  it("holds the canary of no column that never leaves, and of no other table", async () => {
    const { text } = await snapshotOf();
    const released = new Set(
      (Object.keys(RELEASED) as ReleasedTable[]).flatMap((table) =>
        Object.entries(RELEASED[table]).flatMap(([column, treatment]) =>
          treatment === "words" ? [canary(table, column)] : [],
        ),
      ),
    );
    const found = columns
      .filter(({ type }) => type === "text")
      .map(({ table, name }) => canary(table, name))
      .filter((word) => text.includes(word));
    expect(found.filter((word) => !released.has(word))).toEqual([]);
    // The canaries live: what is released came through.
    for (const word of [
      "consultations title",
      "follow ups promised words",
      "body responses summary",
      "extensions reason",
      "date moves reason",
    ])
      expect(text).toContain(`canary ${word} yellow`);
    for (const table of Object.keys(NEVER) as ReleasedTable[])
      for (const column of Object.keys(NEVER[table])) expect(text).not.toContain(canary(table, column));
    expect(text).not.toMatch(/zebra|Canary Member|canary draft|canary trash|docs\.google/i);
  });

  it("holds no exact number of people, of hours or of money", async () => {
    const { text, snapshot } = await snapshotOf();
    expect(text).not.toMatch(/(?<![\d.])(37|41|37\.5|41\.5|740|78|44|111)(?!\d)/);
    expect(snapshot.measures?.people).toEqual({ people: 70, orMore: false });
    expect(snapshot.measures?.hoursGiven).toEqual({ hours: 70, orMore: false });
    expect(snapshot.activities).toMatchObject([{ people: { people: 40, orMore: true } }]);
  });

  it("holds no day to come, no day of a sensitive record, and no day that is ours alone", async () => {
    const { text } = await snapshotOf();
    expect(text).not.toMatch(/2026-12|2026-04-\d\d|2026-09-19/);
    expect(text).toContain("2026-04");
  });

  it("holds no id of the record, so that nothing can be looked up or dated by it", async () => {
    const { text } = await snapshotOf();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    for (const one of Object.values(id)) expect(text).not.toContain(one);
  });

  it("counts what was kept back, for its owner", async () => {
    const { withheld } = await snapshotOf();
    const said = new Map(withheld.map(({ reason, what, count }) => [`${reason} ${what}`, count]));
    expect(Object.fromEntries(said)).toMatchObject({
      "future consultation": 1,
      "future activity": 1,
      "months_only consultation": 1,
      "internal follow_up": 1,
      "private_link evidence_url": 1,
      "never notes": 4,
      "never places": 1,
      "small_number people": 1,
    });
  });
});
