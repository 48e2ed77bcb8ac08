import { expect, type Page, test } from "@playwright/test";
import { asOwner, RIVERSIDE, signInAs, unique, watch } from "./world";

// Parts of a page that no script goes on with are in the page once, as HTML; and they stand wherever one comes from.

const DASHBOARD = "What the last 24 months cost";

test.beforeEach(async () => {
  await asOwner((client) => client.query("DELETE FROM drafts"));
});
test.afterAll(async () => {
  await asOwner((client) => client.query("DELETE FROM consultations WHERE to_finish_since IS NOT NULL"));
});

/** The navigation and what the page itself says. */
async function expectWhole(page: Page, words: string) {
  const menu = page.getByRole("navigation", { name: "Main menu" }).filter({ visible: true });
  await expect(menu.getByRole("link", { name: "Consultations" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(words);
}

test("a page has its words once; its description for a page that is there already has them too", async ({
  page,
}) => {
  await signInAs(page, "coordinator");
  const answer = await page.request.get(RIVERSIDE, { headers: { Accept: "text/html,*/*;q=0.8" } });
  expect((await answer.text()).split(DASHBOARD)).toHaveLength(2);
  const description = await page.request.get(RIVERSIDE, { headers: { RSC: "1", Accept: "*/*" } });
  expect(description.headers()["content-type"]).toContain("text/x-component");
  expect((await description.text()).split(DASHBOARD)).toHaveLength(2);
});

test("every part stands after a form led on without loading a page, and after going back and forth", async ({
  page,
  context,
}) => {
  const { problems } = watch(context);
  await signInAs(page, "coordinator");
  await expectWhole(page, DASHBOARD);
  await page.goto(`${RIVERSIDE}/log`);
  const title = unique("Street lights");
  await page.getByLabel("Who asked?").fill("Riverside Borough Council");
  await page.getByLabel("What about?").fill(title);
  await page.evaluate(() => document.documentElement.setAttribute("data-same", "document"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-same", "document");
  await expectWhole(page, title);

  await page.goBack();
  await expect(page.getByLabel("What about?")).toBeVisible();
  await expectWhole(page, "Who asked?");
  await page.goBack();
  await expectWhole(page, DASHBOARD);
  await page.goForward();
  await expectWhole(page, "Who asked?");
  expect(problems).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("everything is there", async ({ page }) => {
    await signInAs(page, "coordinator");
    await expectWhole(page, DASHBOARD);
  });
});
