import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { aWord } from "@/tests/factories/a-word";
import { asOwner, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, watch } from "./world";

// A volunteer at an event, on a phone: one screen, under a minute, with or without scripts.

const LOG = `${RIVERSIDE}/log`;
const unique = (words: string) => `${words}, ${aWord()}`;
/** How long a person needs, in milliseconds: for each key of a phone's keyboard, and to find and tap a thing. */
const KEY = 200;
const TAP = 1500;

async function recordOf(title: string) {
  return asOwner(async (client) => {
    const { rows } = await client.query(
      `SELECT c.kind, c.participants, c.minutes_each AS minutes, c.ends_on = c.starts_on AS "oneDay",
         (SELECT json_agg(json_build_object('words', f.promised_words, 'basis', f.basis, 'owner', f.owner)) FROM follow_ups f
          WHERE f.workspace_id = c.workspace_id AND f.consultation_id = c.id) AS promises
       FROM consultations c WHERE c.title = $1`,
      [title],
    );
    return rows;
  });
}

test.use({ viewport: PHONE });
test.beforeEach(async () => {
  await asOwner((client) => client.query("DELETE FROM drafts"));
});
// What is logged here would otherwise stand on top of the demo's dashboard.
test.afterAll(async () => {
  await asOwner((client) => client.query("DELETE FROM consultations WHERE to_finish_since IS NOT NULL"));
});

