import { expect, test } from "@playwright/test";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, watch } from "./world";

const clear = () =>
  asOwner((client) =>
    client.query("UPDATE support_grants SET withdrawn_at = now() WHERE withdrawn_at IS NULL"),
  );
test.beforeEach(clear);
test.afterEach(clear);

test("an owner lets platform support look for an hour, every member sees it, and takes it back", async ({
  browser,
}) => {
  const owner = await (await browser.newContext({ viewport: PHONE })).newPage();
  const member = await (await browser.newContext()).newPage();
  const admin = await (await browser.newContext()).newPage();
  const seen = watch(owner.context());
  await signInAs(owner, "coordinator");
  await signInAs(member, "volunteer");
  await signInAs(admin, "admin");

  expect((await admin.goto(RIVERSIDE))?.status()).toBe(404);
  await admin.goto("/admin/support");
  await expect(admin.getByText("No organisation lets you in at the moment.")).toBeVisible();

  await owner.goto(`${RIVERSIDE}/settings/support`);
  await expect(owner.getByLabel("Look only")).toBeChecked();
  await owner.getByLabel("One hour").check();
  await owner.getByRole("button", { name: "Let platform support in" }).click();
  await expect(owner.getByText("Platform support can come in now.")).toBeVisible();
  await expectNoSidewaysScroll(owner);

  await member.goto(RIVERSIDE);
  await expect(member.getByText("Platform support may look at everything here until")).toBeVisible();
  await expect(member.getByRole("link", { name: "See who let them in" })).toHaveCount(0);

  await admin.goto("/admin/support");
  await admin.getByRole("link", { name: "Enter Riverside Refugee Forum" }).click();
  await expect(admin.getByText("You are here as platform support until")).toBeVisible();
  await expect(admin.getByRole("link", { name: "Log something" })).toHaveCount(0);
  for (const closed of ["/consultations/new", "/settings/support", "/members", "/audit", "/import"])
    expect((await admin.goto(`${RIVERSIDE}${closed}`))?.status(), closed).toBe(404);

  await owner.goto(`${RIVERSIDE}/audit`);
  await expect(owner.getByText("Platform support came in, to look only").first()).toBeVisible();
  await owner.goto(`${RIVERSIDE}/members`);
  await expect(owner.getByText("Platform admin")).toHaveCount(0);

  await owner.goto(`${RIVERSIDE}/settings/support`);
  await owner.getByRole("button", { name: "Take it back now" }).click();
  await expect(owner.getByText("Platform support can no longer come in.")).toBeVisible();
  expect((await admin.goto(RIVERSIDE))?.status()).toBe(404);
  await member.goto(RIVERSIDE);
  await expect(member.getByText("Platform support may look")).toHaveCount(0);
  expect(seen.problems).toEqual([]);
});

test("works in Arabic, and where it may change things says so", async ({ page, context, browser }) => {
  await signInAs(page, "coordinator");
  await context.addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  await page.goto(`${RIVERSIDE}/settings/support`);
  await page.getByLabel("الاطلاع والتغيير").check();
  await page.getByRole("button", { name: "السماح لدعم المنصة بالدخول" }).click();
  await expect(page.getByText("يمكن لدعم المنصة الاطلاع على كل شيء هنا وتغييره حتى")).toBeVisible();

  const admin = await (await browser.newContext()).newPage();
  await signInAs(admin, "admin");
  await admin.goto(`${RIVERSIDE}/consultations/new`);
  await expect(admin.getByText("You are here as platform support until")).toBeVisible();
  expect((await admin.goto(`${RIVERSIDE}/import`))?.status()).toBe(404);
});
