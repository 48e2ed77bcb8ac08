import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnectAll } from "@/lib/db/clients";
import { addDays } from "@/lib/domain/plain-date";
import { findConsultations } from "@/lib/features/consultations/find-consultations";
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

/** A page as a viewer sees it. */
async function find(world: World, input: object = {}) {
  const result = await findConsultations.run(world.key("viewer"), input, NOW);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}
const titles = async (world: World, input: object) => (await find(world, input)).rows.map((row) => row.title);

describe("paging", () => {
  let world: World;
  let ids: string[];
  beforeAll(async () => {
    world = await newWorld(owner);
    // Four start on each day, so that pages end between records of the same day.
    const all = Array.from({ length: 250 }, (_, index) => {
      const startsOn = addDays("2025-01-01", Math.floor(index / 4));
      return { title: `Consultation ${index}`, startsOn, endsOn: addDays(startsOn, 3) };
    });
    ids = await writeConsultations(owner, world.workspaceId, all);
  });

  test.each([25, 7, 200])("walks every record once and back again, %i a page", async (limit) => {
    const seen: string[] = [];
    let page = await find(world, { limit });
    let pages = 1;
    expect(page.previous).toBeNull();
    for (;;) {
      expect(page).toMatchObject({ total: 250, from: seen.length + 1, to: seen.length + page.rows.length });
      seen.push(...page.rows.map((row) => row.id));
      if (!page.next) break;
      page = await find(world, { limit, after: page.next });
      pages += 1;
    }
    expect(pages).toBe(Math.ceil(250 / limit));
    expect(seen).toHaveLength(250);
    expect(new Set(seen)).toEqual(new Set(ids));

    const back = page.rows.map((row) => row.id);
    while (page.previous) {
      page = await find(world, { limit, before: page.previous });
      back.unshift(...page.rows.map((row) => row.id));
    }
    expect(back).toEqual(seen);
  });

  test("latest start first", async () => {
    const { rows } = await find(world, { limit: 200 });
    const starts = rows.map((row) => row.thread.startsOn);
    expect(starts).toEqual([...starts].sort().reverse());
  });

  test.each([0, 201, 2.5])("a page of %d is refused", async (limit) => {
    expect(await findConsultations.run(world.key("viewer"), { limit }, NOW)).toMatchObject({
      ok: false,
      code: "invalid",
    });
  });

  test.each([
    "",
    "x",
    "2026-01-01",
    "2026-02-31_00000000-0000-4000-8000-000000000000",
    "2026-01-01_'; DROP TABLE consultations; --",
  ])("a made-up cursor is refused: %j", async (after) => {
    expect(await findConsultations.run(world.key("viewer"), { after }, NOW)).toMatchObject({
      ok: false,
      code: "invalid",
    });
  });
});

