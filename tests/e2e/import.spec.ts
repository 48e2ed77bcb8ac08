import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import {
  asOwner,
  DESKTOP,
  expectNoSidewaysScroll,
  firstRows,
  PHONE,
  REGISTER,
  signInAs,
  watch,
} from "./world";

// Bringing in a real register: 5,058 consultations of the Government of Canada.

/** A new organisation, owned by the demo's coordinator. */
async function newOrganisation(): Promise<string> {
  const slug = `newcomers-${randomUUID().slice(0, 8)}`;
  await asOwner(async (client) => {
    const id = randomUUID();
    await client.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'Newcomers Together')", [
      id,
      slug,
    ]);
    await client.query(
      "INSERT INTO memberships (workspace_id, user_id, role) SELECT $1, id, 'owner' FROM users WHERE email = 'coordinator@riverside.example'",
      [id],
    );
  });
  return `/w/${slug}`;
}

async function chooseAndRead(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByLabel("Your spreadsheet").setInputFiles(file);
  await page.getByRole("button", { name: "Read this file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Match the columns" })).toBeVisible();
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

test.describe("on a laptop", () => {
  test.use({ viewport: DESKTOP });

  test("an empty organisation is told what to do first, and brings in its register", async ({
    page,
    context,
  }) => {
    test.slow();
    const { problems } = watch(context);
    const home = await newOrganisation();
    await signInAs(page, "coordinator");
    await page.goto(home);
    await expect(
      page.getByRole("heading", { level: 1, name: /Start with one thing you were asked/ }),
    ).toBeVisible();
    await expectSound(page);

    await page.getByRole("main").getByRole("link", { name: "Bring in a spreadsheet" }).click();
    await chooseAndRead(page, REGISTER);
    await expectSound(page);

    await page.getByRole("button", { name: "See what will happen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "What will happen" })).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText("5,048", { exact: false }).first()).toBeVisible();
    await expect(page.getByText(/59 public bodies are named/)).toBeVisible();
    await expectSound(page);
    expect(await countConsultations(home)).toBe(0);

    await page
      .getByRole("button", { name: /Save|Bring in|Yes/ })
      .first()
      .click();
    await expect(page.getByText("5,048", { exact: false }).first()).toBeVisible({ timeout: 90_000 });
    await expect.poll(() => countConsultations(home), { timeout: 90_000 }).toBe(5048);

    const link = page.getByRole("link", { name: "Get these rows as a sheet" });
    const sheet = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(sheet.headers()["content-disposition"]).toContain("attachment");
    const refused: string[][] = parse(await sheet.text(), { bom: true });
    expect(refused).toHaveLength(11);
    expect(refused.flat()).toContain("C--202204");

    await page.goto(home);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      /[\d,]+ consultations need an answer/,
    );
    await expectSound(page);
    await page.goto(`${home}/consultations?q=accessibility+standards`);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectSound(page);
    expect(problems).toEqual([]);
  });
});

test.describe("on a phone without scripts", () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test("a few rows are brought in, and again change nothing", async ({ page }) => {
    const home = await newOrganisation();
    await signInAs(page, "coordinator");
    const file = { name: "register.csv", mimeType: "text/csv", buffer: Buffer.from(firstRows(4)) };
    for (const created of [true, false]) {
      await page.goto(`${home}/import`);
      await chooseAndRead(page, file);
      await page.getByRole("button", { name: "See what will happen" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "What will happen" })).toBeVisible();
      await expectNoSidewaysScroll(page);
      if (!created) {
        await expect(page.getByText("There is nothing to save.", { exact: false })).toBeVisible();
        break;
      }
      await page
        .getByRole("button", { name: /Save|Bring in|Yes/ })
        .first()
        .click();
      await expect.poll(() => countConsultations(home)).toBeGreaterThan(2);
    }
  });

  test("a file that is no table is said so, and nothing stays behind", async ({ page }) => {
    const home = await newOrganisation();
    await signInAs(page, "coordinator");
    await page.goto(`${home}/import`);
    await page.getByLabel("Your spreadsheet").setInputFiles({
      name: "photo.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    });
    await page.getByRole("button", { name: "Read this file" }).click();
    await expect(
      page.getByText("We could not read this file as a table.", { exact: false }).first(),
    ).toBeVisible();
    await page.goto(`${home}/import`);
    await expect(page.getByText("What you have brought in will be listed here.")).toBeVisible();
  });
});

async function countConsultations(home: string): Promise<number> {
  return asOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM consultations c JOIN workspaces w ON w.id = c.workspace_id WHERE '/w/' || w.slug = $1",
      [home],
    );
    return rows[0].n;
  });
}
