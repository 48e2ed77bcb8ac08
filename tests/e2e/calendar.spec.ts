import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs } from "./world";

// A member gives their own calendar an address, and takes it away again.

const FEED = `${RIVERSIDE}/follow-ups/calendar`;
test.use({ viewport: PHONE });
test.afterEach(() => asOwner((client) => client.query("DELETE FROM calendar_feeds")));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an address is made, shown once, read by a calendar, replaced and stopped", async ({
    page,
    request,
  }) => {
    await signInAs(page, "volunteer");
    await page.goto(`${RIVERSIDE}/follow-ups`);
    await page.getByRole("link", { name: "Put these dates in your calendar" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "These dates in your own calendar" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Make my calendar address" }).click();
    const shown = page.locator("bdi", { hasText: "calendar.ics?token=" });
    await expect(shown).toBeVisible();
    await expectNoSidewaysScroll(page);
    const first = (await shown.textContent()) ?? "";
    await expect(page.getByRole("link", { name: "Open it in my calendar" })).toHaveAttribute(
      "href",
      first.replace("http:", "webcal:"),
    );
    const { pathname, search } = new URL(first);
    const calendar = await request.get(`${pathname}${search}`);
    expect(calendar.status()).toBe(200);
    expect(await calendar.text()).toContain("SUMMARY:Followthrough: an answer is due");
    await page.reload();
    await expect(page.getByText("Last read by a calendar")).toBeVisible();
    await page.getByRole("button", { name: "I have copied it" }).click();
    await expect(shown).toHaveCount(0);

    await page.getByRole("button", { name: "Replace it with a new one" }).click();
    const second = new URL((await shown.textContent()) ?? "");
    expect(second.search).not.toBe(search);
    expect((await request.get(`${pathname}${search}`)).status()).toBe(401);
    expect((await request.get(`${pathname}${second.search}`)).status()).toBe(200);
    await page.getByRole("button", { name: "Stop it" }).click();
    await expect(page.getByText("The address is stopped.")).toBeVisible();
    expect((await request.get(`${pathname}${second.search}`)).status()).toBe(401);
  });
});

test("its secret is never written into the server's log", async ({ page, request }) => {
  const log = process.env.SERVER_LOG;
  if (!log) throw new Error("SERVER_LOG names the file with what the server says; npm test sets it");
  await signInAs(page, "coordinator");
  await page.goto(FEED);
  await page.getByRole("button", { name: "Make my calendar address" }).click();
  const address = new URL(
    (await page.locator("bdi", { hasText: "calendar.ics?token=" }).textContent()) ?? "",
  );
  const secret = address.searchParams.get("token") ?? "";
  expect(secret).toHaveLength(43);
  for (const more of ["", "&body=7", "&token=x", "&%E0%A4%A"])
    await request.get(`${address.pathname}${address.search}${more}`);
  await request.post(`${address.pathname}${address.search}`, { data: "x" });
  await request.get(`${address.pathname.replace("riverside", "no-such")}${address.search}`);
  expect(readFileSync(log, "utf8")).not.toContain(secret);
});
