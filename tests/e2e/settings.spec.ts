import { expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs } from "./world";

// What an organisation decides about itself, what follows from it, and how old records come to their end.

const SETTINGS = `${RIVERSIDE}/settings`;

/** Puts Riverside's settings back as the demo has them. */
async function asItWas(): Promise<void> {
  await asOwner(async (client) => {
    await client.query(
      `UPDATE workspaces SET name = 'Riverside Refugee Forum', country = 'GB', region = 'ENG', time_zone = 'Europe/London', answer_days = 84,
         action_days = 182, share_days = 90, contact_email = NULL, retention_years = NULL, locale = 'en' WHERE slug = 'riverside-refugee-forum'`,
    );
    await client.query("DELETE FROM drafts");
    await client.query("DELETE FROM retention_reviews");
  });
}
test.beforeEach(asItWas);
test.afterEach(asItWas);

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save the settings" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a change says what it changed", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(SETTINGS);
      await page.getByLabel("Time to answer").first().fill("28");
      await save(page);
      await expect(page.getByText("The settings are saved.")).toBeVisible();
      await expect(
        page.getByText(/answer dates? of \d+ consultations? (was|were) worked out anew/i),
      ).toBeVisible();
      await expect(page.getByLabel("Time to answer").first()).toHaveValue("28");
    });

    test("mistakes are said beside their fields, and everything typed stays", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(SETTINGS);
      await page.getByLabel("Name of our organisation").fill("");
      await page.getByLabel("Time to answer").first().fill("twelve weeks");
      await page.getByLabel("E-mail address for questions").fill("not an address");
      await page.getByLabel("Keep records for").fill("0");
      await save(page);
      await expect(page.locator("#error-summary").getByRole("link")).toHaveCount(4);
      await expect(page.getByLabel("Time to answer").first()).toHaveValue("twelve weeks");
      await expect(page.getByLabel("Keep records for")).toHaveAccessibleDescription(/too small/i);
    });

    test("another country shows its parts once it is chosen", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(SETTINGS);
      await page.getByLabel("Country", { exact: true }).selectOption("DE");
      await save(page);
      await expect(page.locator("#error-summary")).toContainText("Choose a part of this country");
      await expect(page.getByLabel("Country", { exact: true })).toHaveValue("DE");
      await page.getByLabel("Part of the country").selectOption("BY");
      await save(page);
      await expect(page.getByText("The settings are saved.")).toBeVisible();
      const days = await asOwner(async (client) =>
        client.query("SELECT count(*)::int AS n FROM holidays WHERE country = 'DE' AND region = 'BY'"),
      );
      expect(days.rows[0].n).toBeGreaterThan(300);
    });

    test("old records are listed, kept for longer with a reason, or erased at once", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(`${SETTINGS}/retention`);
      await expect(page.getByText("We keep all records")).toBeVisible();
      await page.goto(SETTINGS);
      await page.getByLabel("Keep records for").fill("1");
      await save(page);
      await page.getByRole("link", { name: "Look at them" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Old records" })).toBeVisible();
      const first = page.getByRole("link", { name: /^Keep or erase/ }).first();
      await first.click();
      await page.getByRole("button", { name: "Keep it for longer" }).click();
      await expect(page.locator("#error-summary").getByRole("link")).toHaveCount(2);
      const year = new Date().getUTCFullYear() + 2;
      await page.getByLabel("Keep it until").fill(`4 March ${year}`);
      await page.getByLabel("Why do we still need it?").fill("The inquiry is not over");
      await page.getByRole("button", { name: "Keep it for longer" }).click();
      await expect(page.getByText("The record is kept for longer.")).toBeVisible();
      await expect(page.getByText(`Kept until 4 March ${year}`)).toBeVisible();
      await expect(page.getByText("The inquiry is not over")).toBeVisible();
    });
  });
}

test("a record is erased at once, after one more question", async ({ page }) => {
  const id = await asOwner(async (client) => {
    const { rows } = await client.query(
      `INSERT INTO activities (workspace_id, id, title, kind, starts_on) SELECT id, gen_random_uuid(), 'An old open day', 'welcome', '2015-05-01'
       FROM workspaces WHERE slug = 'riverside-refugee-forum' RETURNING id, workspace_id`,
    );
    await client.query(
      "INSERT INTO retention_reviews (workspace_id, id, activity_id, last_on, listed_at) VALUES ($1, $2, $2, '2015-05-01', now())",
      [rows[0].workspace_id, rows[0].id],
    );
    return rows[0].id as string;
  });
  await signInAs(page, "coordinator");
  await page.goto(`${SETTINGS}/retention/${id}`);
  await page.getByRole("link", { name: "Erase it now…" }).click();
  await expect(page.getByText("It cannot be brought back.")).toBeVisible();
  await page.getByRole("button", { name: "Erase it for good" }).click();
  await expect(page.getByText("The record is erased for good.")).toBeVisible();
  expect((await page.goto(`${RIVERSIDE}/activities/${id}`))?.status()).toBe(404);
});

test("two owners at once are shown both versions", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await page.goto(SETTINGS);
  await asOwner((client) =>
    client.query(
      "UPDATE workspaces SET name = 'Riverside Forum', version = version + 1, updated_at = now() WHERE slug = 'riverside-refugee-forum'",
    ),
  );
  await page.getByLabel("Name of our organisation").fill("The Riverside Forum");
  await save(page);
  await expect(page.locator("#error-summary")).toContainText("Somebody else changed this");
  await expect(page.getByLabel("Name of our organisation")).toHaveValue("The Riverside Forum");
  await expect(page.getByLabel("Name of our organisation")).toHaveAccessibleDescription(/Riverside Forum/);
  await save(page);
  await expect(page.getByText("The settings are saved.")).toBeVisible();
});

test("an editor does not see the settings", async ({ page }) => {
  await signInAs(page, "volunteer");
  for (const address of [SETTINGS, `${SETTINGS}/retention`, `${RIVERSIDE}/members`])
    expect((await page.goto(address))?.status()).toBe(404);
});

test("the settings fit a phone, in both directions", async ({ page, context, baseURL }) => {
  await page.setViewportSize(PHONE);
  await signInAs(page, "coordinator");
  for (const value of ["en", "ar"]) {
    await context.addCookies([{ name: "locale", value, url: baseURL ?? "" }]);
    await page.goto(SETTINGS);
    await expectNoSidewaysScroll(page);
  }
});
