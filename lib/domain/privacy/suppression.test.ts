import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHours, addPeople, releasedCount, releasedHours, standingNumber } from "./suppression";

const people = fc.integer({ min: 0, max: 2000 });

describe("a released number of people", () => {
  it.each([
    [null, "unknown"],
    [0, "few"],
    [9, "few"],
    [10, 10],
    [12, 10],
    [13, 15],
    [37, 35],
    [38, 40],
    [1002, 1000],
  ])("%s leaves as %s", (exact, released) => {
    expect(releasedCount(exact)).toBe(released);
  });

  it("never says fewer than three exact numbers, and never one below ten", () => {
    fc.assert(
      fc.property(people, (exact) => {
        const said = releasedCount(exact);
        const others = Array.from({ length: 21 }, (_, step) => exact - 10 + step).filter(
          (other) => other >= 0 && releasedCount(other) === said,
        );
        expect(others.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it("stays when one person comes or goes, however often it is released", () => {
    fc.assert(
      fc.property(people, fc.array(fc.constantFrom(-1, 1), { maxLength: 4 }), (first, steps) => {
        let exact = first;
        for (const step of steps) {
          exact = Math.max(0, exact + step);
          const stands = standingNumber(exact, first);
          expect(releasedCount(stands)).toBe(releasedCount(first));
        }
      }),
    );
  });

  it("moves by no less than five when it moves at last, so that the move says no more than the first number did", () => {
    fc.assert(
      fc.property(
        people,
        fc.array(fc.constantFrom(-1, 1), { minLength: 1, maxLength: 200 }),
        (first, steps) => {
          let exact = first;
          let stands = first;
          for (const step of steps) {
            exact = Math.max(0, exact + step);
            const next = standingNumber(exact, stands);
            if (next !== stands) expect(Math.abs(next - stands)).toBe(5);
            stands = next;
            expect(Math.abs(stands - exact)).toBeLessThan(5);
          }
        },
      ),
    );
  });
});

describe("sums", () => {
  it("are made of released counts alone: equal counts, equal sums", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(people), fc.integer({ min: -12, max: 12 })), { maxLength: 30 }),
        (all) => {
          const world = all.map(([exact]) => exact);
          const other = all.map(([exact, nudge]) => {
            if (exact === null) return null;
            const moved = Math.max(0, exact + nudge);
            return releasedCount(moved) === releasedCount(exact) ? moved : exact;
          });
          expect(addPeople(other.map(releasedCount))).toEqual(addPeople(world.map(releasedCount)));
        },
      ),
    );
  });

  it("differ by multiples of five when one record more or less is in them", () => {
    fc.assert(
      fc.property(fc.array(fc.option(people), { minLength: 1, maxLength: 30 }), (world) => {
        const whole = addPeople(world.map(releasedCount));
        const less = addPeople(world.slice(1).map(releasedCount));
        expect((whole.people - less.people) % 5).toBe(0);
        expect(whole.people - less.people).toBe(
          typeof releasedCount(world[0] ?? null) === "number" ? releasedCount(world[0] ?? null) : 0,
        );
      }),
    );
  });

  it("say `or more` where a part is few or not recorded", () => {
    expect(addPeople([10, 15])).toEqual({ people: 25, orMore: false });
    expect(addPeople([10, "few"])).toEqual({ people: 10, orMore: true });
    expect(addPeople(["unknown"])).toEqual({ people: 0, orMore: true });
    expect(addHours([1.5, null])).toEqual({ hours: 1.5, orMore: true });
  });
});

describe("released hours", () => {
  it("follow from the released count, never from the exact one", () => {
    expect(releasedHours(releasedCount(46), 2, 90)).toBe(135);
    expect(releasedHours(releasedCount(9), 2, 90)).toBeNull();
    expect(releasedHours(releasedCount(null), 2, 90)).toBeNull();
    expect(releasedHours(35, 1, null)).toBeNull();
  });

  it("divided by the time of each give the released count again, and no other", () => {
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 600 }),
        (exact, sessions, minutes) => {
          const count = releasedCount(exact);
          const hours = releasedHours(count, sessions, minutes);
          if (hours === null) return;
          expect(Math.round((hours * 60) / (sessions * minutes))).toBe(count);
        },
      ),
    );
  });
});
