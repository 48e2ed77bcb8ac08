import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectAll, systemClient } from "@/lib/db/clients";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import { STANDINGS } from "@/lib/domain/standing";
import { ensureHolidays } from "@/lib/services/holidays";
import { DEMO_RECORDS } from "@/prisma/seed/demo-records";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { seedReference } from "@/prisma/seed/seed-reference";
import { testDatabase } from "@/tests/setup/database";

const database = testDatabase();
const owner = new pg.Client({ connectionString: database.owner });
const tenant = new pg.Client({ connectionString: database.tenant });
beforeAll(async () => {
  await Promise.all([owner.connect(), tenant.connect()]);
});
afterAll(async () => {
  await owner.query("TRUNCATE workspaces, users CASCADE");
  await Promise.all([owner.end(), tenant.end(), disconnectAll()]);
});

interface Stood {
  title: string;
  standing: string;
  flagged: boolean;
  disputed: boolean;
  done: string;
}

/** Title → where it stands, as a member of the organisation would be told. */
async function standingsIn(slug: string, today: string): Promise<Map<string, Stood>> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM workspaces WHERE slug = $1", [slug]);
  await tenant.query("SELECT set_config('app.workspace_id', $1, false)", [rows[0]?.id]);
  const found = await tenant.query<Stood>(
    `SELECT c.title, s.standing, s.flagged, s.disputed, s.done_count || ' of ' || s.counting AS done
     FROM standings($1::date) s JOIN consultations c ON c.workspace_id = s.workspace_id AND c.id = s.id`,
    [today],
  );
  return new Map(found.rows.map((row) => [row.title, row]));
}

// A Monday, a Saturday, 29 February, New Year's Day, Christmas Day, the Tuesday after Easter, and one far from today.
describe.each([
  "2026-11-23",
  "2026-11-21",
  "2028-02-29",
  "2027-01-01",
  "2026-12-25",
  "2027-03-30",
  "2031-08-17",
])("the demo seeded on %s", (today) => {
  beforeAll(async () => {
    await owner.query("TRUNCATE workspaces, users CASCADE");
    expect(await seedDemo(database.owner, today)).toBe(true);
  });

  it.each(DEMO_RECORDS)("stands as its stories say: $workspace.name", async ({ workspace, scenarios }) => {
    const found = await standingsIn(workspace.slug, today);
    const told = scenarios.map(({ title, stands }) => `${title}: ${stands}`).sort();
    expect([...found.values()].map(({ title, standing }) => `${title}: ${standing}`).sort()).toEqual(told);
  });

  it("has every standing, a disputed promise and one of three done", async () => {
    const found = [...(await standingsIn("riverside-refugee-forum", today)).values()];
    expect(STANDINGS.filter((standing) => !found.some((row) => row.standing === standing))).toEqual([]);
    const stalled = found.filter(({ standing }) => standing === "stalled");
    expect(new Set(stalled.map(({ disputed }) => disputed))).toEqual(new Set([true, false]));
    expect(found.some(({ standing, done }) => standing === "acted" && done === "1 of 3")).toBe(true);
  });

  it("has an answer, a promise and something of ours due in the next 14 days", async () => {
    await standingsIn("riverside-refugee-forum", today);
    const { rows } = await tenant.query<{ what: string }>(
      `SELECT answer_due_source::text AS what FROM consultations
       WHERE cancelled_on IS NULL AND answer_due_on BETWEEN $1::date AND $1::date + 14
       UNION SELECT owner::text FROM follow_ups
       WHERE body_says IN ('not_started', 'in_progress') AND due_on BETWEEN $1::date AND $1::date + 14`,
      [today],
    );
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(["given", "body", "us"]));
  });

  it("shares nobody between the organisations, and nothing across them", async () => {
    const { rows } = await owner.query(
      `SELECT u.email FROM users u JOIN memberships m ON m.user_id = u.id GROUP BY u.email HAVING count(*) > 1`,
    );
    expect(rows).toEqual([]);
    const outside = await owner.query<{ email: string }>(
      "SELECT email FROM users u WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id) ORDER BY email",
    );
    expect(outside.rows.map(({ email }) => email)).toEqual([
      DEMO_PEOPLE.admin.email,
      DEMO_PEOPLE.officer.email,
    ]);
  });
});

describe("seeding again", () => {
  it("leaves a database with a workspace alone", async () => {
    const before = await owner.query("SELECT count(*) FROM consultations");
    expect(await seedDemo(database.owner, "2026-11-23")).toBe(false);
    expect((await owner.query("SELECT count(*) FROM consultations")).rows).toEqual(before.rows);
  });

  it("has nothing to do for the holidays, until a workspace takes another country or a day is missing", async () => {
    const now = new Date("2026-11-23T08:00:00Z");
    const days = async (country: string) =>
      (
        await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM holidays WHERE country = $1", [
          country,
        ])
      ).rows[0]?.n;
    await seedReference(database.owner, now);
    expect(await seedReference(database.owner, now)).toBe(false);
    const all = await days("GB");

    await owner.query("DELETE FROM holidays WHERE country = 'GB' AND day = '2026-12-25'");
    expect(await seedReference(database.owner, now)).toBe(true);
    expect(await days("GB")).toBe(all);

    await owner.query(
      "UPDATE workspaces SET country = 'FR', region = '' WHERE slug = 'harbour-womens-circle'",
    );
    expect(await seedReference(database.owner, now)).toBe(true);
    expect(await days("FR")).toBeGreaterThan(300);
    expect(await seedReference(database.owner, now)).toBe(false);
  });

  it("lets the server add the holidays of a country that a workspace is about to take", async () => {
    const system = systemClient();
    const added = await ensureHolidays(system.$executeRaw.bind(system), "PT", 2026);
    expect(added).toBeGreaterThan(300);
    expect(await ensureHolidays(system.$executeRaw.bind(system), "PT", 2026)).toBe(0);
  });
});
