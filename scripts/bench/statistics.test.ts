import { expect, test } from "vitest";
import { compare, figure, judge, quantile, summarise, table } from "./statistics.mjs";

const tenths = Array.from({ length: 20 }, (_, i) => 20 - i);

test("a quantile is a number that was measured, whatever their order", () => {
  expect(quantile(tenths, 0.5)).toBe(10);
  expect(quantile(tenths, 0.95)).toBe(19);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([100, 9, 20], 0.5)).toBe(20);
  expect(quantile([], 0.5)).toBeNaN();
});

test("requests per second are all requests over the time of their slices", () => {
  expect(summarise({ times: tenths, seconds: 4 })).toEqual({ requests: 20, perSecond: 5, p50: 10, p95: 19 });
  expect(summarise({ times: [], seconds: 0 })).toMatchObject({ requests: 0, perSecond: 0 });
});

test("half the requests and twice the time are ratios of 0.5 and 2", () => {
  const ours = { requests: 10, perSecond: 50, p50: 8, p95: 20 };
  const floor = { requests: 20, perSecond: 100, p50: 4, p95: 10 };
  expect(compare(ours, floor)).toEqual({ throughput: 0.5, p95: 2 });
});

test("a target is a least or a most, and met on the line", () => {
  expect(judge("reads", 0.8, { least: 0.8 })).toMatchObject({ met: true, target: "≥ 0.8" });
  expect(judge("reads", 0.79, { least: 0.8 })).toMatchObject({ met: false });
  expect(judge("import", 8, { most: 8 })).toMatchObject({ met: true, target: "≤ 8" });
  expect(judge("import", Number.NaN, { most: 8 })).toMatchObject({ met: false });
});

test("figures have three digits, and a table's columns stand under each other", () => {
  expect([1234.5, 56.78, 8.9, Number.NaN].map(figure)).toEqual(["1235", "56.8", "8.90", "–"]);
  expect(
    table(
      ["what", "p50"],
      [
        ["summary", "8.90"],
        ["page", "56.8"],
      ],
    ),
  ).toBe("what      p50\n-------  ----\nsummary  8.90\npage     56.8");
});
