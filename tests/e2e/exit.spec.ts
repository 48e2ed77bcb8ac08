import { expect, type Page, test } from "@playwright/test";
import { ELSEWHERE, LEFT_COOKIE } from "@/lib/domain/exit";
import { asOwner, DESKTOP, RIVERSIDE, signInAs } from "./world";

// After exiting and after signing out, the Back button shows nothing of ours and nothing is kept in the browser.
// The ordinary site is played by this test: nothing is asked of the internet.

const ORDINARY = "An ordinary weather page";

async function playElsewhere(page: Page): Promise<void> {
  await page
    .context()
    .route(`${new URL(ELSEWHERE).origin}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<title>Weather</title><h1>${ORDINARY}</h1>` }),
    );
}

async function expectElsewhere(page: Page): Promise<void> {
  await expect(page).toHaveURL(ELSEWHERE);
  await expect(page.getByRole("heading", { name: ORDINARY })).toBeVisible();
}

/** Everything a page may leave in a browser, as this site's own scripts would find it. */
async function expectNothingKept(page: Page, base: string): Promise<void> {
  await page
    .context()
    .route(`${base}/nothing-here`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Looking</title>" }),
    );
  await page.goto(`${base}/nothing-here`);
  const kept = await page.evaluate(async () => ({
    caches: await caches.keys(),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie.split("; ").filter(Boolean),
  }));
  const empty = { caches: [], local: [], session: [], databases: [], workers: 0 };
  // The one mark says nothing but that somebody exited.
  const mark = kept.cookies.filter((cookie) => cookie === `${LEFT_COOKIE}=1`);
  expect(kept).toEqual({ ...empty, cookies: mark });
  // Whatever else is sent along, no script can read, and it names nobody.
  const others = (await page.context().cookies(base)).filter(({ name }) => name !== LEFT_COOKIE);
  expect(others.filter(({ httpOnly }) => !httpOnly)).toEqual([]);
  for (const { value } of others) expect(value).not.toMatch(/riverside|coordinator|amina|@/i);
}

/** Signs in and walks through three pages, softly and by whole loads. */
async function walkAround(page: Page): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await page.goto(`${RIVERSIDE}/consultations`);
  await page.getByRole("main").getByRole("link").filter({ hasText: /\w/ }).first().click();
  await page.goto(`${RIVERSIDE}/consultations?standing=flagged`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Presses Escape on a page whose scripts have come: before that its button is a plain link. */
async function pressEscape(page: Page, times: number): Promise<void> {
  await page.waitForFunction(() => {
    const [link] = document.querySelectorAll('[aria-describedby="exit-escape"]');
    return link && Object.keys(link).some((key) => key.startsWith("__reactProps"));
  });
  for (let i = 0; i < times; i++) await page.keyboard.press("Escape");
}

for (const way of ["button", "Escape"] as const) {
  test(`exiting by ${way}: Back shows nothing of ours, however often, and nothing is kept`, async ({
    page,
    baseURL,
  }) => {
    await playElsewhere(page);
    await walkAround(page);
    if (way === "button") await page.getByRole("link", { name: "Exit quickly" }).click();
    else await pressEscape(page, 3);
    await expectElsewhere(page);

    for (let times = 0; times < 3; times++) {
      await page.goBack().catch(() => null);
      await expectElsewhere(page);
    }
    await expectNothingKept(page, baseURL ?? "");

    // Opened on purpose, the page is there again: exiting ends no session.
    await page.goto(`${RIVERSIDE}/consultations`);
    await expect(page.getByRole("heading", { level: 1, name: "Consultations" })).toBeVisible();
    await page.goto(RIVERSIDE);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Consultations" })).toBeVisible();
  });
}

for (const way of ["exiting", "signing out"] as const) {
  test(`after ${way}, pages do not come back from the browser's own memory`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    // The tests' browser keeps no pages in memory unless it is asked to.
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    const page = await browser.newPage({ baseURL });
    await playElsewhere(page);
    await walkAround(page);
    if (way === "exiting") await pressEscape(page, 3);
    else await page.getByRole("button", { name: "Sign out", exact: true }).filter({ visible: true }).click();
    await expect(page.getByText(way === "exiting" ? ORDINARY : "You are signed out.")).toBeVisible();
    for (let times = 0; times < 2; times++) {
      await page.goBack().catch(() => null);
      await expect(page.getByText("Riverside Refugee Forum")).toHaveCount(0);
      expect(await page.content()).not.toContain("Riverside Refugee Forum");
    }
    await browser.close();
  });
}

