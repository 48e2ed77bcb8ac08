import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";
import { aMember, anOrganisation } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// What the time given comes to, against figures worked out by hand.

const now = new Date("2026-11-23T12:00:00Z");
let owner: pg.Client;
let home: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());

async function aHome(country = "GB"): Promise<void> {
  home = await aMember("owner", await anOrganisation({ country }));
  await owner.query("UPDATE sessions SET expires = '2200-01-01'");
  await owner.query(
    "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, gen_random_uuid(), 'Riverside Borough Council')",
    [home.workspace.id],
  );
}
beforeEach(() => aHome());

type Asked = { participants?: number; minutes?: number; staff?: number; paid?: number; cancelledOn?: string };

async function asked(
  startsOn: string,
  { participants, minutes, staff, paid, cancelledOn }: Asked,
): Promise<void> {
  await owner.query(
    `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, participants, minutes_each, staff_hours, payment_received, cancelled_on)
     SELECT workspace_id, gen_random_uuid(), 'Housing', id, $2, $2, $3, $4, $5, $6, $7 FROM public_bodies WHERE workspace_id = $1`,
    [
      home.workspace.id,
      startsOn,
      participants ?? null,
      minutes ?? null,
      staff ?? null,
      paid ?? null,
      cancelledOn ?? null,
    ],
  );
}

async function value() {
  const result = await getDashboard.run(home.key, { order: "name" }, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.timeValue;
}

describe("the value of the time given", () => {
  it("is hours × the rate of the day the consultation started, less what was paid", async () => {
    // The day before and the day of the new rate: £12.21, then £12.71.
    await asked("2026-03-31", { participants: 10, minutes: 90 }); // 15 h × 12.21 = 183.15
    await asked("2026-04-01", { participants: 4, minutes: 60, staff: 2.5, paid: 50 }); // 6.5 h × 12.71 = 82.615
    expect(await value()).toMatchObject({
      currency: "GBP",
      value: 265.77, // 265.765, to the penny
      payments: 50,
      worth: 215.77,
      minutes: 1290,
      withoutRate: 0,
      rates: [
        { amount: 12.21, validFrom: "2025-04-01" },
        { amount: 12.71, validFrom: "2026-04-01" },
      ],
    });
  });

  it("leaves out what was cancelled, is still to come, or lies before the window", async () => {
    await asked("2026-05-01", { participants: 2, minutes: 60 }); // 2 h × 12.71 = 25.42
    await asked("2026-05-02", { participants: 100, minutes: 60, cancelledOn: "2026-05-01", paid: 10 });
    await asked("2026-12-01", { participants: 100, minutes: 60, paid: 10 });
    await asked("2024-11-22", { participants: 100, minutes: 60, paid: 10 });
    expect(await value()).toMatchObject({ value: 25.42, payments: 0, worth: 25.42, minutes: 120 });
  });

  it("can be less than what was paid", async () => {
    await asked("2026-05-01", { participants: 1, minutes: 60, paid: 20 });
    expect(await value()).toMatchObject({ value: 12.71, payments: 20, worth: -7.29 });
  });

  it("is not shown where the country has no rate", async () => {
    await aHome("BR");
    await asked("2026-05-01", { participants: 10, minutes: 60 });
    expect(await value()).toBeNull();
  });

  it("counts hours of days before the country's first rate apart", async () => {
    await aHome("IE");
    await owner.query(
      `INSERT INTO hourly_rates (id, country, currency, valid_from, amount, source) VALUES
         (gen_random_uuid(), 'IE', 'EUR', '2026-01-01', 14.15, 'National minimum wage'),
         (gen_random_uuid(), 'IE', 'EUR', '2027-01-01', 99, 'Not yet')`,
    );
    await asked("2025-12-31", { participants: 3, minutes: 60, paid: 500 });
    await asked("2026-01-01", { participants: 2, minutes: 60 }); // 2 h × 14.15 = 28.30
    expect(await value()).toMatchObject({
      currency: "EUR",
      value: 28.3,
      payments: 0,
      worth: 28.3,
      withoutRate: 180,
      rates: [{ amount: 14.15 }],
    });
  });

  it("is a workspace's own: nobody else's hours are in it", async () => {
    const { workspace } = home;
    await asked("2026-05-01", { participants: 50, minutes: 60 });
    await aHome();
    expect(home.workspace.id).not.toBe(workspace.id);
    expect(await value()).toMatchObject({ value: 0, minutes: 0, rates: [] });
  });
});
