import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, unique, watch } from "./world";

// Every page, at both widths, light and dark, left to right and right to left: no violation, no sideways scroll,
// nothing asked of anybody else, no broken content policy.

const PUBLIC = [
  "/",
  "/sign-in",
  "/sign-in?problem=required",
  "/sign-in/sent",
  "/sign-in/confirm?email=a@example.org&token=x",
  "/no-such-page",
];

async function memberPages(): Promise<string[]> {
  const id = await asOwner(async (client) => {
    const { rows } = await client.query(
      `SELECT c.id, c.public_body_id AS body, f.id AS "followUp" FROM consultations c JOIN workspaces w ON w.id = c.workspace_id
       JOIN follow_ups f ON f.workspace_id = c.workspace_id AND f.consultation_id = c.id
       WHERE w.slug = 'riverside-refugee-forum' AND EXISTS (SELECT FROM date_moves d WHERE d.follow_up_id = f.id) LIMIT 1`,
    );
    const promised = await client.query(
      `SELECT f.activity_id AS activity, f.id AS promise FROM follow_ups f JOIN workspaces w ON w.id = f.workspace_id
       WHERE w.slug = 'riverside-refugee-forum' AND f.activity_id IS NOT NULL LIMIT 1`,
    );
    return { ...rows[0], ...promised.rows[0] } as {
      id: string;
      body: string;
      followUp: string;
      activity: string;
      promise: string;
    };
  });
  const record = `${RIVERSIDE}/consultations/${id.id}`;
  const body = `${RIVERSIDE}/bodies/${id.body}`;
  const activity = `${RIVERSIDE}/activities/${id.activity}`;
  return [
    RIVERSIDE,
    `${RIVERSIDE}/consultations`,
    `${RIVERSIDE}/consultations?standing=flagged`,
    `${RIVERSIDE}/consultations?q=no+such+thing`,
    `${RIVERSIDE}/consultations/new`,
    record,
    `${record}/edit`,
    `${record}/answer`,
    `${record}/promise`,
    `${record}/promise/${id.followUp}`,
    `${record}/extension`,
    `${record}/reasons`,
    `${record}/cancel`,
    `${RIVERSIDE}/bodies`,
    `${RIVERSIDE}/bodies/search?q=leeds`,
    body,
    `${body}/edit`,
    `${RIVERSIDE}/activities`,
    `${RIVERSIDE}/activities?q=no+such+thing`,
    `${RIVERSIDE}/activities/new`,
    activity,
    `${activity}/edit`,
    `${activity}/promise`,
    `${activity}/promise/${id.promise}`,
    `${RIVERSIDE}/follow-ups`,
    `${RIVERSIDE}/follow-ups?side=by_us`,
    `${RIVERSIDE}/follow-ups?side=tell&state=done`,
    `${RIVERSIDE}/log`,
    `${RIVERSIDE}/log?like=${id.id}`,
    `${RIVERSIDE}/log/${id.id}`,
    `${RIVERSIDE}/log/to-finish`,
    `${RIVERSIDE}/import`,
    "/account",
  ];
}

async function expectSound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // As tall as the page: the bar at the bottom of a phone covers whatever happens to lie under it, until one scrolls.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect({
    path,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
  }).toEqual({ path, violations: [] });
  await expectNoSidewaysScroll(page);
  if (size) await page.setViewportSize(size);
}

for (const [width, viewport] of [
  ["360", PHONE],
  ["1280", DESKTOP],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["en", "ar"]) {
      test.describe(`${width} px, ${colorScheme}, ${locale}`, () => {
        test.use({ viewport, colorScheme });

        test("every page is sound", async ({ page, context, baseURL }) => {
          test.setTimeout(300_000);
          await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
          for (const path of PUBLIC) await expectSound(page, path);
          await page.context().clearCookies();
          await signInAs(page, "coordinator");
          await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
          const { problems } = watch(context);
          for (const path of await memberPages()) await expectSound(page, path);
          expect(problems).toEqual([]);
        });
      });
    }
  }
}

test("targets are at least 44 px high", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signInAs(page, "coordinator");
  for (const path of await memberPages()) {
    await page.goto(path);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "button, select, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), nav a",
        ),
      ]
        .filter(
          (element) =>
            element.checkVisibility() &&
            element.getBoundingClientRect().height > 1 &&
            element.getBoundingClientRect().height < 44,
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect({ path, small }).toEqual({ path, small: [] });
  }
});

test("a consultation is logged by keyboard alone", async ({ page }) => {
  await asOwner((client) => client.query("DELETE FROM drafts"));
  const title = unique("By keyboard");
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.goto(`${RIVERSIDE}/consultations/new`);
  await page.getByLabel("Who asked?").focus();
  await page.keyboard.type("Riverside Borough Council");
  const reach = async (label: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await page.getByLabel(label).evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${label} cannot be reached by keyboard`);
  };
  await reach("What was it called?");
  await page.keyboard.type(title);
  await reach("First day");
  await page.keyboard.type("4 March 2026");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});
