import { expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, watch } from "./world";

// An owner's door: a view is made, looked at, released, opened by somebody else, and stopped.

const LIST = `${RIVERSIDE}/shares`;

// A language that was chosen goes with its person.
async function asFound(): Promise<void> {
  await asOwner((client) => client.query("DELETE FROM drafts; UPDATE users SET locale = NULL"));
}
test.beforeEach(asFound);
test.afterAll(asFound);

async function toRelease(page: Page): Promise<void> {
  await page.goto(LIST);
  await page.getByRole("link", { name: "Make a view" }).click();
  await page.getByLabel("Whoever has a link").check();
  await page.getByLabel("Ask for a passphrase too").check();
  await page.getByLabel("About which public body?").selectOption({ label: "Riverside Borough Council" });
  await page.getByRole("button", { name: "Look at what they will see" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look before you release" })).toBeVisible();
}

for (const size of [PHONE, DESKTOP]) {
  test(`a link with a passphrase is made, opened and stopped at ${size.width} px`, async ({
    page,
    context,
    browser,
  }) => {
    await page.setViewportSize(size);
    const { problems } = watch(context);
    await signInAs(page, "coordinator");
    await toRelease(page);
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole("heading", { name: "What they will not see, and why" })).toBeVisible();
    await expect(page.getByRole("region", { name: "What they will see" })).toContainText(
      "Riverside Borough Council",
    );

    // Not without the owner's word.
    await page.getByRole("button", { name: "Release the view" }).click();
    await expect(page.locator("#error-summary")).toContainText("Fill this in");
    await page.getByLabel("We have looked in our inbox").check();
    await page.getByLabel("I understand that anybody may come to read this").check();
    await page.getByRole("button", { name: "Release the view" }).click();

    await expect(page.getByText("Released. They can open it now.")).toBeVisible();
    const address = (await page.getByText(/\/shared\/[\w-]{43}$/).textContent()) ?? "";
    const passphrase = (await page.getByText(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/).textContent()) ?? "";
    await page.getByRole("button", { name: "I have copied it" }).click();
    await expect(page.getByText("Copy this now")).toBeHidden();
    await expect(page.getByText("Nobody has opened it yet.")).toBeVisible();
    const view = page.url();

    const stranger = await browser.newContext();
    const theirs = await stranger.newPage();
    await theirs.goto(new URL(address).pathname);
    await expect(theirs.getByText("Riverside Borough Council")).toHaveCount(0);
    await theirs.getByLabel(/passphrase/i).fill(passphrase.toUpperCase());
    await theirs.keyboard.press("Enter");
    await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Riverside Borough Council");

    await page.goto(view);
    await expect(page.getByText(/Opened once on 1 day/)).toBeVisible();
    await page.getByRole("button", { name: "Stop this view" }).click();
    await expect(page.getByText("Stopped. Nobody can open it any more.")).toBeVisible();
    expect((await theirs.goto(new URL(address).pathname))?.status()).toBe(404);
    await stranger.close();
    expect(problems).toEqual([]);
  });
}

test("with scripts off and in Arabic, a view for an officer is released and waits for them", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  await context.addCookies([{ name: "locale", value: "ar", url: baseURL ?? "" }]);
  const page = await context.newPage();
  await page.goto("/");
  await page.locator('form[action="/demo/coordinator"] button').click();
  await page.goto(`${LIST}/new`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.locator('input[name="audience"][value="officer"]').check();
  await page.locator("#officerEmail").fill("not an address");
  await page.getByRole("button", { name: "معاينة ما سيرونه" }).click();
  await expect(page.locator("#officerEmail")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#officerEmail")).toHaveValue("not an address");
  await page.locator("#officerEmail").fill("officer@council.example");
  await page.getByRole("button", { name: "معاينة ما سيرونه" }).click();
  await page.locator("#checked").check();
  await page.locator("#understood").check();
  await page.getByRole("button", { name: "إتاحة العرض" }).click();
  await expect(page.getByText("أُتيح العرض. يمكنهم فتحه الآن.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const officer = await browser.newContext();
  const theirs = await officer.newPage();
  await signInAs(theirs, "officer");
  await theirs.goto(`/shared/view/${id}`);
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await officer.close();
  await page.getByRole("button", { name: "إيقاف هذا العرض" }).click();
  await expect(page.getByText("أُوقف العرض. لم يعد يمكن لأحد فتحه.")).toBeVisible();
  await context.close();
});

test("an editor has no way to the views of officers", async ({ page }) => {
  await signInAs(page, "volunteer");
  await expect(page.getByRole("link", { name: "Views for officers" })).toHaveCount(0);
  expect((await page.goto(LIST))?.status()).toBe(404);
});