/** Counts what a thumb does. */
function counted() {
  const steps = { taps: 0, fields: 0, keys: 0 };
  return {
    steps,
    tap: async (action: () => Promise<void>) => {
      steps.taps++;
      await action();
    },
    type: async (page: Page, label: string, words: string) => {
      steps.fields++;
      steps.keys += words.length;
      await page.getByLabel(label).pressSequentially(words);
    },
    /** Seconds a person would need for this at an ordinary pace. */
    pace: () => ((steps.taps + steps.fields) * TAP + steps.keys * KEY) / 1000,
  };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a volunteer logs a meeting and a promise in under a minute", async ({ page, context }) => {
      const { problems } = watch(context);
      const title = unique("Housing allocations");
      await signInAs(page, "volunteer");
      const began = Date.now();
      const { steps, tap, type, pace } = counted();
      await tap(() =>
        page.getByRole("navigation").getByRole("link", { name: "Log" }).filter({ visible: true }).click(),
      );
      await type(page, "Who asked?", "Riverside Borough Council");
      await type(page, "What about?", title);
      await tap(() => page.getByRole("radio", { name: "15", exact: true }).check());
      await tap(() => page.getByRole("radio", { name: "1½ hours" }).check());
      await type(page, "Did they promise anything?", "New rules by summer");
      await tap(() => page.getByRole("button", { name: "Save", exact: true }).click());
      await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
      const seconds = (Date.now() - began) / 1000;
      console.log(
        `quick log ${how}: ${steps.taps} taps, ${steps.fields} fields, ${steps.keys} keys; ${seconds.toFixed(1)} s in the browser, ${pace().toFixed(0)} s at a person's pace`,
      );
      expect(seconds).toBeLessThan(60);
      expect(pace()).toBeLessThan(60);

      await expect(page.getByText("15 people × 1½ hours = 22½ hours given.")).toBeVisible();
      await expect(
        page.getByText(
          /This is the \d+(st|nd|rd|th) time Riverside Borough Council asked; \d+ ha(s|ve) no answer recorded/,
        ),
      ).toBeVisible();
      await expectNoSidewaysScroll(page);
      expect(await recordOf(title)).toEqual([
        {
          kind: "meeting",
          participants: 15,
          minutes: 90,
          oneDay: true,
          promises: [{ words: "New rules by summer", basis: "spoken", owner: "body" }],
        },
      ]);

      // The next one of the weekly meetings: three taps and nothing to type.
      const again = counted();
      await again.tap(() =>
        page.getByRole("navigation").getByRole("link", { name: "Log" }).filter({ visible: true }).click(),
      );
      await again.tap(() => page.getByText("Same as last time").click());
      await again.tap(() => page.getByRole("link", { name: title }).click());
      await expect(page.getByLabel("What about?")).toHaveValue(title);
      await expect(page.getByRole("radio", { name: "Today" })).toBeChecked();
      await expect(page.getByRole("radio", { name: "15", exact: true })).toBeChecked();
      await expect(page.getByLabel("Did they promise anything?")).toHaveValue("");
      await again.tap(() => page.getByRole("button", { name: "Save", exact: true }).click());
      await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
      console.log(`same as last time ${how}: ${again.steps.taps} taps`);
      expect(await recordOf(title)).toHaveLength(2);
      expect(problems).toEqual([]);
    });

    test("every choice that opens a field opens it, and mistakes are said beside it", async ({ page }) => {
      const title = unique("Bus survey");
      await signInAs(page, "volunteer");
      await page.goto(LOG);
      const opened = ["Which day?", "How many people?", "How many minutes?", "What kind?"];
      for (const label of opened) await expect(page.getByLabel(label)).toBeHidden();
      await page.getByRole("radio", { name: "Another day" }).check();
      for (const question of ["About how many people?", "How long?", "What was it?"])
        await page.getByRole("group", { name: question }).getByRole("radio", { name: "Other" }).check();
      for (const label of opened) await expect(page.getByLabel(label)).toBeVisible();
      await expect(page.getByRole("radio", { name: "Yes, still running" })).toBeVisible();
      await page.getByLabel("What kind?").selectOption("public_committee");
      await expect(page.getByRole("radio", { name: "Yes, still running" })).toBeHidden();
      await page.getByLabel("What kind?").selectOption("advisory_group");
      await expect(page.getByRole("radio", { name: "Yes, still running" })).toBeVisible();
      await page.getByLabel("What kind?").selectOption("co_design");
      await expect(page.getByRole("radio", { name: "Yes, still running" })).toBeHidden();
      await page.getByRole("radio", { name: "Survey" }).check();
      await expect(page.getByLabel("What kind?")).toBeHidden();
      await expect(page.getByRole("radio", { name: "Yes, still running" })).toBeVisible();
      await page.getByLabel("How many people?").fill("a few");
      await page.getByLabel("How many minutes?").fill("45");
      await page.getByRole("button", { name: "Save", exact: true }).click();

      const summary = page.locator("#error-summary");
      await expect(summary.getByRole("link")).toHaveCount(5);
      await expect(page.getByLabel("How many people?")).toHaveValue("a few");
      await expect(page.getByLabel("How many minutes?")).toHaveValue("45");
      await expect(page.getByRole("radio", { name: "Survey" })).toBeChecked();
      await expect(page.getByLabel("Which day?")).toHaveAttribute("aria-invalid", "true");
      await page.getByLabel("Who asked?").fill("Riverside Borough Council");
      await page.getByLabel("What about?").fill(title);
      await page.getByLabel("Which day?").fill("4/3/2026");
      await page.getByLabel("How many people?").fill("46");
      await page.getByRole("radio", { name: "Yes, still running" }).check();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
      expect(await recordOf(title)).toMatchObject([
        { kind: "survey", participants: 46, minutes: 45, oneDay: null, promises: null },
      ]);
    });

    test("the long form goes on with everything typed, and Back loses none of it", async ({ page }) => {
      const title = unique("Too long for one screen");
      await signInAs(page, "volunteer");
      await page.goto(LOG);
      await page.getByLabel("Who asked?").fill("Riverside Borough Council");
      await page.getByLabel("What about?").fill(title);
      await page.getByRole("radio", { name: "Another day" }).check();
      await page.getByLabel("Which day?").fill("4 March 2026");
      await page.getByRole("radio", { name: "30", exact: true }).check();
      await page.getByLabel("Did they promise anything?").fill("A crossing by summer");
      await page.getByRole("button", { name: "Use the long form" }).click();

      await expect(page).toHaveURL(/\/consultations\/new\?begun=/);
      const expectCarried = async () => {
        await expect(page.getByLabel("Who asked?")).toHaveValue("Riverside Borough Council");
        await expect(page.getByLabel("What was it called?")).toHaveValue(title);
        await expect(page.getByLabel("First day")).toHaveValue("4 March 2026");
        await expect(page.getByLabel("Last day")).toHaveValue("4 March 2026");
        await expect(page.getByLabel("How many people took part?")).toHaveValue("30");
        await expect(page.getByLabel("Did they promise anything?")).toHaveValue("A crossing by summer");
      };
      await expectCarried();
      expect(await recordOf(title)).toEqual([]);

      await page.goBack();
      await expect(page.getByLabel("What about?")).toHaveValue(title);
      await expect(page.getByLabel("Which day?")).toHaveValue("4 March 2026");
      await expect(page.getByRole("radio", { name: "30", exact: true })).toBeChecked();
      await expect(page.getByLabel("Did they promise anything?")).toHaveValue("A crossing by summer");
      await page.getByRole("button", { name: "Use the long form" }).click();
      await expectCarried();

      // A mistake there, and still nothing is lost.
      await page.getByLabel("The date they gave for an answer").fill("some day");
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.locator("#error-summary").getByRole("link")).toHaveCount(1);
      await expectCarried();
      await page.getByLabel("The date they gave for an answer").fill("");
      await page.getByRole("button", { name: "Save this consultation" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await recordOf(title)).toMatchObject([
        { participants: 30, promises: [{ words: "A crossing by summer", basis: "spoken", owner: "body" }] },
      ]);
      await page.goto(LOG);
      await expect(page.getByLabel("What about?")).toHaveValue("");
    });

    test("a session that ran out loses nothing", async ({ page }) => {
      const title = unique("The session ran out");
      await signInAs(page, "volunteer");
      await page.goto(LOG);
      await page.getByLabel("Who asked?").fill("Riverside Borough Council");
      await page.getByLabel("What about?").fill(title);
      await page.getByRole("radio", { name: "30", exact: true }).check();
      await asOwner((client) =>
        client.query(
          "UPDATE sessions SET expires = now() + interval '3 days' WHERE user_id = (SELECT id FROM users WHERE email = 'volunteer@riverside.example')",
        ),
      );
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await signInAs(page, "volunteer");
      await page.goto(LOG);
      await expect(page.getByLabel("What about?")).toHaveValue(title);
      await expect(page.getByRole("radio", { name: "30", exact: true })).toBeChecked();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
      expect(await recordOf(title)).toHaveLength(1);
    });

    test("what is missing waits on the dashboard until it is added or there is no more to know", async ({
      page,
    }) => {
      const titles = [unique("Older"), unique("Newer")];
      await signInAs(page, "volunteer");
      for (const title of titles) {
        await page.goto(LOG);
        await page.getByLabel("Who asked?").fill("Riverside Borough Council");
        await page.getByLabel("What about?").fill(title);
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
      }
      await page.goto(RIVERSIDE);
      const [older = "", newer = ""] = titles;
      const item = (title: string) =>
        page.getByRole("listitem").filter({ has: page.getByRole("button", { name: title }) });
      await expect(item(newer)).toContainText(
        "Missing: topics, whose voice, how much say people had, how many people, and how long",
      );
      await item(newer).getByRole("button", { name: "That is all we know" }).click();
      await expect(page).toHaveURL(new RegExp(`${RIVERSIDE}$`));
      await expect(item(newer)).toHaveCount(0);

      await page.getByRole("link", { name: /^All \d+ consultations to finish/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "To finish" })).toBeVisible();
      await item(older).getByRole("link", { name: older }).click();
      await expect(page).toHaveURL(/\/edit$/);
    });
  });
}

