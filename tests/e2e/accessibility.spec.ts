import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { addressesOf, findRecords, READERS, type Records } from "./pages";
import { DESKTOP, expectNoSidewaysScroll, PHONE, signInAs, watch } from "./world";

// Every page of pages.ts, in both languages, at both widths, light and dark: no violation, no sideways scroll, nothing
// asked of anybody else, no broken content policy; and on a phone nothing too small for a thumb. A page is loaded once
// in each language, and looked at in four ways: its HTML knows neither the width nor the colours it is shown in.

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The dark colours change nothing else: what depends on colour is tried again in them.
const RULES: Record<"light" | "dark", RunOptions["runOnly"]> = {
  light: EVERYTHING,
  dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};
// Asked of the browser itself, once for each page: the builder of this package makes a page of its own for each look.
const axe: { source: string } = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))(
  "axe-core",
);

declare global {
  interface Window {
    axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };
  }
}

// What a trace notes of each step costs more than the step.
test.use({ trace: "off" });
let records: Records;
test.beforeAll(async () => {
  records = await findRecords();
});

/** What axe finds wrong with a page as it is shown now. */
function violationsOf(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    // Of what is in order, nothing is reported. That alone takes half the time.
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }, RULES[colorScheme]);
}

/** What a thumb would miss: anything pressed that is less than 44 px high. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "button, select, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), nav a",
      ),
    ]
      .filter((element) => {
        const { height } = element.getBoundingClientRect();
        return element.checkVisibility() && height > 1 && height < 44;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

async function expectSound(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await page.evaluate(axe.source);
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    const small = size === PHONE ? await smallTargets(page) : [];
    // As tall as the page: the bar at the bottom of a phone covers whatever happens to lie under it, until one scrolls.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    for (const colorScheme of ["light", "dark"] as const) {
      // Without motion: no colour is read while it fades into another.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const seen = { path, width: size.width, colorScheme };
      expect({ ...seen, small, violations: await violationsOf(page, colorScheme) }).toEqual({
        ...seen,
        small: [],
        violations: [],
      });
    }
  }
}

for (const locale of ["en", "ar"]) {
  for (const reader of READERS) {
    test(`every page of the ${reader ?? "stranger"} is sound, ${locale}`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(300_000);
      if (reader) await signInAs(page, reader);
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const { problems } = watch(context);
      for (const path of addressesOf(reader, records)) await expectSound(page, path, locale);
      // The browser reports an answer of 404; the page that says so is among those looked at.
      expect(problems.filter((problem) => !problem.includes("status of 404"))).toEqual([]);
    });
  }
}
