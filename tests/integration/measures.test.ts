import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { hoursOf, shareOf } from "@/lib/domain/measures";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";
import { findBodies } from "@/lib/features/public-bodies/find-bodies";
import { getBody } from "@/lib/features/public-bodies/get-body";
import { testDatabase } from "@/tests/setup/database";
import { newWorld, type World } from "./read-world";

// A small record, with every figure worked out by hand. Today is 23 November 2026, so the window begins on
// 23 November 2024; answers are due 84 days after the end.
const NOW = new Date("2026-11-23T12:00:00Z");
const owner = new pg.Client({ connectionString: testDatabase().owner });

type Promised = { owner?: string; by?: string; due: string; says: string; community?: string };
type Told = {
  by: string;
  on: string;
  until?: string | null;
  people: number | null;
  minutes: number;
  staff?: number;
  topic?: string;
  voice?: string;
  answer?: [kind: string, on: string];
  promises?: Promised[];
  accepted?: string;
  cancelled?: string;
};

const COUNCIL = "Riverside Borough Council";
const TRUST = "Eastmoor NHS Trust";

const RECORD: Record<string, Told> = {
  // 10 people × 1 h = 10 h. Answered, and the promise is kept: action recorded.
  acted: {
    ...{ by: COUNCIL, on: "2026-01-10", people: 10, minutes: 60, topic: "Housing", voice: "members" },
    answer: ["findings", "2026-02-15"],
    promises: [{ due: "2026-03-01", says: "done", community: "yes" }],
  },
  // 20 × ½ h + 2 h of staff = 12 h. Nothing came back by 30 April: no answer recorded.
  silent: {
    ...{ by: COUNCIL, on: "2026-02-05", people: 20, minutes: 30, staff: 2, topic: "Housing" },
    voice: "leaders_only",
  },
  // 6 h. Answered on 1 April, no promise since: no action recorded.
  noAction: {
    ...{ by: COUNCIL, on: "2026-03-02", people: 6, minutes: 60, topic: "Health", voice: "staff" },
    answer: ["findings", "2026-04-01"],
  },
  // 4 × 1½ h = 6 h. A promise is late; no answer. Voice not recorded.
  late: {
    ...{ by: COUNCIL, on: "2026-03-20", people: 4, minutes: 90, topic: "Housing" },
    promises: [{ due: "2026-06-01", says: "not_started" }],
  },
  // 5 h. They said no, and gave reasons that were accepted.
  explained: {
    ...{ by: COUNCIL, on: "2026-04-10", people: 5, minutes: 60, voice: "wider_community" },
    ...{ answer: ["refusal", "2026-05-01"], accepted: "2026-05-10" },
  },
  // 8 h. The answer is not due before January.
  waiting: { by: COUNCIL, on: "2026-11-02", people: 8, minutes: 60, topic: "Housing", voice: "members" },
  // Called off, and still to come: no hours.
  cancelled: { by: COUNCIL, on: "2026-05-01", people: 10, minutes: 60, cancelled: "2026-04-20" },
  planned: { by: COUNCIL, on: "2026-12-10", people: 10, minutes: 60, topic: "Health" },
  // 3 h, before the window: older, still unanswered.
  older: { by: COUNCIL, on: "2024-01-10", people: 3, minutes: 60, topic: "Housing" },
  // How many came is not recorded: 0 h. A joint action is done; the council dropped what it promised here.
  joint: {
    ...{ by: TRUST, on: "2026-05-05", people: null, minutes: 60 },
    promises: [
      { owner: "joint", due: "2026-07-01", says: "done" },
      { by: COUNCIL, due: "2026-07-01", says: "dropped" },
    ],
  },
  // 4 h so far, still running: no answer due yet.
  open: { by: TRUST, on: "2026-11-20", until: null, people: 4, minutes: 60 },
  // 2 h. Said to be done, the community says no: disputed.
  disputed: {
    ...{ by: TRUST, on: "2026-06-01", people: 2, minutes: 60 },
    promises: [{ due: "2026-07-01", says: "done", community: "no" }],
  },
  // 1 h. A promise for next year: not due, so neither kept nor broken.
  promised: {
    ...{ by: TRUST, on: "2026-08-03", people: 1, minutes: 60 },
    promises: [{ due: "2027-01-01", says: "in_progress" }],
  },
};

