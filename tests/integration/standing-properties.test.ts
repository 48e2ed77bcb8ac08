import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayNumber, fromDayNumber, type PlainDate } from "@/lib/domain/plain-date";
import { FLAGGED, isStanding } from "@/lib/domain/standing";
import { testDatabase } from "@/tests/setup/database";
import { type Facts, newWorkspace, standingRows, standingsOf, UK, writeFacts } from "./standing-facts";

// What must hold for any facts at all. Each run writes a batch of consultations at once, so that it stays quick.

const database = testDatabase();
const owner = new pg.Client({ connectionString: database.owner });
const tenant = new pg.Client({ connectionString: database.tenant });
beforeAll(async () => {
  await Promise.all([owner.connect(), tenant.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), tenant.end()]);
});

const TODAY: PlainDate = "2026-11-23";
const RUNS = { numRuns: 12 };
const first = dayNumber("2025-01-01");
const last = dayNumber("2027-12-31");

const on = (from: number, to: number) => fc.integer({ min: from, max: to }).map(fromDayNumber);
const anyDay = on(first, last);
// Near today, so that "the day of" and "the day after" come up often.
const closeDay = fc.oneof(
  { weight: 3, arbitrary: on(dayNumber(TODAY) - 120, dayNumber(TODAY) + 40) },
  { weight: 1, arbitrary: anyDay },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const bodySides = fc.constantFrom(
  ...["not_started", "in_progress", "dropped"].map((bodySays) => ({ bodySays, communitySays: "not_asked" })),
  ...["not_asked", "yes", "partly", "no"].map((communitySays) => ({ bodySays: "done", communitySays })),
);
const followUp = fc
  .record({
    owner: fc.constantFrom("body", "joint", "us"),
    waitingOn: fc.constantFrom("body", "us"),
    madeOn: closeDay,
    dueOn: maybe(closeDay),
    sides: bodySides,
    doneOn: maybe(closeDay),
  })
  .map(({ sides, ...rest }) => ({ ...rest, ...sides }));
const response = fc.record({
  kind: fc.constantFrom("acknowledgement", "update", "findings", "decision", "refusal"),
  receivedOn: maybe(closeDay),
});
const facts: fc.Arbitrary<Facts> = fc
  .record({
    startsOn: closeDay,
    lasts: maybe(fc.integer({ min: 0, max: 200 })),
    cancelledOn: fc.option(anyDay, { nil: null, freq: 9 }),
    answerPromisedOn: maybe(closeDay),
    explanationAcceptedOn: fc.option(closeDay, { nil: null, freq: 3 }),
    extensions: fc.array(fc.record({ newDueOn: closeDay, agreedOn: closeDay }), { maxLength: 3 }),
    followUps: fc.array(followUp, { maxLength: 4 }),
    responses: fc.array(response, { maxLength: 4 }),
  })
  .map(({ startsOn, lasts, followUps, responses, ...rest }) => ({
    consultation: { startsOn, endsOn: lasts === null ? null : addDays(startsOn, lasts), ...rest },
    followUps,
    responses,
  }));
const batch = fc.array(facts, { minLength: 60, maxLength: 60 });

/** Writes both versions of every consultation and answers where each stands on TODAY. */
async function compared(all: readonly Facts[], changed: readonly Facts[]) {
  const place = await newWorkspace(owner, UK);
  const [before, after] = [await writeFacts(tenant, place, all), await writeFacts(tenant, place, changed)];
  return {
    before: await standingsOf(tenant, place.workspaceId, TODAY, before),
    after: await standingsOf(tenant, place.workspaceId, TODAY, after),
  };
}

describe("for any facts", () => {
  test("a consultation has exactly one standing, and is flagged exactly when that one is", async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (all) => {
        const place = await newWorkspace(owner, UK);
        const ids = await writeFacts(tenant, place, all);
        const rows = await standingRows(tenant, place.workspaceId, TODAY);
        expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
        for (const row of rows) {
          expect(isStanding(row.standing)).toBe(true);
          expect(row.flagged).toBe(FLAGGED.some((standing) => standing === row.standing));
          expect(row.overdueSince !== null).toBe(row.flagged);
          if (row.overdueSince) expect(row.overdueSince <= TODAY).toBe(true);
          if (row.disputed) expect(row).toMatchObject({ standing: "stalled", lateCount: 0 });
          expect(row.doneCount + row.lateCount).toBeLessThanOrEqual(row.counting);
        }
      }),
      RUNS,
    );
  });

  test("an acknowledgement or an update never changes it", async () => {
    const note = fc.record({ kind: fc.constantFrom("acknowledgement", "update"), receivedOn: maybe(anyDay) });
    await fc.assert(
      fc.asyncProperty(batch, note, async (all, added) => {
        const { before, after } = await compared(
          all,
          all.map((one) => ({ ...one, responses: [...one.responses, added] })),
        );
        expect(after.map((row) => row.standing)).toEqual(before.map((row) => row.standing));
        expect(after.map((row) => row.updates)).toEqual(before.map((row) => row.updates + 1));
      }),
      RUNS,
    );
  });

  test("dropping our own follow-ups, or having none, never changes it", async () => {
    await fc.assert(
      fc.asyncProperty(batch, fc.boolean(), async (all, dropped) => {
        const ours = (one: Facts) =>
          one.followUps.flatMap((item) =>
            item.owner !== "us"
              ? [item]
              : dropped
                ? [{ ...item, bodySays: "dropped", communitySays: "not_asked" }]
                : [],
          );
        const { before, after } = await compared(
          all,
          all.map((one) => ({ ...one, followUps: ours(one) })),
        );
        expect(after.map((row) => row.standing)).toEqual(before.map((row) => row.standing));
      }),
      RUNS,
    );
  });

  test("once flagged on facts dated by then, a later clock alone never un-flags it", async () => {
    const dated = (one: Facts): boolean =>
      [
        one.consultation.explanationAcceptedOn,
        one.consultation.cancelledOn,
        ...one.responses.map((item) => item.receivedOn),
      ].every((day) => day === null || day <= TODAY);
    await fc.assert(
      fc.asyncProperty(batch, fc.integer({ min: 1, max: 800 }), async (all, days) => {
        const place = await newWorkspace(owner, UK);
        const ids = await writeFacts(tenant, place, all.filter(dated));
        const before = await standingsOf(tenant, place.workspaceId, TODAY, ids);
        const later = await standingsOf(tenant, place.workspaceId, addDays(TODAY, days), ids);
        for (const [index, row] of before.entries())
          if (row.flagged) expect(later[index]?.flagged).toBe(true);
      }),
      RUNS,
    );
  });

  test("a done action that nobody denies, with nothing late or denied beside it, is never flagged once it has ended", async () => {
    const done = {
      owner: "body",
      waitingOn: "body",
      madeOn: "2026-01-01",
      dueOn: null,
      bodySays: "done",
      communitySays: "yes",
    };
    await fc.assert(
      fc.asyncProperty(batch, async (all) => {
        const place = await newWorkspace(owner, UK);
        const ids = await writeFacts(
          tenant,
          place,
          all.map((one) => ({ ...one, followUps: [done] })),
        );
        for (const row of await standingsOf(tenant, place.workspaceId, TODAY, ids)) {
          expect(["cancelled", "planned", "open", "acted"]).toContain(row.standing);
        }
      }),
      RUNS,
    );
  });

  test("the answer date is what the calendar says", async () => {
    const { rows } = await owner.query<{ day: string }>(
      "SELECT day::text FROM holidays WHERE country = 'GB' AND region IN ('', 'ENG')",
    );
    const holidays = new Set(rows.map((row) => row.day));
    const workingDay = (day: PlainDate): PlainDate => {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      return weekend || holidays.has(day) ? workingDay(addDays(day, 1)) : day;
    };
    const expected = ({ consultation }: Facts): PlainDate | null => {
      const agreed = consultation.extensions.reduce<{ newDueOn: string; agreedOn: string } | null>(
        (best, one) => (best && best.agreedOn > one.agreedOn ? best : one),
        null,
      );
      if (agreed) return agreed.newDueOn;
      if (consultation.answerPromisedOn) return consultation.answerPromisedOn;
      return consultation.endsOn && workingDay(addDays(consultation.endsOn, UK.answerDays));
    };
    await fc.assert(
      fc.asyncProperty(batch, async (all) => {
        const place = await newWorkspace(owner, UK);
        const ids = await writeFacts(tenant, place, all);
        const rows = await standingsOf(tenant, place.workspaceId, TODAY, ids);
        expect(rows.map((row) => row.answerDueOn)).toEqual(all.map(expected));
      }),
      RUNS,
    );
  });
});
