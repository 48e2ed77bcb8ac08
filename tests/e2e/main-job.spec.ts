import { expect, test } from "@playwright/test";
import { DESKTOP, PHONE, RIVERSIDE, signInAs, unique, watch } from "./world";

// The main job, as a coordinator does it: log what we were asked, record what came of it, read what never led to action.

for (const [name, viewport] of [
  ["a phone", PHONE],
  ["a laptop", DESKTOP],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test("a consultation is logged, answered, promised and read on the dashboard", async ({
      page,
      context,
    }) => {
      const { problems } = watch(context);
      const title = unique("Bus passes for families");
      await signInAs(page, "coordinator");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("need an answer");

      await page.getByRole("link", { name: /^Log/ }).filter({ visible: true }).first().click();
      await page.getByRole("button", { name: "Use the long form" }).click();
      await page.getByLabel("Who asked?").fill("Riverside Borough Council");
      await page.getByLabel("What was it called?").fill(title);
      await page.getByLabel("First day").fill("4 March 2026");
      await page.getByLabel("Last day").fill("18/3/2026");
      await page.getByLabel("How many people took part?").fill("400");
      await page.getByLabel("Minutes for each person, each time").fill("90");
      await page.getByRole("button", { name: "Save this consultation" }).click();

      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText(/No answer recorded: our benchmark date was 10 June 2026/)).toBeVisible();

      // 600 hours without an answer are the most pressing of all.
      await page.goto(RIVERSIDE);
      await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText(title);

      await page.getByRole("link", { name: title }).first().click();
      await page.getByRole("link", { name: "Record an answer" }).first().click();
      await page.getByRole("radio", { name: /What they found out/ }).check();
      await page.getByLabel("When did it come?").fill("1 June 2026");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByText("Answered, no action recorded").first()).toBeVisible();

      await page.getByRole("link", { name: "Record a promise" }).first().click();
      await page.getByLabel("What will be done?").fill("Free passes from January");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText("Action promised").first()).toBeVisible();

      await page.goto(RIVERSIDE);
      await expect(page.getByRole("heading", { level: 3, name: title })).toHaveCount(0);

      // Tidied away, so that the next screen size starts from the same record.
      await page.goto(`${RIVERSIDE}/consultations?q=${encodeURIComponent(title)}`);
      await page.getByRole("main").getByRole("heading", { name: title }).getByRole("link").click();
      await page.getByRole("button", { name: "Remove this consultation" }).click();
      await expect(page.getByText(/removed/i).first()).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.getByRole("button", { name: "Remove this consultation" }).click();
      await expect(page.getByText(/removed/i).first()).toBeVisible();
      expect(problems).toEqual([]);
    });
  });
}

test("every figure of the dashboard leads to its list", async ({ page }) => {
  await signInAs(page, "coordinator");
  const all = page.getByRole("link", { name: /^All \d+ consultations that need an answer/ });
  const flagged = (await all.getAttribute("aria-label"))?.match(/\d+/)?.[0];
  await all.click();
  await expect(page.getByText(new RegExp(`^${flagged} match`))).toBeVisible();

  for (const figure of ["hours given", "of hours led to action", "hours, no action recorded"]) {
    await page.goto(RIVERSIDE);
    const link = page.getByRole("link", { name: new RegExp(figure) });
    const counted = (await link.locator("xpath=ancestor::div[1]").textContent())?.match(
      /(\d+) consultations/,
    )?.[1];
    await link.click();
    await expect(page).toHaveURL(/\/consultations\?from=/);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
    // The other two lists also hold what has no hours to give.
    if (figure === "hours, no action recorded")
      await expect(page.getByText(new RegExp(`^${counted} match`))).toBeVisible();
  }
});

test("a formula stands behind each figure", async ({ page }) => {
  await signInAs(page, "coordinator");
  for (const how of await page.getByText("How this is worked out").all()) await how.click();
  await expect(page.getByText(/People × sessions × minutes each/)).toBeVisible();
  await expect(page.getByText(/divided by the hours of all that are past their date/)).toBeVisible();
});
