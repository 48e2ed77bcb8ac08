import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { seedBench } from "@/prisma/seed/bench/seed-bench";
import { testDatabase } from "@/tests/setup/database";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());

const count = async (table: string) =>
  Number(
    (
      await owner.query(
        `SELECT count(*) FROM ${table} t JOIN workspaces w ON w.id = t.workspace_id WHERE w.slug LIKE 'bench-%'`,
      )
    ).rows[0].count,
  );
const digest = async () =>
  (
    await owner.query(
      `SELECT md5(string_agg(concat_ws('|', title, starts_on, ends_on, participants, answer_due_on), ',' ORDER BY reference)) AS it FROM consultations`,
    )
  ).rows[0].it;

describe("the measuring workspaces", () => {
  it("hold what was asked for, and are the same every time", async () => {
    expect(await seedBench(testDatabase().owner, { workspaces: 3, consultations: 40 })).toBe(3);
    expect(await count("consultations")).toBe(120);
    expect(await count("follow_ups")).toBe(180);
    expect(await count("body_responses")).toBe(60);
    const before = await digest();
    await owner.query("DELETE FROM consultations");
    await owner.query("DELETE FROM workspaces WHERE slug LIKE 'bench-%'");
    await seedBench(testDatabase().owner, { workspaces: 3, consultations: 40 });
    expect(await digest()).toBe(before);
  });

  it("have ids that are read like any other", async () => {
    const { rows } = await owner.query(
      "SELECT id FROM workspaces WHERE slug LIKE 'bench-%' UNION SELECT id FROM users UNION SELECT id FROM consultations",
    );
    expect(rows.length).toBeGreaterThan(120);
    expect(z.array(z.object({ id: z.uuid() })).safeParse(rows).success).toBe(true);
  });

  it("are added to, not made again", async () => {
    expect(await seedBench(testDatabase().owner, { workspaces: 4, consultations: 40 })).toBe(1);
    expect(await seedBench(testDatabase().owner, { workspaces: 4, consultations: 40 })).toBe(0);
  });

  it("stand in nearly every way a consultation can", async () => {
    const { rows } = await owner.query("SELECT DISTINCT standing FROM standings('2026-06-30') ORDER BY 1");
    expect(rows.map((row) => row.standing)).toEqual(
      expect.arrayContaining([
        "acted",
        "cancelled",
        "no_action",
        "open",
        "planned",
        "promised",
        "silent",
        "stalled",
      ]),
    );
  });
});
