import { expect, type Locator, type Page, test } from "@playwright/test";
import { addressOf, findRecords } from "./pages";
import { DESKTOP, RIVERSIDE, signInAs } from "./world";

// What a screen reader says of the drawings: of every chart its message and, beside it, its table; of every thread the
// sentence of what happened.

test.use({ viewport: DESKTOP });

/** A sentence, not a label: several words, closed by a full stop. */
const SENTENCE = /^\S+(?:\s+\S+){4,}[.؟!]$/u;

/** A line of a snapshot that names a drawing; YAML puts it in quotes where it holds a colon. */
const DRAWING = /^- (?:img "((?:[^"\\]|\\.)*)"|'img "((?:[^']|'')*)"')(?::.*)?$/;

/** The names of the drawings, in order. */
async function drawingsIn(part: Locator): Promise<string[]> {
  const names = (await part.ariaSnapshot()).split("\n").flatMap((line) => {
    const [, name, quoted] = DRAWING.exec(line.trim()) ?? [];
    const said = (name ?? quoted)?.replaceAll("''", "'").replaceAll('\\"', '"');
    return said === undefined ? [] : [said];
  });
  expect(names).toHaveLength(await part.locator('svg[role="img"]').filter({ visible: true }).count());
  await expectNothingInside(part.page());
  return names;
}

/** What the browser itself tells a screen reader: a drawing's name, and none of its lines and labels. */
async function expectNothingInside(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const shown = new Set(nodes.filter(({ ignored }) => !ignored).map(({ nodeId }) => nodeId));
  const inside = nodes
    .filter(({ ignored, role }) => !ignored && role?.value === "image")
    .flatMap(({ childIds = [] }) => childIds.filter((id) => shown.has(id)));
  expect(inside).toEqual([]);
}

const SAYS = {
  en: /^Hours given by month, \w+ \d{4} to \w+ \d{4}: \d[\d,.½¼¾]* hours in all\..*Most in \w+ \d{4}: /,
  ar: /^\p{Script=Arabic}.*\d{4}.*: /u,
};

for (const locale of ["en", "ar"] as const) {
  test.describe(locale, () => {
    test.beforeEach(async ({ page, context, baseURL }) => {
      await signInAs(page, "coordinator");
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    });

    test("the dashboard's charts say what they show, with the table beside", async ({ page }) => {
      await page.goto(RIVERSIDE);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const chart = page.locator("section:has(svg pattern)").filter({ visible: true });
      await expect(chart).toHaveCount(1);
      const [message = ""] = await drawingsIn(chart);
      expect(message).toMatch(SENTENCE);
      expect(message).toMatch(SAYS[locale]);
      await expect(chart.getByRole("heading", { level: 2 })).not.toBeEmpty();

      await chart.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      const table = chart.getByRole("table");
      await expect(table).toBeVisible();
      const rows = await table.getByRole("row").count();
      expect(rows).toBeGreaterThan(2);
      await expect(table.getByRole("rowheader")).toHaveCount(rows - 1);
      expect(await table.getByRole("columnheader").count()).toBeGreaterThan(3);
      await expect(table.locator("caption")).not.toBeEmpty();
      for (const one of await page.getByRole("main").getByRole("table").all())
        await expect(one).toHaveAccessibleName(/\S+ \S+/);
    });

    test("every thread says what happened, in the list and large on its own page", async ({ page }) => {
      await page.goto(`${RIVERSIDE}/consultations`);
      const list = await drawingsIn(page.getByRole("main"));
      expect(list.length).toBeGreaterThan(5);
      for (const sentence of list) expect(sentence).toMatch(SENTENCE);
      expect(new Set(list).size).toBeGreaterThan(list.length / 2);

      const records = await findRecords();
      await page.goto(addressOf("/w/[workspace]/consultations/[id]", records));
      const large = await drawingsIn(page.getByRole("main"));
      // Large on top; below it those of what the same body asked before.
      expect(large.length).toBeGreaterThan(0);
      for (const sentence of large) expect(sentence).toMatch(SENTENCE);
      if (locale === "en") expect(large[0]).toMatch(/asked|answer|started|held/i);
      const arabic = /\p{Script=Arabic}/u.test(large[0] ?? "");
      expect(arabic).toBe(locale === "ar");
    });
  });
}

test("a silence is told in words, with its days and whose date it was", async ({ page }) => {
  await signInAs(page, "coordinator");
  await page.goto(`${RIVERSIDE}/consultations?standing=silent`);
  const sentences = await drawingsIn(page.getByRole("main"));
  expect(sentences.length).toBeGreaterThan(0);
  // The last one is the time they share.
  for (const sentence of sentences.slice(0, -1)) {
    expect(sentence).toMatch(/\d+ (?:day|month|year)s?/);
    expect(sentence).toContain("Nothing has been recorded since");
  }
});
