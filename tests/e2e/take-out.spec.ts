import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { recordsOf, unpack } from "@/tests/factories/unpack";
import { asOwner, DESKTOP, expectNoSidewaysScroll, signInAs } from "./world";

// An owner takes everything out and brings it into another organisation, all of it without scripts.

test.use({ viewport: DESKTOP, javaScriptEnabled: false });

/** A new organisation, owned by the demo's coordinator. */
async function newOrganisation(state = "active"): Promise<string> {
  const slug = `newcomers-${randomUUID().slice(0, 8)}`;
  await asOwner(async (client) => {
    const id = randomUUID();
    await client.query(
      "INSERT INTO workspaces (id, slug, name, state, closing_on, erase_on) VALUES ($1, $2, 'Newcomers Together', $3, now(), now() + interval '30 days')",
      [id, slug, state],
    );
    await client.query(
      "INSERT INTO memberships (workspace_id, user_id, role) SELECT $1, id, 'owner' FROM users WHERE email = 'coordinator@riverside.example'",
      [id],
    );
  });
  return `/w/${slug}`;
}

/** The same with consultations of its own: those of the demo are also written by other tests, as no form would. */
async function recordedOrganisation(consultations: number): Promise<string> {
  const home = await newOrganisation();
  await asOwner((client) =>
    client.query(
      `WITH w AS (SELECT id FROM workspaces WHERE slug = $1),
         b AS (INSERT INTO public_bodies (workspace_id, id, name, kind) SELECT id, gen_random_uuid(), 'Invented Council', 'council' FROM w RETURNING id),
         s AS (UPDATE workspaces SET answer_days = 45 WHERE slug = $1),
         c AS (
           INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, participants, minutes_each)
           SELECT w.id, gen_random_uuid(), 'Meeting about housing ' || chr(64 + n), b.id, date '2025-03-01' + n, date '2025-03-01' + n, n, 60
           FROM w, b, generate_series(1, $2) n RETURNING workspace_id, id, starts_on)
       INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on)
       SELECT workspace_id, gen_random_uuid(), id, 'A meeting with tenants', starts_on FROM c`,
      [home.slice("/w/".length), consultations],
    ),
  );
  return home;
}

async function takeOut(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download everything" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^followthrough-[a-z0-9-]+-\d{4}-\d\d-\d\d\.zip$/);
  return readFile(await download.path());
}

test("everything is taken out and brought in, and the start page says the same", async ({ page }) => {
  test.slow();
  const [source, home] = [await recordedOrganisation(12), await newOrganisation()];
  await signInAs(page, "coordinator");
  await page.goto(`${source}/settings`);
  await page.getByRole("link", { name: "Take everything out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Take everything out" })).toBeVisible();
  const zip = await takeOut(page);
  const consultations = recordsOf(await unpack(zip), "consultations");
  expect(consultations).toHaveLength(12);

  await page.goto(`${home}/import`);
  await page
    .getByLabel("Your spreadsheet")
    .setInputFiles({ name: "everything.zip", mimeType: "application/zip", buffer: zip });
  await page.getByRole("button", { name: "Read this file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What will happen" })).toBeVisible({
    timeout: 20_000,
  });
  await expectNoSidewaysScroll(page);
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Consultations", exact: true }) });
  await expect(row.getByRole("cell").first()).toHaveText("12");
  await expect(page.getByText("so these come with it: time to answer.")).toBeVisible();
  await page.getByRole("button", { name: /^Save \d+ records$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your record is in" })).toBeVisible({
    timeout: 20_000,
  });
  await page.goto(`${home}/settings`);
  await expect(page.getByLabel("Time to answer", { exact: true })).toHaveValue("45");
  await page.goto(`${home}/consultations`);
  await expect(page.getByText("12 consultations")).toBeVisible();

  const [list] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Excel" }).click(),
  ]);
  expect(list.suggestedFilename()).toMatch(/\.xlsx$/);
});

test("while an organisation is closing its pages lead an owner to the way out", async ({ page }) => {
  const home = await newOrganisation("closing");
  await signInAs(page, "coordinator");
  await page.goto(home);
  await page.getByRole("link", { name: "take everything out" }).click();
  const files = await unpack(await takeOut(page));
  expect(recordsOf(files, "workspace")).toMatchObject([{ name: "Newcomers Together" }]);
  await page.goto(`${home}/audit`);
  await expect(page.getByText("took everything out as a file")).toBeVisible();
});
