import { expect, test } from "@playwright/test";
import { asOwner, DESKTOP, PHONE, RIVERSIDE, signInAs, unique, watch } from "./world";

// Looking up who asked: while typing, by keyboard alone, and with scripts off; and the pages of public bodies.

const FORM = `${RIVERSIDE}/consultations/new`;

test.beforeEach(async () => {
  await asOwner((client) => client.query("DELETE FROM drafts"));
});

test("the directory is searched while typing, and a name taken by keyboard brings its kind along", async ({
  page,
  context,
}) => {
  await page.setViewportSize(DESKTOP);
  const { problems } = watch(context);
  await signInAs(page, "coordinator");
  await page.goto(FORM);
  const field = page.getByRole("combobox", { name: "Who asked?" });
  await field.click();
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.pressSequentially("birmingam city", { delay: 30 });
  const first = page.getByRole("option").first();
  await expect(first).toContainText("Birmingham City Council");
  await expect(first).toContainText("Council · England");
  await expect(field).toHaveAttribute("aria-expanded", "true");

  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveValue("birmingam city");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  expect(await field.getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Birmingham City Council");
  await expect(page.getByRole("listbox")).toBeHidden();

  const title = unique("Found by typing");
  await page.getByLabel("What was it called?").fill(title);
  await page.getByLabel("First day").fill("4 March 2026");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const kind = await asOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT b.kind, b.directory_id FROM public_bodies b JOIN consultations c ON c.workspace_id = b.workspace_id AND c.public_body_id = b.id WHERE c.title = $1",
      [title],
    );
    return rows[0];
  });
  expect(kind).toEqual({ kind: "council", directory_id: "gss:E08000025" });
  expect(problems).toEqual([]);
});

test("a suggestion is taken by touch, the organisation's own first", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signInAs(page, "coordinator");
  await page.goto(FORM);
  const field = page.getByRole("combobox", { name: "Who asked?" });
  await field.pressSequentially("riverside", { delay: 30 });
  const own = page.getByRole("option").first();
  await expect(own).toContainText("Riverside Borough Council");
  await expect(own).toContainText("in your records");
  expect((await own.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await own.click();
  await expect(field).toHaveValue("Riverside Borough Council");
  await expect(field).toBeFocused();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a name is looked up on a page of its own", async ({ page }) => {
    await signInAs(page, "coordinator");
    await page.goto(FORM);
    // A plain text field, with the names known so far in the browser's own list.
    await expect(page.locator("#publicBody")).toHaveAttribute("list", "publicBody-known");
    const link = page.getByRole("link", { name: "Look it up in the directory" });
    await page.goto((await link.getAttribute("href")) ?? "");
    await page.getByLabel("Name, or part of it").fill("met polise");
    await page.getByRole("button", { name: "Look it up" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Metropolitan Police Service" })).toContainText(
      "Police · England",
    );
    await page.getByLabel("Name, or part of it").fill("no such body anywhere");
    await page.getByRole("button", { name: "Look it up" }).click();
    await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  });
});

test("a body's page leads from the dashboard to its history, and its name and kind can be changed", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await page.getByRole("link", { name: "By hours" }).click();
  const hours = page
    .getByRole("table", { name: /Public bodies/ })
    .getByRole("row")
    .nth(1);
  await expect(hours).toContainText("Riverside Borough Council");
  await page.getByRole("link", { name: "Northshire Police" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northshire Police" })).toBeVisible();
  await expect(page.getByText("too few to compare").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What they asked, latest first" })).toBeVisible();

  await page.getByRole("link", { name: "Change name or kind" }).click();
  await page.getByLabel("Name", { exact: true }).fill("riverside borough council");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#problems")).toContainText("already in use");
  await page.getByLabel("Name", { exact: true }).fill("Northshire Police Service");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northshire Police Service" })).toBeVisible();
  await expect(page.getByText("Saved.")).toBeVisible();
  await asOwner((client) =>
    client.query(
      "UPDATE public_bodies SET name = 'Northshire Police' WHERE name = 'Northshire Police Service'",
    ),
  );
});

test("each chart says in words what it shows, and its numbers stand in a table", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  const chart = page.getByRole("img", { name: /^Hours given by month/ });
  await expect(chart).toHaveCount(1);
  expect(await chart.locator("title").textContent()).toMatch(
    /^Hours given by month, \w+ \d{4} to \w+ \d{4}: .+ in all\. .+ led to action, .+ no action recorded/,
  );
  await page.getByText("As a table").click();
  const table = page.getByRole("table", { name: "Hours given by month" });
  await expect(table.getByRole("row").nth(1).getByRole("cell")).toHaveCount(5);
});
