import { expect, test } from "@playwright/test";
import { isolated } from "@/lib/i18n/isolated";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, unique, watch } from "./world";

const name = () => unique("Invented Council").replace(",", "");

test("a public body is added, found by every organisation, revised and merged", async ({
  page,
  browser,
  context,
}) => {
  const seen = watch(context);
  await signInAs(page, "admin");
  await page.setViewportSize(PHONE);
  const [kept, gone] = [name(), name()];
  for (const one of [kept, gone]) {
    await page.goto("/admin/reference/bodies/new");
    await page.getByLabel("Name", { exact: true }).fill(one);
    await page.getByRole("button", { name: "Add a public body" }).click();
    await expect(page.locator("#error-summary")).toContainText("Country or nation");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(one);
    await page.getByLabel("Country or nation").fill("England");
    await page.getByRole("button", { name: "Add a public body" }).click();
    await expect(page.getByText("Added.")).toBeVisible();
    await expectNoSidewaysScroll(page);
  }

  const member = await (await browser.newContext()).newPage();
  await signInAs(member, "coordinator");
  await member.goto(`${RIVERSIDE}/bodies/search?q=${encodeURIComponent(gone)}`);
  await expect(member.getByText(gone).first()).toBeVisible();

  await page.getByRole("link", { name: "It is the same as another entry" }).click();
  await page.getByLabel("Which entry stays?").fill(kept);
  await page.getByLabel("Type the name of the entry that goes").fill("something else");
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page.locator("#error-summary")).toContainText("This is not its name");
  await page.getByLabel("Type the name of the entry that goes").fill(gone);
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page.getByText("Merged.")).toBeVisible();
  await expect(page.getByLabel("Other names")).toHaveValue(gone);
  await member.goto(`${RIVERSIDE}/bodies/search?q=${encodeURIComponent(gone)}`);
  await expect(member.getByText(kept).first()).toBeVisible();
  expect(seen.problems).toEqual([]);
});

test("whoever takes over owes what was promised before", async ({ page, browser }) => {
  const [earlier, later] = [name(), name()];
  await asOwner(async (client) => {
    for (const one of [earlier, later])
      await client.query(
        "INSERT INTO directory_bodies (id, name, aliases, names, kind, nation, code, by_hand) VALUES ($1, $2, '{}', ARRAY[lower($2)], 'council', 'England', '', true)",
        [`hand:${crypto.randomUUID()}`, one],
      );
    const { rows } = await client.query(
      "INSERT INTO public_bodies (workspace_id, id, name) SELECT id, gen_random_uuid(), $1 FROM workspaces WHERE slug = 'riverside-refugee-forum' RETURNING workspace_id, id",
      [earlier],
    );
    await client.query(
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on) VALUES ($1, gen_random_uuid(), 'Lights in the park', $2, '2024-02-01', '2024-02-01')",
      [rows[0].workspace_id, rows[0].id],
    );
  });
  await signInAs(page, "admin");
  await page.goto(`/admin/reference/bodies?q=${encodeURIComponent(earlier)}`);
  await page.getByRole("link", { name: earlier }).click();
  await page.getByRole("link", { name: "It ended, or another took over" }).click();
  await page.getByLabel("Its last day, or the day of the change").fill("1 April 2025");
  await page.getByLabel("Who took over?").fill(later);
  await page.getByRole("button", { name: "Record this" }).click();
  await expect(
    page.getByText("Recorded. One organisation").or(page.getByText("Recorded. 1 organisation")),
  ).toBeVisible();

  const member = await (await browser.newContext()).newPage();
  await signInAs(member, "coordinator");
  await member.goto(`${RIVERSIDE}/follow-ups?body=${encodeURIComponent(later)}`);
  await expect(member.getByText(`made by ${isolated(earlier)}`)).toBeVisible();
  await member.goto(`${RIVERSIDE}/bodies/search?q=${encodeURIComponent(later)}`);
  await member.getByRole("link", { name: later }).first().click();
  await expect(member.getByText("It took over from")).toBeVisible();
  await expect(member.getByText("One thing owed, made by an earlier body")).toBeVisible();
});

test("an hourly rate says where it comes from, and values the time given", async ({ page, browser }) => {
  await signInAs(page, "admin");
  await page.goto("/admin/reference/rates/new");
  await page.getByLabel("Country", { exact: true }).fill("Norway");
  await page.getByLabel("Currency").fill("NOK");
  await page.getByLabel("From", { exact: true }).fill("1 January 2026");
  await page.getByLabel("For an hour").fill("200");
  await page.getByLabel("Where it comes from").fill(unique("An invented floor"));
  await page.getByRole("button", { name: "Add a rate" }).click();
  await expect(page.locator("#error-summary")).toContainText("two letters");
  await page.getByLabel("Country", { exact: true }).fill("NO");
  await page.getByRole("button", { name: "Add a rate" }).click();
  await expect(page.getByText("Added.")).toBeVisible();
  await page.getByRole("link", { name: "NO, from 1 January 2026" }).click();
  await page.getByRole("button", { name: "Remove this rate" }).click();
  await expect(page.getByText("Removed.")).toBeVisible();

  const member = await (await browser.newContext()).newPage();
  await signInAs(member, "coordinator");
  await expect(member.getByText("value of the time given")).toBeVisible();
  await expect(member.getByText("An estimate, not wages")).toBeVisible();
});

test("a topic is renamed in both languages and retired", async ({ page, browser }) => {
  await signInAs(page, "admin");
  await page.goto("/admin/reference/topics/new");
  const topic = unique("Allotments").replace(",", "");
  await page.getByLabel("Name in English").fill(topic);
  await page.getByLabel("Name in Arabic").fill("حدائق");
  await page.getByRole("button", { name: "Add a topic" }).click();
  await expect(page.getByText("Added.")).toBeVisible();

  const member = await (await browser.newContext()).newPage();
  await signInAs(member, "coordinator");
  await member.goto(`${RIVERSIDE}/consultations/new`);
  await expect(member.getByLabel(topic)).toBeVisible();
  await member.context().addCookies([{ name: "locale", value: "ar", url: member.url() }]);
  await member.reload();
  await expect(member.getByLabel("حدائق").first()).toBeVisible();

  await page.getByRole("link", { name: topic }).click();
  await page.getByRole("button", { name: "Offer it no longer" }).click();
  await expect(page.getByText("It is no longer offered.")).toBeVisible();
  await member.reload();
  await expect(member.getByLabel("حدائق")).toHaveCount(0);
});