test("twice is not enough, and says so", async ({ page }) => {
  await playElsewhere(page);
  await walkAround(page);
  await pressEscape(page, 1);
  await expect(page.getByRole("status").getByText("Press Escape 2 more times to exit.")).toBeVisible();
  await pressEscape(page, 1);
  await expect(page.getByText("Press Escape once more to exit.")).toBeVisible();
  await expect(page.getByText("Press Escape once more to exit.")).toBeHidden();
  await pressEscape(page, 1);
  await expect(page.getByText("Press Escape 2 more times to exit.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(RIVERSIDE));
});

test("Escape belongs to an open dialog first", async ({ page }) => {
  await playElsewhere(page);
  await walkAround(page);
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.showModal();
    dialog.addEventListener("cancel", (event) => event.preventDefault());
  });
  await pressEscape(page, 2);
  await expect(page.getByText(/more times? to exit|once more/)).toBeHidden();
});

test("the page is empty before the other site has answered", async ({ page }) => {
  await playElsewhere(page);
  await walkAround(page);
  const seen = page.waitForEvent("console", (message) => message.text().startsWith("left:"));
  await page.evaluate(() => {
    new MutationObserver(() => {
      console.info(`left:${document.title.trim()}:${document.body.textContent}`);
    }).observe(document.body, { childList: true });
  });
  await page.getByRole("link", { name: "Exit quickly" }).click();
  expect((await seen).text()).toBe("left::Exiting…");
});

test("what was being typed is kept for later", async ({ page }) => {
  await playElsewhere(page);
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await asOwner((client) => client.query("DELETE FROM drafts"));
  await page.goto(`${RIVERSIDE}/consultations/new`);
  await page
    .locator("main form textarea, main form input[type=text]")
    .first()
    .pressSequentially("Half a thou");
  await pressEscape(page, 3);
  await expectElsewhere(page);
  await expect
    .poll(() =>
      asOwner(async (client) => {
        const { rows } = await client.query("SELECT 1 FROM drafts WHERE payload::text LIKE '%Half a thou%'");
        return rows.length;
      }),
    )
    .toBe(1);
  await asOwner((client) => client.query("DELETE FROM drafts"));
});

test("pages for officers have the way out too", async ({ page }) => {
  await playElsewhere(page);
  await signInAs(page, "officer");
  await page.goto("/shared");
  await pressEscape(page, 3);
  await expectElsewhere(page);
  await page.goBack().catch(() => null);
  await expectElsewhere(page);
});

test("after signing out, Back asks to sign in and nothing is kept", async ({ page, baseURL }) => {
  await walkAround(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).filter({ visible: true }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  for (let times = 0; times < 2; times++) {
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(await page.content()).not.toContain("Riverside Refugee Forum");
  }
  await expectNothingKept(page, baseURL ?? "");
});

test("signing out tells the browser to clear what it holds, and obeys no other site", async ({ page }) => {
  await signInAs(page, "coordinator");
  const post = (from: string) =>
    page.request.post("/sign-out", { form: {}, headers: { "sec-fetch-site": from }, maxRedirects: 0 });
  expect((await post("cross-site")).status()).toBe(404);
  expect((await page.request.get(RIVERSIDE, { maxRedirects: 0 })).status()).toBe(200);
  const answer = await post("same-origin");
  expect(answer.status()).toBe(303);
  expect(answer.headers()["clear-site-data"]).toBe('"cache", "storage"');
  expect((await page.request.get(RIVERSIDE, { maxRedirects: 0 })).status()).toBe(307);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the way out is a plain link", async ({ page }) => {
    await signInAs(page, "coordinator");
    await expect(page.getByRole("link", { name: "Exit quickly" })).toHaveAttribute("href", ELSEWHERE);
  });
});
