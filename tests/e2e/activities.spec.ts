import { expect, type Page, test } from "@playwright/test";
import { isolated } from "@/lib/i18n/isolated";
import {
  asOwner,
  DESKTOP,
  expectNoSidewaysScroll,
  HARBOUR,
  PHONE,
  RIVERSIDE,
  signInAs,
  unique,
  watch,
} from "./world";

// Activities and what is owed, as a volunteer uses them: on a phone and a laptop, with scripts and without.

async function fillIn(page: Page, title: string): Promise<void> {
  await page.goto(`${RIVERSIDE}/activities/new`);
  await page.getByLabel("What was it called?").fill(title);
  await page.getByLabel("Kind", { exact: true }).selectOption({ label: "Welcome event" });
  await page.getByLabel("Day", { exact: true }).fill("4 March 2026");
  await page.getByLabel("Where was it?").fill("The hall, Mill Lane, LS1 4AP");
  await page.getByLabel("Which public body?").fill("Riverside Borough Council");
  await page.getByLabel("Members: how many?").fill("14");
  await page.getByText("What did they bring?").first().click();
  await page.getByRole("group", { name: "Members: what they brought" }).getByLabel("Experience").check();
  await page.getByLabel("Role 1").fill("Head of housing");
  await page.getByLabel("Less isolation").check();
}

async function countOf(title: string): Promise<number> {
  return asOwner(async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS n FROM activities WHERE title = $1", [
      title,
    ]);
    return rows[0].n;
  });
}

test.beforeEach(() => asOwner((client) => client.query("DELETE FROM drafts")).then(() => undefined));

