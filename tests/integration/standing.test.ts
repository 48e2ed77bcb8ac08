import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "@/tests/setup/database";
import {
  asTenant,
  type Facts,
  newWorkspace,
  standingsOf,
  UK,
  type WorkspaceSettings,
  writeFacts,
} from "./standing-facts";

// The rule is one SQL function. Its cases (tests/data/standing-cases.json) run against PostgreSQL, as the tenant role.

type Case = Facts & {
  name: string;
  today: string;
  workspace: WorkspaceSettings;
  expect: { answerDueOn: string | null; standing: string; flagged: boolean };
};
const cases: Case[] = JSON.parse(readFileSync("tests/data/standing-cases.json", "utf8"));

const database = testDatabase();
const owner = new pg.Client({ connectionString: database.owner });
const tenant = new pg.Client({ connectionString: database.tenant });
beforeAll(async () => {
  await Promise.all([owner.connect(), tenant.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), tenant.end()]);
});

const silent: Facts = {
  consultation: {
    startsOn: "2026-06-01",
    endsOn: "2026-06-30",
    cancelledOn: null,
    answerPromisedOn: null,
    explanationAcceptedOn: null,
    extensions: [],
  },
  followUps: [],
  responses: [],
};

describe("the cases of the rule", () => {
  test("there are cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(54);
  });

  test.each(cases)("$name", async ({ today, workspace, expect: expected, ...facts }) => {
    const place = await newWorkspace(owner, workspace);
    const ids = await writeFacts(tenant, place, [facts]);
    const [row] = await standingsOf(tenant, place.workspaceId, today, ids);
    expect({ answerDueOn: row?.answerDueOn, standing: row?.standing, flagged: row?.flagged }).toEqual(
      expected,
    );
  });
});

describe("since when it has been flagged", () => {
  const promise = {
    owner: "body",
    waitingOn: "body",
    madeOn: "2026-07-01",
    dueOn: "2026-10-16",
    bodySays: "in_progress",
    communitySays: "not_asked",
  };
  const done = { ...promise, bodySays: "done", communitySays: "no" };
  const findings = (receivedOn: string | null) => ({ kind: "findings", receivedOn });
  test.each<[string, Partial<Facts>, string | null]>([
    ["silent: since the answer was due", {}, "2026-09-22"],
    [
      "answered in time: since the date the answer was due",
      { responses: [findings("2026-07-20")] },
      "2026-09-22",
    ],
    ["answered late: 28 days after the answer", { responses: [findings("2026-10-01")] }, "2026-10-29"],
    ["answered on a day nobody knows", { responses: [findings(null)] }, "2026-09-22"],
    [
      "a late promise: since its own date",
      { followUps: [promise, { ...promise, dueOn: "2026-11-01" }] },
      "2026-10-16",
    ],
    [
      "disputed: since the day it was said to be done",
      { followUps: [{ ...done, doneOn: "2026-10-02" }] },
      "2026-10-02",
    ],
    ["disputed with no such day: since it was due", { followUps: [done] }, "2026-10-16"],
    [
      "disputed before it was due: no day to come",
      { followUps: [{ ...done, dueOn: "2027-03-01" }] },
      "2026-11-23",
    ],
    ["not flagged", { followUps: [{ ...promise, dueOn: "2026-12-01" }] }, null],
  ])("%s", async (_name, facts, overdueSince) => {
    const place = await newWorkspace(owner, UK);
    const ids = await writeFacts(tenant, place, [{ ...silent, ...facts }]);
    expect((await standingsOf(tenant, place.workspaceId, "2026-11-23", ids))[0]).toMatchObject({
      overdueSince,
    });
  });
});

