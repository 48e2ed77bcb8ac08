import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { getConsultation } from "@/lib/features/consultations/get-consultation";
import { testDatabase } from "@/tests/setup/database";
import { newWorld, type World, writeConsultations } from "./read-world";

const database = testDatabase();
const owner = new pg.Client({ connectionString: database.owner });
const NOW = new Date("2026-11-23T12:00:00Z");

beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await disconnectAll();
});

async function get(world: World, id: string | undefined, role: "owner" | "editor" | "viewer" = "viewer") {
  const result = await getConsultation.run(world.key(role), { id }, NOW);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

describe("a consultation with everything", () => {
  let world: World;
  let id: string | undefined;
  beforeAll(async () => {
    world = await newWorld(owner);
    [id] = await writeConsultations(owner, world.workspaceId, [
      {
        title: "Interpreters",
        topics: ["Health", "Ours"],
        notes: "Ours alone",
        startsOn: "2026-06-01",
        endsOn: "2026-06-30",
      },
    ]);
    const followUp = randomUUID();
    const values = [world.workspaceId, id];
    await owner.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on) VALUES ($1, gen_random_uuid(), $2, 'decision', '2026-07-20'), ($1, gen_random_uuid(), $2, 'update', NULL)",
      values,
    );
    await owner.query(
      `INSERT INTO follow_ups (workspace_id, id, consultation_id, title, owner, made_on, due_on, body_says)
       VALUES ($1, $3, $2, 'Late', 'body', '2026-07-20', '2026-10-16', 'in_progress'),
         ($1, gen_random_uuid(), $2, 'Undated', 'joint', '2026-07-21', NULL, 'not_started'),
         ($1, gen_random_uuid(), $2, 'Dropped', 'body', '2026-07-22', NULL, 'dropped'),
         ($1, gen_random_uuid(), $2, 'Ours', 'us', '2026-07-23', '2026-08-01', 'not_started')`,
      [...values, followUp],
    );
    await owner.query(
      `INSERT INTO date_moves (workspace_id, id, follow_up_id, from_on, to_on, reason, moved_on)
       VALUES ($1, gen_random_uuid(), $2, '2026-08-31', '2026-09-30', 'first', '2026-08-20'), ($1, gen_random_uuid(), $2, '2026-09-30', '2026-10-16', 'second', '2026-09-20')`,
      [world.workspaceId, followUp],
    );
    await owner.query(
      "INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on, reason) VALUES ($1, gen_random_uuid(), $2, '2026-10-31', '2026-08-01', 'new staff')",
      values,
    );
  });

  test("is read whole", async () => {
    const { record, row, before, today } = await get(world, id);
    expect(today).toBe("2026-11-23");
    expect(before).toEqual([]);
    expect(record).toMatchObject({
      title: "Interpreters",
      notes: "Ours alone",
      publicBody: { name: "Riverside Borough Council", kind: "council" },
      topics: [
        { name: "Health", key: "health" },
        { name: "Ours", key: null },
      ],
      answerDueOn: "2026-10-31",
      answerDueSource: "agreed",
      firstAnswerDueOn: "2026-09-22",
      firstAnswerDueSource: "benchmark",
      benchmarkDays: 84,
      actionDays: 182,
      minutesAsked: 900,
      extensions: [{ newDueOn: "2026-10-31", reason: "new staff" }],
    });
    expect(record.responses.map((one) => [one.kind, one.receivedOn])).toEqual([
      ["decision", "2026-07-20"],
      ["update", null],
    ]);
    expect(record.followUps.map((one) => [one.title, one.effectiveDueOn, one.state])).toEqual([
      ["Late", "2026-10-16", "late"],
      ["Undated", "2027-01-19", "open"],
      ["Dropped", "2027-01-20", "dropped"],
      ["Ours", "2026-08-01", "late"],
    ]);
    expect(record.followUps[0]?.moves.map((move) => [move.fromOn, move.toOn])).toEqual([
      ["2026-08-31", "2026-09-30"],
      ["2026-09-30", "2026-10-16"],
    ]);
    expect(row).toMatchObject({
      standing: "stalled",
      disputed: false,
      counting: 2,
      lateCount: 1,
      updates: 1,
      overdueSince: "2026-10-16",
    });
    expect(row.thread).toMatchObject({ answerDueOn: "2026-10-31", firstAnswerDueOn: "2026-09-22" });
    expect(row.thread.promises).toEqual([
      { madeOn: "2026-07-20", dueOn: "2026-10-16", firstDueOn: "2026-08-31", doneOn: null, state: "late" },
      { madeOn: "2026-07-21", dueOn: "2027-01-19", firstDueOn: null, doneOn: null, state: "open" },
      { madeOn: "2026-07-22", dueOn: "2027-01-20", firstDueOn: null, doneOn: null, state: "dropped" },
    ]);
  });

  test("the state of each follow-up adds up to the rule's own counts, on any day", async () => {
    for (const asOf of ["2026-06-15", "2026-10-16", "2026-10-17", "2027-01-20", "2028-01-01"]) {
      const result = await getConsultation.run(world.key("viewer"), { id, asOf }, NOW);
      if (!result.ok) throw new Error(result.code);
      const { record, row } = result.value.value;
      const counting = record.followUps.filter((one) => one.owner !== "us" && one.state !== "dropped");
      expect(row.counting).toBe(counting.length);
      expect(row.lateCount).toBe(counting.filter((one) => one.state === "late").length);
    }
  });

  test("who changed it last: the consultation or anything below it", async () => {
    const { rows } = await owner.query<{ id: string }>(
      "SELECT u.id FROM users u JOIN memberships m ON m.user_id = u.id WHERE m.workspace_id = $1 AND m.role = 'editor'",
      [world.workspaceId],
    );
    await owner.query(
      "UPDATE body_responses SET updated_at = '2030-01-01T00:00:00Z', updated_by = $2 WHERE workspace_id = $1 AND kind = 'decision'",
      [world.workspaceId, rows[0]?.id],
    );
    expect((await get(world, id)).record.changed).toMatchObject({ by: "The editor" });
    await owner.query(
      "UPDATE body_responses SET updated_by = $2 WHERE workspace_id = $1 AND kind = 'decision'",
      [world.workspaceId, randomUUID()],
    );
    expect((await get(world, id)).record.changed.by).toBeNull();
  });
});

