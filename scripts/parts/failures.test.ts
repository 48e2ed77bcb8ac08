import path from "node:path";
import { expect, test } from "vitest";
import { playwrightFailures, vitestFailures } from "./failures.mjs";
import { root } from "./paths.mjs";

test("vitest: tests that failed and files that did not load are named, without colours", () => {
  const report = {
    testResults: [
      {
        name: path.join(root, "lib/a.test.ts"),
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "holds", failureMessages: [] },
          {
            status: "failed",
            fullName: "counts two",
            failureMessages: ["\u001b[31mexpected 1 to be 2\u001b[39m"],
          },
        ],
      },
      {
        name: path.join(root, "lib/b.test.ts"),
        status: "failed",
        message: "No such file",
        assertionResults: [],
      },
    ],
  };
  expect(vitestFailures(JSON.stringify(report))).toEqual([
    "lib/a.test.ts › counts two\nexpected 1 to be 2",
    "lib/b.test.ts\nNo such file",
  ]);
});

test("Playwright: tests that failed, however deep, and errors outside of them", () => {
  const spec = (title: string, ...statuses: string[]) => ({
    title,
    tests: [
      {
        results: statuses.map((status) => ({
          status,
          errors: status === "passed" ? [] : [{ message: `${title} was ${status}` }],
        })),
      },
    ],
  });
  const report = {
    suites: [
      {
        title: "exit.spec.ts",
        specs: [spec("leaves", "passed"), spec("stays away", "timedOut")],
        suites: [{ title: "without scripts", specs: [spec("is a link", "failed", "passed")] }],
      },
    ],
    errors: [{ message: "No browser" }],
  };
  expect(playwrightFailures(JSON.stringify(report))).toEqual([
    "tests/e2e/exit.spec.ts › without scripts › is a link\nis a link was failed",
    "tests/e2e/exit.spec.ts › stays away\nstays away was timedOut",
    "Playwright\nNo browser",
  ]);
});