async function write(workspaceId: string, record: Record<string, Told>): Promise<void> {
  const ids = new Map<string, string>();
  const named = async (table: string, name: string) => {
    const key = `${table} ${name}`;
    if (!ids.has(key)) {
      const { rows } = await owner.query(
        `SELECT id FROM ${table} WHERE workspace_id = $1 AND lower(name) = lower($2)`,
        [workspaceId, name],
      );
      ids.set(key, rows[0]?.id ?? randomUUID());
      if (!rows[0])
        await owner.query(`INSERT INTO ${table} (workspace_id, id, name) VALUES ($1, $2, $3)`, [
          ...[workspaceId, ids.get(key), name],
        ]);
    }
    return ids.get(key);
  };
  for (const [title, told] of Object.entries(record)) {
    const id = randomUUID();
    const { by, on, until = on, people, minutes, staff, voice, accepted, cancelled } = told;
    await owner.query(
      `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, participants, minutes_each, staff_hours, voice, explanation_accepted_on, cancelled_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::voice, $11, $12)`,
      [
        workspaceId,
        id,
        title,
        await named("public_bodies", by),
        on,
        until,
        people,
        minutes,
        staff,
        voice,
        accepted,
        cancelled,
      ],
    );
    if (told.topic)
      await owner.query("INSERT INTO consultation_topics VALUES ($1, $2, $3)", [
        ...[workspaceId, id, await named("topics", told.topic)],
      ]);
    if (told.answer)
      await owner.query(
        "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on) VALUES ($1, $2, $3, $4::response_kind, $5)",
        [workspaceId, randomUUID(), id, ...told.answer],
      );
    for (const { owner: whose = "body", by: other, due, says, community = "not_asked" } of told.promises ??
      [])
      await owner.query(
        `INSERT INTO follow_ups (workspace_id, id, consultation_id, public_body_id, owner, title, made_on, due_on, body_says, community_says)
         VALUES ($1, $2, $3, $4, $5::follow_up_owner, 'A promise', $6, $7, $8::body_says, $9::community_says)`,
        [
          workspaceId,
          randomUUID(),
          id,
          other ? await named("public_bodies", other) : null,
          whose,
          on,
          due,
          says,
          community,
        ],
      );
  }
}

// What came and went, beside consultations.
const ACTIVITIES: { whose: string; by?: string; on: string; officials?: string[]; promise?: Promised }[] = [
  {
    ...{ whose: "ours", on: "2026-09-01", by: COUNCIL, officials: ["Councillor", "Housing officer"] },
    promise: { due: "2026-10-01", says: "done" },
  },
  // Nobody official came; still to come; before the window.
  { whose: "ours", on: "2026-09-08" },
  { whose: "ours", on: "2026-12-24", officials: ["Mayor"] },
  { whose: "ours", on: "2024-10-01", officials: ["Mayor"] },
  { whose: "theirs", on: "2026-05-05", by: COUNCIL },
  { whose: "theirs", on: "2026-05-06", by: TRUST },
  // Joint events are nobody's visit.
  { whose: "joint", on: "2026-05-07", by: TRUST, officials: ["Nurse"] },
];

