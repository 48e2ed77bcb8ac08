import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { aWord } from "@/tests/factories/a-word";
import { sightings } from "@/tests/factories/files/canary";
import { aSignedPdf, aTalkativePdf } from "@/tests/factories/files/pdfs";
import { aPicture } from "@/tests/factories/files/pictures";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, watch } from "./world";

// A volunteer keeps a photo and a letter with a consultation, with and without scripts.

async function aConsultation(): Promise<string> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT r.consultation_id AS id FROM body_responses r JOIN workspaces w ON w.id = r.workspace_id
       WHERE w.slug = 'riverside-refugee-forum' ORDER BY r.consultation_id DESC LIMIT 1`,
    );
    return `${RIVERSIDE}/consultations/${rows[0]?.id}`;
  });
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

async function download(page: Page, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toBe(name);
  return readFile(await saved.path());
}

/** Milliseconds. The first file of a server waits for the libraries that clean it. */
const CLEANED = 30_000;

async function journey(browser: Browser, options: { viewport: typeof PHONE; javaScriptEnabled: boolean }) {
  const context = await browser.newContext(options);
  const seen = watch(context);
  const page = await context.newPage();
  const mark = `${options.javaScriptEnabled ? "with" : "without"} scripts ${aWord()}`;
  const letter = `Their letter ${mark}.pdf`;
  await signInAs(page, "volunteer");
  await page.goto(await aConsultation());
  await page.getByRole("link", { name: "Add a file" }).click();
  await expect(page.getByText("No lists of names, no faces")).toBeVisible();

  // What cannot be cleaned is told beside the field, and what was typed stays.
  await page.getByLabel("What to call it").fill(`Their letter ${mark}`);
  await page.getByLabel("What it belongs to").selectOption({ index: 1 });
  const chosen = await page.getByLabel("What it belongs to").inputValue();
  const file = (name: string, mimeType: string, buffer: Buffer) =>
    page.getByLabel("The file").setInputFiles({ name, mimeType, buffer });
  await file("signed.pdf", "application/pdf", aSignedPdf());
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(page.locator("#error-summary")).toContainText("This PDF is signed", { timeout: CLEANED });
  await expect(page.getByLabel("What to call it")).toHaveValue(`Their letter ${mark}`);
  await expect(page.getByLabel("What it belongs to")).toHaveValue(chosen);
  await expectNoSidewaysScroll(page);
  if (options.javaScriptEnabled) await expectSound(page);

  await file("letter of march.pdf", "application/pdf", await aTalkativePdf());
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(page.getByText("The file is added.")).toBeVisible({ timeout: CLEANED });
  const saved = await download(page, letter);
  expect(saved.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await sightings(saved)).toEqual([]);

  // A photo, under the name it has.
  await page.getByRole("link", { name: "Add a file" }).click();
  await file(`The step ${mark}.jpg`, "image/jpeg", await aPicture("jpeg"));
  await page.getByRole("button", { name: "Add this file" }).click();
  const photo = page.getByRole("region", { name: "Files" }).or(page.locator("#files")).first();
  await expect(photo.getByRole("link", { name: `The step ${mark}.jpg` })).toBeVisible({ timeout: CLEANED });
  const path = (await photo.getByRole("link", { name: `The step ${mark}.jpg` }).getAttribute("href")) ?? "";
  const answer = await page.request.get(path);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["x-content-type-options"]).toContain("nosniff");
  expect(answer.headers()["content-security-policy"]).toContain("sandbox; default-src 'none'");
  expect(await sightings(await answer.body())).toEqual([]);
  if (options.javaScriptEnabled) await expectSound(page);

  // Taken out, and put back.
  for (const name of [`The step ${mark}.jpg`, letter]) {
    await page.getByRole("button", { name: `Remove the file ${name}` }).click();
    await expect(page.getByText("The file is removed.")).toBeVisible();
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: letter })).toBeVisible();
  expect(await sightings(await download(page, letter))).toEqual([]);
  expect(seen.problems).toEqual([]);
  await context.close();
}

test("a volunteer keeps files with a consultation, on a phone", async ({ browser }) => {
  await journey(browser, { viewport: PHONE, javaScriptEnabled: true });
});

test("the same without scripts, on a laptop", async ({ browser }) => {
  await journey(browser, { viewport: DESKTOP, javaScriptEnabled: false });
});
