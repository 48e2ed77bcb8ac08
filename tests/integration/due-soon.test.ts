import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withWorkspace } from "@/lib/db/doors";
import { dueSoonFound, dueSoonRows, readDueSoon } from "@/lib/features/dashboard/find-due-soon";
import { testDatabase } from "@/tests/setup/database";
import { newWorld, type World, writeConsultations } from "./read-world";

const TODAY = "2026-11-23";

describe("what falls due in a fortnight", () => {
  let owner: pg.Client;
  let world: World;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: testDatabase().owner });
    await owner.connect();
    world = await newWorld(owner);
  });
  afterAll(() => owner.end());

  async function promise(
    parent: { consultation?: string; activity?: string },
    title: string,
    fields: { dueOn: string | null; madeOn?: string; says?: string; of?: string },
  ) {
    await owner.query(
      `INSERT INTO follow_ups (workspace_id, id, consultation_id, activity_id, title, owner, made_on, due_on, body_says)
       VALUES ($1, $2, $3, $4, $5, $6::follow_up_owner, $7, $8, $9::body_says)`,
      [
        world.workspaceId,
        randomUUID(),
        parent.consultation ?? null,
        parent.activity ?? null,
        title,
        fields.of ?? "body",
        fields.madeOn ?? "2026-06-01",
        fields.dueOn,
        fields.says ?? "not_started",
      ],
    );
  }

  it("is answers, promises of consultations and of activities, and what is ours; soonest first", async () => {
    const [due, late, called] = await writeConsultations(owner, world.workspaceId, [
      // 84 days after 8 September 2026 is 1 December 2026.
      { title: "Bus routes", startsOn: "2026-09-01", endsOn: "2026-09-08" },
      { title: "Long past", startsOn: "2026-01-01", endsOn: "2026-01-08" },
      { title: "Called off", startsOn: "2026-09-01", endsOn: "2026-09-08" },
    ]);
    await owner.query(
      "UPDATE consultations SET cancelled_on = '2026-08-01' WHERE workspace_id = $1 AND id = $2",
      [world.workspaceId, called],
    );
    const activity = randomUUID();
    await owner.query(
      "INSERT INTO activities (workspace_id, id, title, kind, starts_on) VALUES ($1, $2, 'Open day', 'workshop', '2026-10-01')",
      [world.workspaceId, activity],
    );

    await promise({ consultation: late }, "On the last day", { dueOn: "2026-12-07" });
    await promise({ consultation: late }, "A day too late to show", { dueOn: "2026-12-08" });
    await promise({ consultation: late }, "Done already", { dueOn: "2026-12-01", says: "done" });
    await promise({ consultation: called }, "Of one called off", { dueOn: "2026-12-01" });
    // 182 days after 1 June 2026 is 30 November 2026.
    await promise({ consultation: due }, "Undated", { dueOn: null });
    await promise({ activity }, "Promised at the open day", { dueOn: TODAY });
    await promise({ activity }, "We said we would write", { dueOn: "2026-11-24", of: "us" });

    const found = await withWorkspace(
      world.key("viewer"),
      { wantsWrite: false, timeoutMs: 5000 },
      (tx) => tx.$queryRaw`${dueSoonRows(TODAY, 3)}`,
    );
    expect(readDueSoon(dueSoonFound.parse(found))).toEqual({
      total: 5,
      items: [
        {
          kind: "body",
          dueOn: TODAY,
          source: "given",
          basis: null,
          title: "Promised at the open day",
          place: "activities",
          recordId: activity,
          body: null,
        },
        {
          kind: "us",
          dueOn: "2026-11-24",
          source: "given",
          basis: null,
          title: "We said we would write",
          place: "activities",
          recordId: activity,
          body: null,
        },
        {
          kind: "body",
          dueOn: "2026-11-30",
          source: "benchmark",
          basis: null,
          title: "Undated",
          place: "consultations",
          recordId: due,
          body: "Riverside Borough Council",
        },
      ],
    });
  });
});