test("what is typed is kept as one goes, and after Exit quickly", async ({ page }) => {
  const title = unique("Kept as I went");
  await signInAs(page, "volunteer");
  await page.goto(LOG);
  const kept = page.waitForResponse(
    (response) => response.url().endsWith("/drafts") && response.status() === 204,
  );
  await page.getByLabel("What about?").fill(title);
  await page.getByRole("radio", { name: "3 hours" }).check();
  await kept;
  await page.goto("about:blank");
  await page.goto(LOG);
  await expect(page.getByText("We kept what you typed")).toBeVisible();
  await expect(page.getByLabel("What about?")).toHaveValue(title);
  await expect(page.getByRole("radio", { name: "3 hours" })).toBeChecked();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("What about?")).toHaveValue("");
});

test("pressing the button twice makes one record with one promise", async ({ page }) => {
  const title = unique("Pressed twice");
  await signInAs(page, "volunteer");
  await page.goto(LOG);
  await page.getByLabel("Who asked?").fill("Riverside Borough Council");
  await page.getByLabel("What about?").fill(title);
  await page.getByLabel("Did they promise anything?").fill("A crossing");
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form:has([name=title])");
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
  const records = await recordOf(title);
  expect(records).toHaveLength(1);
  expect(records[0].promises).toHaveLength(1);
});

test("who asked is found in the directory by part of the name, or a misspelt one, and taken with the keys", async ({
  page,
}) => {
  await signInAs(page, "volunteer");
  await page.goto(LOG);
  const field = page.getByRole("combobox", { name: "Who asked?" });
  await field.pressSequentially("leds city");
  await expect(page.getByRole("option", { name: /Leeds City Council/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Leeds City Council");
  await expect(page.getByRole("listbox")).toBeHidden();
});

test("it is logged by keyboard alone", async ({ page }) => {
  const title = unique("By keyboard");
  await signInAs(page, "volunteer");
  await page.goto(LOG);
  await page.getByLabel("Who asked?").focus();
  await page.keyboard.type("Riverside Borough Council");
  await page.keyboard.press("Tab");
  await page.keyboard.type(title);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "Today" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Yesterday" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "5", exact: true })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "½ hour", exact: true })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Saved" })).toBeVisible();
  expect(await recordOf(title)).toMatchObject([{ participants: 10, minutes: 30 }]);
});

test("with every field open and every mistake shown, nothing is wrong with the page", async ({ page }) => {
  await signInAs(page, "volunteer");
  await page.goto(LOG);
  await page.getByText("Same as last time").click();
  await page.getByRole("radio", { name: "Another day" }).check();
  for (const question of ["About how many people?", "How long?", "What was it?"])
    await page.getByRole("group", { name: question }).getByRole("radio", { name: "Other" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("#error-summary")).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  await expectNoSidewaysScroll(page);
});
