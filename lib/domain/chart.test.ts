import fc from "fast-check";
import { expect, test } from "vitest";
import { namedMonths, roundSteps, stackColumns } from "./chart";

const FRAME = { width: 300, height: 110, beside: 20, below: 20, rtl: false };

test.each([
  [0, [0]],
  [3, [0, 1, 2, 3]],
  [54, [0, 20, 40, 60]],
  [100, [0, 25, 50, 75, 100]],
  [0.5, [0, 0.2, 0.4, 0.6]],
])("an axis up to %d has round steps", (most, steps) => {
  expect(roundSteps(most)).toEqual(steps);
});

test("an axis reaches its highest value in at most four steps", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (most) => {
      const steps = roundSteps(most);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(most * 0.999999);
      expect(steps.length).toBeLessThanOrEqual(5);
    }),
  );
});

test("parts stand on each other, as high as they are many", () => {
  const { columns, ground } = stackColumns([{ key: "a", parts: [2, 0, 2] }], FRAME);
  // 80 px for 4 units: the ground is at 90, the top line at 10.
  expect(ground).toBe(90);
  expect(columns[0]?.segments).toEqual([
    { part: 0, y: 50, height: 40 },
    { part: 2, y: 10, height: 40 },
  ]);
});

test("columns mirror where writing runs from right to left", () => {
  const stacks = ["a", "b", "c"].map((key) => ({ key, parts: [1] }));
  const ltr = stackColumns(stacks, FRAME);
  const rtl = stackColumns(stacks, { ...FRAME, rtl: true });
  expect(ltr.columns.map(({ middle }) => middle)).toEqual([66.7, 160, 253.3]);
  expect(rtl.columns.map(({ middle }) => middle)).toEqual([233.3, 140, 46.7]);
  expect([rtl.from, rtl.to]).toEqual([0, 280]);
});

test("few months of many are named", () => {
  const months = Array.from({ length: 25 }, (_, index) => {
    const at = 2024 * 12 + 10 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  });
  expect([...namedMonths(months, 5)]).toEqual(["2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01"]);
  expect(namedMonths(months, 9).size).toBe(8);
});
