import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, unique } from "./world";

// A consultation from a pasted link, and an answer that was seen on a body's page. No test asks a site outside of this
// machine: what real pages say is tried in tests/integration/linked.test.ts.

test.use({ viewport: PHONE });

/** A finished consultation of the demo's organisation, with what its page says came of it. */
async function anOutcome(title: string, summary: string): Promise<string> {
  const id = randomUUID();
  await asOwner(async (client) => {
    await client.query(
      `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, source_url)
       SELECT b.workspace_id, $1, $2, b.id, '2026-01-05', '2026-02-15', 'https://consultations.northfield.example/parks/play/'
       FROM public_bodies b JOIN workspaces w ON w.id = b.workspace_id WHERE w.slug = 'riverside-refugee-forum' ORDER BY b.id LIMIT 1`,
      [id, title],
    );
    await client.query(
      `INSERT INTO answer_proposals (workspace_id, id, consultation_id, fingerprint, kind, received_on, summary, source_url)
       SELECT workspace_id, $2, id, 'seen', 'findings', '2026-03-03', $3, source_url FROM consultations WHERE id = $1`,
      [id, randomUUID(), summary],
    );
  });
  return id;
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an address that leads nowhere is kept, and said so in plain words", async ({ page }) => {
    await signInAs(page, "volunteer");
    await page.goto(`${RIVERSIDE}/log`);
    await page.getByRole("link", { name: "Paste it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Start from a link" })).toBeVisible();
    const field = page.getByLabel("Address of the page");
    await field.fill("our housing plan");
    await page.getByRole("button", { name: "Read this page" }).click();
    await expect(page.getByText("We cannot read this address.").first()).toBeVisible();
    await expect(field).toHaveValue("our housing plan");
    await expectNoSidewaysScroll(page);
    // A name that can never be anybody's.
    await field.fill("https://consultations.northfield.invalid/parks/play-areas/");
    await page.getByRole("button", { name: "Read this page" }).click();
    await expect(page.getByText("We could not reach this site.").first()).toBeVisible();
    await expect(field).toHaveValue("https://consultations.northfield.invalid/parks/play-areas/");
    await page.getByRole("button", { name: "Start again" }).click();
    await expect(field).toHaveValue("");
  });

  test("one that is in the record already leads to its consultation", async ({ page }) => {
    const title = unique("Play areas");
    const id = await anOutcome(title, "More swings.");
    const address = `https://consultations.northfield.example/parks/${id}/`;
    await asOwner((client) =>
      client.query("UPDATE consultations SET source_url = $2 WHERE id = $1", [id, address]),
    );
    await signInAs(page, "volunteer");
    await page.goto(`${RIVERSIDE}/consultations/link`);
    await page.getByLabel("Address of the page").fill(`${address}consult_view`);
    await page.getByRole("button", { name: "Read this page" }).click();
    await page.getByRole("link", { name: `Open “${title}”` }).click();
    await expect(page).toHaveURL(`${RIVERSIDE}/consultations/${id}`);
    await asOwner((client) => client.query("DELETE FROM drafts WHERE form = 'link:new'"));
  });

  test("what looks like an answer is dismissed, brought back, checked and recorded", async ({ page }) => {
    const title = unique("Play areas");
    const id = await anOutcome(title, "<b>We</b> heard you.\n- More swings");
    await signInAs(page, "volunteer");
    await page.goto(RIVERSIDE);
    await page.getByRole("link", { name: `Have they answered “${title}”?` }).click();
    await expect(
      page.getByRole("heading", { name: "It looks as if they answered on 3 March 2026" }),
    ).toBeVisible();
    // Their words, and nothing but words.
    await expect(page.getByRole("blockquote")).toHaveText("<b>We</b> heard you.\n- More swings");
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "This is not an answer" }).click();
    await expect(page.getByText("Noted: this is no answer.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Record this answer" }).click();
    await expect(page.getByText("Filled in from their page.")).toBeVisible();
    await expect(page.getByRole("radio", { name: /^What they found out/ })).toBeChecked();
    await page.getByRole("button", { name: "Save this answer" }).click();
    await expect(page.getByText("The answer is recorded.")).toBeVisible();
    await expect(page.getByRole("heading", { name: /It looks as if/ })).toHaveCount(0);
    await asOwner((client) => client.query("DELETE FROM consultations WHERE id = $1", [id]));
  });
});

test("a form that a page filled in says so, and that nothing is saved", async ({ page }) => {
  const id = randomUUID();
  const values = {
    id: [id],
    sessions: ["1"],
    title: [unique("Play areas")],
    publicBody: ["Northfield Council"],
    startsOn: ["2026-01-05"],
    sourceUrl: ["https://consultations.northfield.example/parks/play/"],
  };
  await asOwner((client) =>
    client.query(
      `INSERT INTO drafts (workspace_id, user_id, form, payload)
       SELECT w.id, u.id, $1, $2 FROM workspaces w, users u
       WHERE w.slug = 'riverside-refugee-forum' AND u.email = 'volunteer@riverside.example'`,
      [`consultation:new:${id}`, JSON.stringify({ values, errors: [], code: "filled" })],
    ),
  );
  await signInAs(page, "volunteer");
  await page.goto(`${RIVERSIDE}/consultations/new?begun=${id}&from=citizen_space`);
  await expect(page.getByText("Filled in from their consultation site. Nothing is saved yet.")).toBeVisible();
  await expect(page.getByText("The page gives no date for an answer.")).toBeVisible();
  await expect(page.getByText("We kept what you typed")).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Start with an empty form" }).click();
  await expect(page.getByText("Nothing is saved yet.")).toHaveCount(0);
});
