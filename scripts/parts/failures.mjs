// What failed in a run of tests, in words: the reports of vitest and Playwright are long, and their output longer.
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";

/** Characters of one failure that are shown: what was expected and where, not every screen of it. */
const MOST = 3000;

const inWords = (titles, message) =>
  `${titles.join(" › ")}\n${stripVTControlCharacters(message ?? "").slice(0, MOST)}`;

/** @returns {string[]} one text for each test of vitest's JSON report that failed, and each file that did not load */
export function vitestFailures(report) {
  return JSON.parse(report).testResults.flatMap(({ name, message, assertionResults = [] }) => {
    const file = path.relative(root, name ?? "");
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const unloaded = failed.length === 0 && message ? [inWords([file], message)] : [];
    return [
      ...failed.map((test) => inWords([file, test.fullName], test.failureMessages?.join("\n"))),
      ...unloaded,
    ];
  });
}

/** @returns {string[]} one text for each test of Playwright's JSON report that failed, and each error outside of tests */
export function playwrightFailures(report) {
  const { suites = [], errors } = JSON.parse(report);
  const ofSuite = (suite, titles) => [
    ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, [...titles, inner.title])),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .flatMap(({ results }) => results)
        .filter(({ status }) => !["passed", "skipped"].includes(status))
        .map(({ errors: found }) =>
          inWords([...titles, title], found.map(({ message }) => message).join("\n")),
        ),
    ),
  ];
  return [
    ...suites.flatMap((suite) => ofSuite(suite, [`tests/e2e/${suite.title}`])),
    ...errors.map(({ message }) => inWords(["Playwright"], message)),
  ];
}