for (const [screen, viewport] of [
  ["phone", PHONE],
  ["laptop", DESKTOP],
] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`on a ${screen}, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ viewport, javaScriptEnabled });

      test("an activity is logged, a promise made there is kept track of, and all of it can be undone", async ({
        page,
        context,
      }) => {
        const { problems } = watch(context);
        const title = unique("Open day");
        await signInAs(page, "volunteer");
        await fillIn(page, title);
        await page.getByRole("button", { name: "Save this activity" }).click();

        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(page.getByText("The activity is logged.")).toBeVisible();
        await expect(page.getByText("14 people in all")).toBeVisible();
        await expect(page.getByText("Brought: Experience")).toBeVisible();
        await expect(page.getByText("Head of housing")).toBeVisible();
        await expectNoSidewaysScroll(page);

        await page.getByRole("link", { name: "Record a promise made here" }).click();
        await page.getByLabel("What will be done?").fill(`Drop-in after ${title}`);
        await page.getByLabel("When was it promised?").fill("4 March 2026");
        await page.getByLabel("By when?").fill("1 April 2026");
        await page.getByRole("button", { name: "Save this follow-up" }).click();
        await expect(page.getByText(`Drop-in after ${title}`)).toBeVisible();
        await expect(page.getByText("Late", { exact: true })).toBeVisible();

        await page.goto(`${RIVERSIDE}/follow-ups?state=late`);
        const entry = page.getByRole("listitem").filter({ hasText: `Drop-in after ${title}` });
        await expect(entry).toContainText(`Promised at “${isolated(title)}”`);
        await expect(entry).toContainText("they gave this date");
        await expectNoSidewaysScroll(page);
        await entry.getByRole("heading").getByRole("link").click();

        await page.getByRole("button", { name: "Remove this activity" }).click();
        await expect(page.getByText("The activity is removed")).toBeVisible();
        expect(await countOf(title)).toBe(0);
        await page.getByRole("button", { name: "Undo" }).click();
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(page.getByText(`Drop-in after ${title}`)).toBeVisible();
        expect(problems).toEqual([]);
      });

      test("mistakes are said and nothing typed is lost", async ({ page }) => {
        const title = unique("Mistakes");
        await signInAs(page, "coordinator");
        await fillIn(page, title);
        await page.getByLabel("Last day").fill("1 March 2026");
        await page.getByLabel("Office 1").fill("Housing");
        await page.getByLabel("How long did it last?").fill("long");
        await page.getByRole("button", { name: "Save this activity" }).click();
        await expect(page.locator("#error-summary").getByRole("link")).not.toHaveCount(0);
        await expect(page.getByLabel("What was it called?")).toHaveValue(title);
        await expect(page.getByLabel("How long did it last?")).toHaveAttribute("aria-invalid", "true");
        await expect(
          page.getByRole("group", { name: "Members: what they brought" }).getByLabel("Experience"),
        ).toBeChecked();
        await page.getByLabel("How long did it last?").fill("2.5");
        await page.getByRole("button", { name: "Save this activity" }).click();
        await expect(page.getByLabel("Last day")).toHaveAccessibleDescription(/before/i);
        await page.getByLabel("Last day").fill("");
        await page.getByRole("button", { name: "Save this activity" }).click();
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        expect(await countOf(title)).toBe(1);
      });

      test("our people are told of an answer, and that can be taken back", async ({ page }) => {
        await asOwner((client) =>
          client.query(
            `UPDATE body_responses SET told_people_on = NULL WHERE id = (SELECT r.id FROM body_responses r JOIN workspaces w ON w.id = r.workspace_id
             WHERE w.slug = 'riverside-refugee-forum' AND r.kind = 'decision' ORDER BY r.received_on LIMIT 1)`,
          ),
        );
        await signInAs(page, "volunteer");
        await page.goto(`${RIVERSIDE}/follow-ups?side=tell`);
        const told = page.getByRole("button", { name: /^We told them today/ });
        const before = await told.count();
        const name = (await told.first().getAttribute("aria-label")) ?? "";
        await told.first().click();
        await expect(page.getByText("It is recorded that we told our people today.")).toBeVisible();
        await expect(told).toHaveCount(before - 1);
        await page.goto(`${RIVERSIDE}/follow-ups?side=tell&state=done`);
        const answer = name.replace("We told them today: ", "");
        await page
          .getByRole("button", { name: `Take this back: ${answer}` })
          .first()
          .click();
        await expect(told).toHaveCount(before);
      });
    });
  }
}

test("two people changing one activity see both versions", async ({ page, browser }) => {
  const title = unique("Two editors");
  await signInAs(page, "coordinator");
  await fillIn(page, title);
  await page.getByRole("button", { name: "Save this activity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const address = `${new URL(page.url()).pathname}/edit`;
  await page.goto(address);
  const other = await browser.newContext();
  const theirs = await other.newPage();
  await signInAs(theirs, "volunteer");
  await theirs.goto(address);
  await theirs.getByLabel("Members: how many?").fill("30");
  await theirs.getByRole("button", { name: "Save the changes" }).click();
  await expect(theirs.getByText("30 people in all")).toBeVisible();
  await other.close();
  await page.getByLabel("Members: how many?").fill("25");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("In the record now: 30")).toBeVisible();
  await expect(page.getByLabel("Members: how many?")).toHaveValue("25");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("25 people in all")).toBeVisible();
});

test("pressing the button twice makes one activity", async ({ page }) => {
  const title = unique("Pressed twice");
  await signInAs(page, "coordinator");
  await fillIn(page, title);
  await page.getByRole("button", { name: "Save this activity" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await countOf(title)).toBe(1);
});

test("what was typed and not sent is there the next time", async ({ page }) => {
  const title = unique("Kept");
  await signInAs(page, "coordinator");
  await fillIn(page, title);
  await expect(page.getByText("What you type is kept.")).toBeVisible();
  await page.goto(`${RIVERSIDE}/activities`);
  await page.goto(`${RIVERSIDE}/activities/new`);
  await expect(page.getByText("We kept what you typed")).toBeVisible();
  await expect(page.getByLabel("What was it called?")).toHaveValue(title);
  await expect(page.getByLabel("Members: how many?")).toHaveValue("14");
});

test("the list finds by words, kind and public body", async ({ page }) => {
  await signInAs(page, "coordinator");
  await page.goto(`${RIVERSIDE}/activities?kind=visit`);
  const rows = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
  await expect(rows.first()).toContainText("Visit to another organisation's event");
  await page.getByLabel("Words to look for").fill("budget evening");
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("budget evening");
});

test("nothing of it is there for a neighbour", async ({ page }) => {
  await signInAs(page, "coordinator");
  for (const path of ["/activities", "/follow-ups", "/activities/new"])
    expect((await page.request.get(`${HARBOUR}${path}`)).status()).toBe(404);
});
