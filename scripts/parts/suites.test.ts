import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./suites.mjs";

const passing = { status: "passed", assertionResults: [{ status: "passed" }] };
const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
const unloaded = { status: "failed", assertionResults: [] };

test.each([
  [
    "all passed",
    { numPassedTests: 2, numFailedTests: 0, testResults: [passing, passing] },
    0,
    { passed: 2, failed: 0 },
  ],
  [
    "one failed",
    { numPassedTests: 1, numFailedTests: 1, testResults: [passing, failing] },
    1,
    { passed: 1, failed: 1 },
  ],
  [
    "a file that does not load counts",
    { numPassedTests: 1, numFailedTests: 0, testResults: [passing, unloaded] },
    1,
    { passed: 1, failed: 1 },
  ],
  [
    "an error outside of tests counts",
    { numPassedTests: 1, numFailedTests: 0, testResults: [passing] },
    1,
    { passed: 1, failed: 1 },
  ],
])("vitest: %s", (_, report, code, counted) => {
  expect(countVitest(JSON.stringify(report), code)).toEqual(counted);
});

test.each([
  [
    "all passed",
    { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] },
    0,
    { passed: 3, failed: 0 },
  ],
  [
    "one that passed only again counts as failed",
    { stats: { expected: 2, unexpected: 0, flaky: 1 }, errors: [] },
    0,
    { passed: 2, failed: 1 },
  ],
  [
    "an error before any test counts",
    { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: "no" }] },
    1,
    { passed: 0, failed: 1 },
  ],
])("Playwright: %s", (_, report, code, counted) => {
  expect(countPlaywright(JSON.stringify(report), code)).toEqual(counted);
});

test("a run without a report is a failure", () => {
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(null, 0)).toEqual({ passed: 0, failed: 1 });
});
