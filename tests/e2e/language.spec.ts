import { expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs } from "./world";

// The language: by visit for strangers, by person for those who are signed in, with and without scripts.

const EMAIL = "coordinator@riverside.example";

test.afterEach(() => asOwner((client) => client.query("UPDATE users SET locale = NULL")));

function storedLanguage(): Promise<string | null> {
  return asOwner(async (client) => {
    const { rows } = await client.query("SELECT locale FROM users WHERE email = $1", [EMAIL]);
    return rows[0].locale;
  });
}

async function expectArabic(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a stranger changes the language for the visit and stays on the page", async ({ page }) => {
      await page.goto("/sign-in?next=%2Fw%2Friverside-refugee-forum");
      await page.getByRole("button", { name: "العربية" }).click();
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await expectArabic(page);
      await expect(page.getByRole("heading", { level: 1, name: "تسجيل الدخول" })).toBeVisible();
      const cookie = (await page.context().cookies()).find(({ name }) => name === "locale");
      expect(cookie).toMatchObject({ value: "ar", expires: -1, httpOnly: true });
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    });

    test("somebody signed in keeps their language, on another device too", async ({ page, browser }) => {
      await page.setViewportSize(DESKTOP);
      await signInAs(page, "coordinator");
      await page.goto(`${RIVERSIDE}/consultations?standing=flagged`);
      await page.getByRole("button", { name: "العربية" }).filter({ visible: true }).click();
      await expect(page).toHaveURL(/consultations\?standing=flagged$/);
      await expectArabic(page);
      await expect(page.getByRole("heading", { level: 1, name: "الاستشارات" })).toBeVisible();
      expect(await storedLanguage()).toBe("ar");

      const phone = await browser.newContext({ viewport: PHONE, javaScriptEnabled });
      const other = await phone.newPage();
      await signInAs(other, "coordinator");
      await expectArabic(other);
      await expectNoSidewaysScroll(other);
      await phone.close();
    });
  });
}

test("whoever came in Arabic and has chosen nothing before keeps it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "العربية" }).click();
  await page.getByRole("button", { name: "التجربة كمنسّقة" }).click();
  await page.waitForURL(new RegExp(RIVERSIDE));
  await expectArabic(page);
  expect(await storedLanguage()).toBe("ar");
});

test("the language of a browser is spoken without being asked", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "ar-SY", baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expectArabic(page);
  await context.close();
});

test("signing out says goodbye in the same language, for the visit alone", async ({ page }) => {
  await signInAs(page, "coordinator");
  await page.goto("/account");
  await page.getByRole("button", { name: "العربية" }).first().click();
  await expectArabic(page);
  await page.getByRole("button", { name: "تسجيل الخروج", exact: true }).click();
  await expect(page.getByText("تم تسجيل خروجكم.")).toBeVisible();
  const cookie = (await page.context().cookies()).find(({ name }) => name === "locale");
  expect(cookie?.expires).toBe(-1);
});

test("a date written in Arabic is read, and shown as it was written", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await page.goto("/account");
  await page.getByRole("button", { name: "العربية" }).first().click();
  await asOwner((client) => client.query("DELETE FROM drafts"));
  await page.goto(`${RIVERSIDE}/consultations/new`);
  const form = page.getByRole("main").locator("form").last();
  await form.locator('[name="startsOn"]').fill("٤ آذار ٢٠٢٦");
  await form.locator('[name="title"]').fill("");
  await form.locator('button[type="submit"]').first().click();
  await expect(page.locator("#problems")).toBeVisible();
  await expect(page.locator('[name="startsOn"]')).toHaveValue("٤ آذار ٢٠٢٦");
  await expect(page.locator("#problems").getByRole("link", { name: /اليوم الأول/ })).toHaveCount(0);
  await asOwner((client) => client.query("DELETE FROM drafts"));
});

test("another site cannot change it", async ({ page }) => {
  const answer = await page.request.post("/language", {
    form: { language: "ar" },
    headers: { "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(404);
  const unknown = await page.request.post("/language", { form: { language: "xx" }, maxRedirects: 0 });
  expect(unknown.status()).toBe(404);
});
