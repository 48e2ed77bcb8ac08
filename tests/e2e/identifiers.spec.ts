import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, unique } from "./world";

// What could show who a person is: found before it is saved, said in place, never blocking for good.

const NEW = `${RIVERSIDE}/consultations/new`;
const NOTES = "Ask Amina on 07700 900123 or amina@example.com.\nLast week she said no.";
const BOX = "Save it anyway: I have checked that it shows nobody";

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel("Who asked?").fill("Riverside Borough Council");
  await page.getByLabel("What was it called?").fill(title);
  await page.getByLabel("First day").fill("4 March 2026");
}

type Told = { detail: { event: string; fields: { field: string; kinds: string[] }[] } };

/** What the audit trail says was saved anyway, of the consultation of this title. */
async function acknowledged(title: string): Promise<Told[]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<Told>(
      `SELECT a.detail FROM audit_events a JOIN consultations c ON c.id = a.subject_id
       WHERE a.kind = 'identifiers.acknowledged' AND c.title = $1`,
      [title],
    );
    return rows;
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: PHONE });
    test.beforeEach(() => asOwner((client) => client.query("DELETE FROM drafts")));

    test("a telephone number and an address are named in place, and saved only in a second step", async ({
      page,
    }) => {
      const title = unique("Interpreters");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await expect(page.getByLabel(BOX)).toHaveCount(0);
      await fillIn(page, title);
      const notes = page.getByLabel("Notes (optional)");
      await notes.fill(NOTES);
      await page.getByLabel("Who decides, and when?").fill("Rita, DOB 4 March 1987");
      await page.getByRole("button", { name: "Save this consultation" }).click();

      const summary = page.locator("#error-summary");
      await expect(summary.getByRole("link")).toHaveCount(2);
      await expect(notes).toHaveAccessibleDescription(/looks like an e-mail address and a phone number/);
      await expect(page.getByLabel("Who decides, and when?")).toHaveAccessibleDescription(/a date of birth/);
      await expect(notes).toHaveValue(NOTES);
      await summary.getByRole("link", { name: /^Notes/ }).click();
      await expect(notes).toBeFocused();
      await expectNoSidewaysScroll(page);
      // The checker itself needs scripts.
      if (javaScriptEnabled) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }

      // Taking one of them out and leaving the box alone: the other one is still asked about.
      await page.getByLabel("Who decides, and when?").fill("the housing committee");
      await expect(page.getByLabel(BOX)).not.toBeChecked();
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(summary.getByRole("link")).toHaveCount(1);
      await expect(notes).toHaveValue(NOTES);

      await page.getByLabel(BOX).check();
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const told = await acknowledged(title);
      expect(told).toEqual([
        {
          detail: {
            event: "consultation.logged",
            fields: [{ field: "notes", kinds: ["phone", "email"] }],
          },
        },
      ]);

      // The record says it already: changing something else asks nothing.
      await page.goto(`${new URL(page.url()).pathname}/edit`);
      await page.getByLabel("How many people took part?").fill("12");
      await page.getByRole("button", { name: "Save the changes" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await acknowledged(title)).toHaveLength(1);
    });

    test("a box ticked for one thing does not let another one through", async ({ page }) => {
      const title = unique("Two things");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByLabel("Notes (optional)").fill("Ring 07700 900123");
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await page.getByLabel(BOX).check();
      await page.getByLabel("What did they want to know?").fill("Write to amina@example.com");
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.locator("#error-summary").getByRole("link")).toHaveCount(1);
      await expect(page.getByLabel(BOX)).not.toBeChecked();
      await page.getByLabel(BOX).check();
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    });

    test("an answer and a promise are looked at too", async ({ page }) => {
      const title = unique("An answer");
      await signInAs(page, "volunteer");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const path = new URL(page.url()).pathname;

      await page.goto(`${path}/answer`);
      await page.getByLabel("What they found out").check();
      const summary = page.locator("textarea[name=summary]");
      await summary.fill("They gave NI number AB 12 34 56 C");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(summary).toHaveAccessibleDescription(/a National Insurance number/);
      await summary.fill("They will hire interpreters");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByText("They will hire interpreters")).toBeVisible();

      await page.goto(`${path}/promise`);
      await page.locator("input[name=title]").fill("Ring Amina, 07700 900123");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.locator("input[name=title]")).toHaveAccessibleDescription(/a phone number/);
      await page.getByLabel(BOX).check();
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByText(/Ring Amina/).first()).toBeVisible();
    });

    test("the one screen for what happened just now looks too", async ({ page }) => {
      await signInAs(page, "volunteer");
      await page.goto(`${RIVERSIDE}/log`);
      const promise = page.locator("[name=promise]");
      await promise.fill("Rita said: ring 07700 900123");
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(promise).toHaveAccessibleDescription(/a phone number/);
      await expect(promise).toHaveValue("Rita said: ring 07700 900123");
      await expect(page.getByLabel(BOX)).not.toBeChecked();
    });

    test("rows of a spreadsheet wait until somebody has looked at them", async ({ page }) => {
      const rows =
        "A1,Parks,Hill Council,2025-01-01,2025-01-02,quiet\nA2,Pools,Hill Council,2025-01-01,2025-01-02,";
      const text = `Reference,Title,Who asked,Start date,End date,Notes\n${rows}ring 07700 900123\n`;
      await signInAs(page, "coordinator");
      await page.goto(`${RIVERSIDE}/import`);
      const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
      await page.getByLabel("Your spreadsheet").setInputFiles(file);
      await page.getByRole("button", { name: "Read this file" }).click();
      await page.getByRole("button", { name: "See what will happen" }).click();
      // Without scripts, "Look again" is the reader's to press.
      const preview = page.getByRole("heading", { level: 1, name: "What will happen" });
      const look = async () => {
        await expect(async () => {
          if (!(await preview.isVisible())) await page.goto(page.url());
          await expect(preview).toBeVisible({ timeout: 1000 });
        }).toPass({ timeout: 20_000 });
      };
      await look();
      await expect(page.getByText("Notes: this looks like a phone number.")).toBeVisible();
      await page.getByLabel("Take this row too: I have checked that it shows nobody").check();
      await page.getByRole("button", { name: "Take it too" }).click();
      await look();
      await expect(page.getByText("You have checked these rows, so they are taken too.")).toBeVisible();
      await page.getByRole("button", { name: "Hold them back again" }).click();
      await look();
      await expect(page.getByText("Notes: this looks like a phone number.")).toBeVisible();
    });

    test("what was asked before saying yes stands with the consultation", async ({ page }) => {
      const title = unique("Before we agreed");
      await signInAs(page, "coordinator");
      await page.goto(NEW);
      await fillIn(page, title);
      await page.getByLabel("The day they asked us").fill("1 February 2026");
      await page.getByLabel("What can still change?").fill("The opening hours, not the building.");
      await page.getByLabel("Who decides, and when?").fill("The housing committee, in June");
      await page.getByLabel("What money or staff stand behind it?").fill("One officer, two days a week");
      await page.getByLabel("When and how will people hear back?").fill("At our meeting in July");
      const paid = page.getByRole("group", { name: "What do they pay for?" });
      await paid.getByLabel("Travel").check();
      await paid.getByLabel("Childcare").check();
      const came = page.getByRole("group", { name: "Have they come to one of our events first?" });
      await came.getByLabel("No", { exact: true }).check();
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      for (const words of [
        "The opening hours, not the building.",
        "The housing committee, in June",
        "One officer, two days a week",
        "At our meeting in July",
        "Travel, Childcare",
        "They had not come to any of our events before.",
      ])
        await expect(page.getByText(words)).toBeVisible();

      await page.goto(`${new URL(page.url()).pathname}/edit`);
      await expect(paid.getByLabel("Travel")).toBeChecked();
      await expect(paid.getByLabel("Interpreting")).not.toBeChecked();
      await expect(came.getByLabel("No", { exact: true })).toBeChecked();
      await paid.getByLabel("Travel").uncheck();
      await paid.getByLabel("Childcare").uncheck();
      await page.getByRole("button", { name: "Save the changes" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText("Travel, Childcare")).toHaveCount(0);
    });
  });
}
