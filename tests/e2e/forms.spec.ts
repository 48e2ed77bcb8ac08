import { expect, type Page, test } from "@playwright/test";
import { asOwner, RIVERSIDE, signInAs, unique } from "./world";

// Nothing typed is lost: not to a mistake, a second press, the back button, a colleague, or a session that ran out.

const NEW = `${RIVERSIDE}/consultations/new`;

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel("Who asked?").fill("Riverside Borough Council");
  await page.getByLabel("What was it called?").fill(title);
  await page.getByLabel("First day").fill("4 March 2026");
}

async function countOf(title: string): Promise<number> {
  return asOwner(async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS n FROM consultations WHERE title = $1", [
      title,
    ]);
    return rows[0].n;
  });
}

async function forgetDrafts(): Promise<void> {
  await asOwner((client) => client.query("DELETE FROM drafts"));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(forgetDrafts);

    test("mistakes are said beside their fields and on top, and everything typed stays", async ({ page }) => {
      const title = unique("Mistakes");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByLabel("Last day").fill("1 March 2026");
      await page.getByLabel("How many people took part?").fill("a few");
      await page.getByLabel("Web address").fill("not an address");
      await page.getByRole("button", { name: "Save this consultation" }).click();

      const summary = page.locator("#error-summary");
      await expect(summary).toBeVisible();
      await expect(summary.getByRole("link")).toHaveCount(3);
      await expect(page.getByLabel("What was it called?")).toHaveValue(title);
      await expect(page.getByLabel("Last day")).toHaveValue("1 March 2026");
      await expect(page.getByLabel("How many people took part?")).toHaveValue("a few");
      await expect(page.getByLabel("Last day")).toHaveAccessibleDescription(/before/i);
      await expect(page.getByLabel("Web address")).toHaveAttribute("aria-invalid", "true");
      expect(await countOf(title)).toBe(0);

      await page.getByLabel("Last day").fill("9 March 2026");
      await page.getByLabel("How many people took part?").fill("12");
      await page.getByLabel("Web address").fill("");
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await countOf(title)).toBe(1);
    });

    test("the required fields are said when the form is sent empty", async ({ page }) => {
      await signInAs(page, "volunteer");
      await page.goto(NEW);
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.locator("#error-summary").getByRole("link")).toHaveCount(3);
    });

    test("a session that ran out loses nothing", async ({ page }) => {
      const title = unique("The session ran out");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await asOwner((client) =>
        client.query(
          "UPDATE sessions SET expires = now() + interval '3 days' WHERE user_id = (SELECT id FROM users WHERE email = 'coordinator@riverside.example')",
        ),
      );
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      expect(await countOf(title)).toBe(0);

      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await expect(page.getByLabel("What was it called?")).toHaveValue(title);
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    });

    test("two people changing one record see both versions", async ({ page, browser }) => {
      const title = unique("Two editors");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const address = `${new URL(page.url()).pathname}/edit`;
      await page.goto(address);

      const other = await browser.newContext({ javaScriptEnabled });
      const theirs = await other.newPage();
      await signInAs(theirs, "volunteer");
      await theirs.goto(address);
      await theirs.getByLabel("How many people took part?").fill("30");
      await theirs.getByRole("button", { name: "Save the changes" }).click();
      await expect(theirs.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await other.close();

      await page.getByLabel("How many people took part?").fill("25");
      await page.getByRole("button", { name: "Save the changes" }).click();
      await expect(page.locator("#error-summary, [role=alert]").first()).toBeVisible();
      await expect(page.getByText("Joseph").first()).toBeVisible();
      await expect(page.getByText(/\b30\b/).first()).toBeVisible();
      await expect(page.getByLabel("How many people took part?")).toHaveValue("25");
      await page.getByRole("button", { name: "Save the changes" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText("25", { exact: true }).first()).toBeVisible();
    });

    test("going back and saving again makes no second record", async ({ page }) => {
      const title = unique("Back button");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.goBack();
      await page.getByLabel("What was it called?").fill(title);
      await page.getByLabel("Who asked?").fill("Riverside Borough Council");
      await page.getByLabel("First day").fill("4 March 2026");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await countOf(title)).toBeLessThanOrEqual(2);
    });
  });
}

test("pressing the button twice makes one record", async ({ page }) => {
  await forgetDrafts();
  const title = unique("Pressed twice");
  await signInAs(page, "coordinator");
  await page.goto(NEW);
  await fillIn(page, title);
  // Two real submits of one form, as a shaky hand on a slow connection sends them.
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form:has([name=title])");
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await countOf(title)).toBe(1);
});

function keptAsDraft(page: Page) {
  return page.waitForResponse((response) => response.url().endsWith("/drafts") && response.status() === 204);
}

/** It stands in the form when one comes back, until one starts again. */
async function expectKept(page: Page, title: string): Promise<void> {
  await page.goto(RIVERSIDE);
  await page.goto(NEW);
  await expect(page.getByLabel("What was it called?")).toHaveValue(title);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("What was it called?")).toHaveValue("");
}

test("what is typed before the scripts of a page come is kept too", async ({ page }) => {
  await forgetDrafts();
  const title = unique("Typed early");
  await signInAs(page, "volunteer");
  let come = () => {};
  const scripts = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto(NEW, { waitUntil: "commit" });
  const kept = keptAsDraft(page);
  await page.getByLabel("What was it called?").fill(title);
  come();
  await kept;
  await expectKept(page, title);
});

test("a form that is only looked at is not kept", async ({ page }) => {
  await forgetDrafts();
  await signInAs(page, "volunteer");
  for (const path of [NEW, `${RIVERSIDE}/activities/new`, `${RIVERSIDE}/log`]) {
    await page.goto(path);
    // Its scripts have come: it would be kept on leaving.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main form") ?? {}).some((key) => key.startsWith("__reactProps")),
    );
    await page.goto(RIVERSIDE);
  }
  const drafts = await asOwner(async (client) => (await client.query("SELECT FROM drafts")).rowCount);
  expect(drafts).toBe(0);
});

test("what is typed and not saved is kept as one goes", async ({ page }) => {
  await forgetDrafts();
  const title = unique("Kept as I went");
  await signInAs(page, "volunteer");
  await page.goto(NEW);
  const kept = keptAsDraft(page);
  await page.getByLabel("What was it called?").fill(title);
  await kept;
  await expectKept(page, title);
});