async function writeActivities(workspaceId: string): Promise<void> {
  for (const { whose, by, on, officials = [], promise } of ACTIVITIES) {
    const id = randomUUID();
    const { rows } = await owner.query("SELECT id FROM public_bodies WHERE workspace_id = $1 AND name = $2", [
      ...[workspaceId, by],
    ]);
    await owner.query(
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on, whose, public_body_id) VALUES ($1, $2, 'An event', 'welcome', $3, $4::event_owner, $5)",
      [workspaceId, id, on, whose, rows[0]?.id],
    );
    for (const [position, role] of officials.entries())
      await owner.query(
        "INSERT INTO activity_officials (workspace_id, activity_id, position, role) VALUES ($1, $2, $3, $4)",
        [workspaceId, id, position, role],
      );
    if (promise)
      await owner.query(
        "INSERT INTO follow_ups (workspace_id, id, activity_id, title, made_on, due_on, body_says) VALUES ($1, $2, $3, 'A promise', $4, $5, $6::body_says)",
        [workspaceId, randomUUID(), id, on, promise.due, promise.says],
      );
  }
}

let world: World;
const see = async (order: "name" | "hours" = "name") => {
  const result = await getDashboard.run(world.key("viewer"), { order }, NOW);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
};

beforeAll(async () => {
  await owner.connect();
  world = await newWorld(owner);
  await write(world.workspaceId, RECORD);
  await writeActivities(world.workspaceId);
});
afterAll(async () => {
  await owner.end();
  await disconnectAll();
});

describe("the dashboard's measures", () => {
  test("hours by month, by what came of them; every month of the window, and together the hours given", async () => {
    const { measures, tally } = await see();
    expect(measures.months).toHaveLength(25);
    expect(measures.months[0]).toEqual({ month: "2024-11-01", acted: 0, none: 0, explained: 0, open: 0 });
    const some = measures.months.filter(
      ({ acted, none, explained, open }) => acted + none + explained + open > 0,
    );
    expect(some).toEqual([
      { month: "2026-01-01", acted: 600, none: 0, explained: 0, open: 0 },
      { month: "2026-02-01", acted: 0, none: 720, explained: 0, open: 0 },
      // answered without action 360, and a late promise 360
      { month: "2026-03-01", acted: 0, none: 720, explained: 0, open: 0 },
      { month: "2026-04-01", acted: 0, none: 0, explained: 300, open: 0 },
      { month: "2026-06-01", acted: 0, none: 120, explained: 0, open: 0 },
      { month: "2026-08-01", acted: 0, none: 0, explained: 0, open: 60 },
      // waiting 480, still running 240
      { month: "2026-11-01", acted: 0, none: 0, explained: 0, open: 720 },
    ]);
    // 10 + 12 + 6 + 6 + 5 + 8 with the council, 0 + 4 + 2 + 1 with the trust
    expect(tally.hours.given).toBe(54);
    const minutes = some.reduce(
      (sum, { acted, none, explained, open }) => sum + acted + none + explained + open,
      0,
    );
    expect(hoursOf(minutes)).toBe(54);
  });

  test("by public body: hours, answers, promises; a promise counts for whoever made it", async () => {
    const { measures } = await see();
    expect(measures.bodies.total).toBe(2);
    const [trust, council] = measures.bodies.rows;
    expect(council).toMatchObject({
      ...{ name: COUNCIL, consultations: 6, minutes: 47 * 60, unknown: 0 },
      // acted, silent, no action, late, explained: 10 + 12 + 6 + 6 + 5 h; 10 h of them acted, 12 + 6 + 6 h flagged
      ...{ finished: 5, finishedMinutes: 39 * 60, actedMinutes: 600, flagged: 3, flaggedMinutes: 24 * 60 },
      ...{ answersDue: 5, answered: 3 },
      // kept in `acted` and after our open day, late in `late`, dropped in the trust's `joint`
      ...{ promisesDue: 4, promisesKept: 2 },
    });
    expect(trust).toMatchObject({
      ...{ name: TRUST, consultations: 4, minutes: 7 * 60, unknown: 1 },
      ...{ finished: 2, finishedMinutes: 120, actedMinutes: 0, flagged: 1, flaggedMinutes: 120 },
      ...{ answersDue: 3, answered: 0 },
      // the disputed one; the joint one is left out, the one for next year is not due
      ...{ promisesDue: 1, promisesKept: 0 },
    });
    expect(council && shareOf({ part: council.answered, whole: council.answersDue }, council.finished)).toBe(
      0.6,
    );
    expect(trust && shareOf({ part: trust.answered, whole: trust.answersDue }, trust.finished)).toBeNull();
  });

  test("public bodies come by name, or by hours when asked", async () => {
    const names = async (order: "name" | "hours") =>
      (await see(order)).measures.bodies.rows.map(({ name }) => name);
    expect(await names("name")).toEqual([TRUST, COUNCIL]);
    expect(await names("hours")).toEqual([COUNCIL, TRUST]);
  });

  test("by topic: a consultation counts under each of its topics", async () => {
    const { measures } = await see();
    expect(
      measures.topics.map(({ name, minutes, consultations }) => [name, minutes / 60, consultations]),
    ).toEqual([
      ["Health", 6, 1],
      // 10 + 12 + 6 + 8
      ["Housing", 36, 4],
    ]);
  });

  test("answered, promises kept, whose voice", async () => {
    const { measures } = await see();
    expect(measures.figures).toEqual({
      ...{ finished: 7, answersDue: 8, answered: 3, promisesDue: 5, promisesKept: 2 },
      // members, leaders, staff, the wider community, members; the other five are not recorded
      ...{ voices: 5, membersTookPart: 3, voiceUnknown: 5 },
      // a councillor and an officer came to one of our three events; we went to two of theirs
      visits: { theirs: 1, ours: 2 },
    });
  });

  test("older ones that are still unanswered stay listed", async () => {
    const { measures, flagged } = await see();
    expect(flagged.older).toBe(1);
    expect(measures.older).toMatchObject([
      { title: "older", body: COUNCIL, startsOn: "2024-01-10", minutes: 180 },
    ]);
  });

  test("another organisation's record adds nothing", async () => {
    const before = await see();
    const other = await newWorld(owner);
    await write(other.workspaceId, RECORD);
    expect(await see()).toEqual(before);
  });
});