describe("filters", () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld(owner);
    const ids = await writeConsultations(owner, world.workspaceId, [
      {
        title: "Housing allocations",
        body: "Riverside Borough Council",
        topics: ["Housing"],
        kind: "meeting",
        startsOn: "2026-06-01",
      },
      {
        title: "Interpreters at GP surgeries",
        body: "Eastmoor NHS Trust",
        topics: ["Health", "Ours alone"],
        kind: "survey",
        startsOn: "2026-01-20",
        endsOn: "2026-02-17",
      },
      {
        title: "Bus routes",
        body: "Riverside Borough Council",
        topics: ["Transport"],
        startsOn: "2026-11-01",
        endsOn: "2026-11-20",
      },
    ]);
    await owner.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on) VALUES ($1, gen_random_uuid(), $2, 'findings', '2026-04-21')",
      [world.workspaceId, ids[1]],
    );
  });

  test.each<[string, object, string[]]>([
    ["nothing asked for", {}, ["Bus routes", "Housing allocations", "Interpreters at GP surgeries"]],
    ["one standing", { standing: ["silent"] }, ["Housing allocations"]],
    ["two standings", { standing: ["silent", "waiting"] }, ["Bus routes", "Housing allocations"]],
    ["needs an answer", { flagged: true }, ["Housing allocations", "Interpreters at GP surgeries"]],
    ["needs none", { flagged: false }, ["Bus routes"]],
    [
      "needs an answer, of one standing",
      { flagged: true, standing: ["no_action", "waiting"] },
      ["Interpreters at GP surgeries"],
    ],
    ["a standing that is never flagged", { flagged: true, standing: ["waiting"] }, []],
    ["who asked, by name", { body: "eastmoor nhs trust" }, ["Interpreters at GP surgeries"]],
    ["a shared topic, by key", { topic: "housing" }, ["Housing allocations"]],
    ["a topic of our own, by name", { topic: "ours ALONE" }, ["Interpreters at GP surgeries"]],
    ["a kind", { kind: "meeting" }, ["Housing allocations"]],
    [
      "a period",
      { fromOn: "2026-01-20", untilOn: "2026-06-01" },
      ["Housing allocations", "Interpreters at GP surgeries"],
    ],
    [
      "all together",
      { q: "bus", body: "Riverside Borough Council", topic: "transport", standing: ["waiting"] },
      ["Bus routes"],
    ],
    ["nobody of that name", { body: "Nobody" }, []],
  ])("%s", async (_name, input, expected) => {
    const page = await find(world, input);
    expect(page.rows.map((row) => row.title)).toEqual(expected);
    expect(page).toMatchObject({ total: expected.length, any: true });
  });

  test("by id as well, and the choices are those that are used", async () => {
    const { bodies, topics } = await find(world);
    expect(bodies.map(({ name }) => name)).toEqual(["Eastmoor NHS Trust", "Riverside Borough Council"]);
    expect(topics.map(({ name }) => name)).toEqual(["Health", "Housing", "Ours alone", "Transport"]);
    expect(await titles(world, { body: bodies[0]?.id })).toEqual(["Interpreters at GP surgeries"]);
    expect(await titles(world, { topic: topics[1]?.id })).toEqual(["Housing allocations"]);
  });

  test("another day's clock", async () => {
    expect(await titles(world, { asOf: "2026-07-01", flagged: true })).toEqual([
      "Interpreters at GP surgeries",
    ]);
    expect((await find(world, { asOf: "2025-12-31" })).rows.map((row) => row.standing)).toEqual([
      "planned",
      "planned",
      "planned",
    ]);
  });

  test("a row says what a list shows", async () => {
    const { rows } = await find(world, { q: "housing" });
    expect(rows).toMatchObject([
      {
        body: "Riverside Borough Council",
        standing: "silent",
        flagged: true,
        overdueSince: "2026-09-22",
        minutesAsked: 900,
        hoursUnknown: false,
      },
    ]);
    expect(rows[0]?.thread).toMatchObject({
      startsOn: "2026-06-01",
      endsOn: "2026-06-30",
      answerDueOn: "2026-09-22",
      answers: [],
      promises: [],
    });
  });
});

describe("search", () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld(owner);
    await writeConsultations(owner, world.workspaceId, [
      { title: "Évaluation des CAFÉS à Zürich", reference: "fr-1" },
      { title: "100% of families", reference: "x_1" },
      { title: "1000 families", reference: "xy1" },
      { title: "Back\\slash and 'quotes' and \"more\"" },
      { title: "الإسكان للعائلات", body: "Eastmoor NHS Trust" },
      { title: "A".repeat(791) },
    ]);
  });

  test.each<[string, number]>([
    ["cafes", 1],
    ["CAFÉ", 1],
    ["zurich evaluation", 1],
    ["100%", 1],
    ["%", 1],
    ["x_1", 1],
    ["_", 1],
    ["\\", 1],
    ["'quotes'", 1],
    ['"more"', 1],
    ["'; DROP TABLE consultations; --", 0],
    ["families 100", 2],
    ["families cafes", 0],
    ["eastmoor", 1],
    ["الإسْكان", 1],
    ["$1", 0],
    ["   ", 6],
    ["a".repeat(200), 1],
  ])("%j", async (q, count) => {
    expect((await find(world, { q })).total).toBe(count);
  });

  // The list's page leaves such characters out of its address; a program is told.
  test.each(["\u0000", "\ud800"])("%j is refused", async (q) => {
    expect(await findConsultations.run(world.key("viewer"), { q }, NOW)).toMatchObject({
      errors: [{ field: "q", code: "unreadable_character" }],
    });
  });
});

describe("who may", () => {
  test("another workspace's member finds nothing, and a stranger no door", async () => {
    const world = await newWorld(owner);
    const other = await newWorld(owner);
    await writeConsultations(owner, world.workspaceId, [{}]);
    expect(await find(other)).toMatchObject({ total: 0, any: false, rows: [], bodies: [] });
    for (const role of ["owner", "editor", "viewer"] as const) {
      const result = await findConsultations.run(world.key(role), {}, NOW);
      expect(result.ok && result.value.value.total).toBe(1);
      expect(await findConsultations.run({ ...other.key(role), slug: world.slug }, {}, NOW)).toMatchObject({
        ok: false,
        code: "not_found",
      });
    }
    expect(
      await findConsultations.run({ kind: "session", sessionHash: "", slug: world.slug }, {}, NOW),
    ).toMatchObject({ ok: false, code: "signed_out" });
  });
});