describe("what the answer date rests on is watched", () => {
  const due = async (workspaceId: string, id: string | undefined) => {
    const { rows } = await owner.query<{ on: string; source: string }>(
      "SELECT answer_due_on::text AS on, answer_due_source AS source FROM consultations WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id],
    );
    return rows[0];
  };
  const written = async (facts: Facts = silent) => {
    const place = await newWorkspace(owner, UK);
    const [id] = await writeFacts(tenant, place, [facts]);
    const change = (sql: string, ...values: unknown[]) =>
      asTenant(tenant, place.workspaceId, () => tenant.query(sql, [place.workspaceId, ...values]));
    return { ...place, id, change };
  };

  test("the workspace's answer period, and its region's holidays", async () => {
    const { workspaceId, id, change } = await written();
    await change("UPDATE workspaces SET answer_days = 28 WHERE id = $1");
    expect(await due(workspaceId, id)).toEqual({ on: "2026-07-28", source: "benchmark" });
    // 13 July is a holiday in Northern Ireland alone.
    await change("UPDATE workspaces SET answer_days = 13 WHERE id = $1");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-07-13" });
    await change("UPDATE workspaces SET region = 'NIR' WHERE id = $1");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-07-14" });
  });

  test("the answer period of a kind of public body, and the body's kind", async () => {
    const { workspaceId, id, change } = await written();
    await change(
      "INSERT INTO answer_periods (workspace_id, body_kind, answer_days) VALUES ($1, 'council', 10)",
    );
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-07-10" });
    await change(
      "UPDATE answer_periods SET body_kind = 'police' WHERE workspace_id = $1 AND body_kind = 'council'",
    );
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-09-22" });
    await change("UPDATE public_bodies SET kind = 'university' WHERE workspace_id = $1");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2027-06-30" });
    await change("DELETE FROM answer_periods WHERE workspace_id = $1 AND body_kind = 'university'");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-09-22" });
  });

  test("an extension, its change and its end", async () => {
    const { workspaceId, id, change } = await written();
    await change(
      "INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on) VALUES ($1, $2, $2, '2026-12-05', '2026-09-01')",
      id,
    );
    expect(await due(workspaceId, id)).toEqual({ on: "2026-12-05", source: "agreed" });
    await change("UPDATE extensions SET new_due_on = '2026-12-06' WHERE workspace_id = $1");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-12-06" });
    await change("DELETE FROM extensions WHERE workspace_id = $1");
    expect(await due(workspaceId, id)).toEqual({ on: "2026-09-22", source: "benchmark" });
  });

  test("the date they gave, and the end date", async () => {
    const { workspaceId, id, change } = await written();
    await change("UPDATE consultations SET answer_promised_on = '2026-08-01' WHERE workspace_id = $1");
    expect(await due(workspaceId, id)).toEqual({ on: "2026-08-01", source: "given" });
    await change(
      "UPDATE consultations SET answer_promised_on = NULL, ends_on = NULL WHERE workspace_id = $1",
    );
    expect(await due(workspaceId, id)).toEqual({ on: null, source: null });
  });

  test("a holiday declared at short notice, and taken back", async () => {
    const { workspaceId, id } = await written();
    const other = await written({
      ...silent,
      consultation: { ...silent.consultation, answerPromisedOn: "2026-09-22" },
    });
    await owner.query(
      "INSERT INTO holidays (country, region, day, name) VALUES ('GB', 'ENG', '2026-09-22', 'Declared')",
    );
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-09-23" });
    expect(await due(other.workspaceId, other.id)).toEqual({ on: "2026-09-22", source: "given" });
    await owner.query("DELETE FROM holidays WHERE name = 'Declared'");
    expect(await due(workspaceId, id)).toMatchObject({ on: "2026-09-22" });
  });
});

describe("the planner", () => {
  const planRow = z.array(z.object({ "QUERY PLAN": z.string() }));
  const explain = (workspaceId: string, sql: string, ...values: unknown[]) =>
    asTenant(tenant, workspaceId, async () => {
      const { rows } = await tenant.query(`EXPLAIN (COSTS OFF) ${sql}`, values);
      return planRow
        .parse(rows)
        .map((row) => row["QUERY PLAN"])
        .join("\n");
    });

  test("inlines the rule and pushes the tenant and the id into it", async () => {
    const place = await newWorkspace(owner, UK);
    const promise = {
      owner: "body",
      waitingOn: "body",
      madeOn: "2026-07-01",
      dueOn: null,
      bodySays: "in_progress",
      communitySays: "not_asked",
    };
    const [id] = await writeFacts(
      tenant,
      place,
      Array.from({ length: 500 }, () => ({ ...silent, followUps: [promise, promise] })),
    );
    await owner.query("ANALYZE consultations, follow_ups, body_responses, workspaces");
    for (const sql of [
      "SELECT * FROM standings($1)",
      "SELECT standing, count(*) FROM standings($1) GROUP BY 1",
    ]) {
      const plan = await explain(place.workspaceId, sql, "2026-11-23");
      expect(plan).not.toContain("Function Scan");
      expect(plan).toContain("app.workspace_id");
      expect(plan).not.toContain("follow_up_state");
    }
    const one = await explain(
      place.workspaceId,
      "SELECT * FROM standings($1) WHERE workspace_id = $2 AND id = $3",
      "2026-11-23",
      place.workspaceId,
      id,
    );
    expect(one).not.toContain("Function Scan");
    expect(one).toMatch(
      /Index Scan using consultations_pkey on consultations c\n\s+Index Cond: \(\(workspace_id = .*\) AND \(id = /,
    );
    expect(one).toMatch(/on follow_ups u\n\s+Index Cond: \(\(workspace_id = .*\) AND \(consultation_id = /);
  });

  test("shows a tenant nothing of another, and nobody anything without one", async () => {
    const place = await newWorkspace(owner, UK);
    await writeFacts(tenant, place, [silent]);
    const other = await newWorkspace(owner, UK);
    const count = () => tenant.query<{ n: number }>("SELECT count(*)::int AS n FROM standings('2026-11-23')");
    expect((await asTenant(tenant, place.workspaceId, count)).rows).toEqual([{ n: 1 }]);
    expect((await asTenant(tenant, other.workspaceId, count)).rows).toEqual([{ n: 0 }]);
    expect((await count()).rows).toEqual([{ n: 0 }]);
  });
});