test("asked before: the same body, a shared topic, within twelve months before", async () => {
  const world = await newWorld(owner);
  const at = (title: string, startsOn: string, topics: string[], body = "Council") => ({
    title,
    startsOn,
    endsOn: startsOn,
    topics,
    body,
  });
  const [id] = await writeConsultations(owner, world.workspaceId, [
    at("this one", "2026-06-01", ["Housing", "Health"]),
    at("a year before", "2025-06-01", ["Housing"]),
    at("a day more", "2025-05-31", ["Housing"]),
    at("another topic", "2026-05-01", ["Transport"]),
    at("another body", "2026-05-01", ["Housing"], "Police"),
    at("the month before", "2026-05-01", ["Health", "Transport"]),
    at("later", "2026-07-01", ["Housing"]),
  ]);
  expect((await get(world, id)).before.map((row) => row.title)).toEqual([
    "the month before",
    "a year before",
  ]);
});

describe("who may", () => {
  test("every member reads; another workspace's id is not found; nobody comes in without a session", async () => {
    const world = await newWorld(owner);
    const other = await newWorld(owner);
    const [id] = await writeConsultations(owner, world.workspaceId, [{}]);
    for (const role of ["owner", "editor", "viewer"] as const) {
      expect((await get(world, id, role)).record.id).toBe(id);
      expect(await getConsultation.run(other.key(role), { id }, NOW)).toMatchObject({
        ok: false,
        code: "not_found",
      });
      expect(await getConsultation.run({ ...other.key(role), slug: world.slug }, { id }, NOW)).toMatchObject({
        ok: false,
        code: "not_found",
      });
    }
    expect(await getConsultation.run({ ...world.key("viewer"), sessionHash: "" }, { id }, NOW)).toMatchObject(
      { ok: false, code: "signed_out" },
    );
    expect(await getConsultation.run(world.key("viewer"), { id: randomUUID() }, NOW)).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(await getConsultation.run(world.key("viewer"), { id: "1 OR 1=1" }, NOW)).toMatchObject({
      ok: false,
      code: "invalid",
    });
  });
});