describe("a body's own page", () => {
  test("has its figures, its history, and how often it asked again", async () => {
    const { measures } = await see();
    const [, council] = measures.bodies.rows;
    const result = await getBody.run(world.key("viewer"), { id: council?.id }, NOW);
    if (!result.ok) throw new Error(result.code);
    const { figures, again, rows, total } = result.value.value;
    expect(figures).toEqual(council);
    // Asked since November 2024 and not called off: seven. Housing again: silent, late, waiting; health again: planned.
    // An earlier one is flagged for late (silent), waiting (silent, late) and planned (noAction), not for silent (acted).
    // The council came to our open day, and we went to one event of theirs; the other one was the trust's.
    expect(again).toEqual({ consultations: 7, again: 4, unanswered: 3, visits: { theirs: 1, ours: 1 } });
    expect(total).toBe(9);
    expect(rows[0]?.title).toBe("planned");
    expect(rows.at(-1)?.title).toBe("older");
  });

  test("is not there for another organisation", async () => {
    const [body] = (await see()).measures.bodies.rows;
    const other = await newWorld(owner);
    const result = await getBody.run(other.key("owner"), { id: body?.id }, NOW);
    expect(result).toMatchObject({ ok: false, code: "not_found" });
  });
});

test("the list of bodies has all of them, those without anything in the window too", async () => {
  await owner.query(
    "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, gen_random_uuid(), 'A funder')",
    [world.workspaceId],
  );
  const list = async (input: object) => {
    const result = await findBodies.run(world.key("viewer"), input, NOW);
    if (!result.ok) throw new Error(result.code);
    return result.value.value.rows.map(({ name }) => name);
  };
  expect(await list({})).toEqual(["A funder", TRUST, COUNCIL]);
  expect(await list({ order: "hours" })).toEqual([COUNCIL, TRUST, "A funder"]);
  expect(await list({ page: 2 })).toEqual([]);
});
