import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { ELSEWHERE } from "@/lib/domain/exit";
import { choose, enter, expectReadingOrder, press, select, stopsOfMain, tabTo, type } from "./keyboard";
import { addressOf, findRecords } from "./pages";
import { asOwner, DESKTOP, PHONE, RIVERSIDE, signInAs, unique } from "./world";

// Whole journeys without a mouse. At every stop on the way the focus is seen: see keyboard.ts.

test.use({ viewport: DESKTOP });
test.beforeEach(async () => {
  await asOwner((client) => client.query("DELETE FROM drafts"));
});

async function signIn(page: Page): Promise<void> {
  await page.goto("/");
  await press(page, "Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Try it as a coordinator" }));
  await expect(page.getByRole("navigation").getByRole("link", { name: "Owed" }).first()).toBeVisible();
}

const SHEET = `Title,Organisation,Start date,End date
Bus routes,Northfield Council,2026-01-05,2026-01-30
Library hours,Northfield Council,2026-02-02,2026-02-27
Clinic visits,Eastvale NHS Trust,2026-03-02,2026-03-27
`;
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const question = (page: Page, name: string) => page.getByRole("group", { name });

async function logQuickly(page: Page, title: string): Promise<void> {
  await enter(page, page.getByRole("link", { name: "Log something" }).first());
  await expect(heading(page, "Log a consultation")).toBeVisible();
  await type(page, page.getByLabel("Who asked?"), "Riverside Borough Cou");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Who asked?")).toHaveValue("Riverside Borough Council");
  await type(page, page.getByLabel("What about?"), title);
  await choose(page, question(page, "When?"), "Yesterday");
  await choose(page, question(page, "About how many people?"), "10");
  await type(page, page.getByLabel("Did they promise anything?"), "A crossing by summer");
  await enter(page, page.getByRole("button", { name: "Save", exact: true }));
  await expect(heading(page, "Saved")).toBeVisible();
}

test("the whole life of a consultation: logged, answered, promised, done", async ({ page }) => {
  test.slow();
  const quick = unique("Quick by keys");
  const title = unique("By keys");
  await signIn(page);
  await logQuickly(page, quick);

  await page.goto(`${RIVERSIDE}/consultations/new`);
  await type(page, page.getByLabel("Who asked?"), "Riverside Borough Council");
  await page.keyboard.press("Escape");
  await type(page, page.getByLabel("What was it called?"), title);
  await select(page, page.locator("#kind"), "Focus");
  await type(page, page.getByLabel("First day"), "4 March 2026");
  await type(page, page.getByLabel("Last day"), "30 March 2026");
  await type(page, page.getByLabel("How many people took part?"), "12");
  await page.keyboard.press("Enter");
  await expect(heading(page, title)).toBeVisible();
  const record = new URL(page.url()).pathname;

  await enter(page, page.getByRole("link", { name: "Record an answer" }).first());
  await expect(heading(page, "Record an answer")).toBeVisible();
  const kinds = page.getByRole("group", { name: /did .* say\?/i });
  await tabTo(page, kinds.getByRole("radio").first());
  for (const _ of [1, 2, 3, 4]) await press(page, "ArrowDown");
  await type(page, page.getByLabel("When did it come?"), "4 May 2026");
  await enter(page, page.getByRole("button", { name: "Save this answer" }));
  await expect(page.getByText("The answer is recorded.")).toBeVisible();

  await enter(page, page.getByRole("link", { name: "Record a promise" }).first());
  await type(page, page.getByLabel("What will be done?"), "Interpreters");
  await type(page, page.getByLabel("When was it promised?"), "4 May 2026");
  await type(page, page.getByLabel("By when?"), "1 June 2026");
  await enter(page, page.getByRole("button", { name: "Save this follow-up" }));
  await expect(page.getByText("The follow-up is recorded.")).toBeVisible();

  await enter(page, page.getByRole("link", { name: "Record what became of: Interpreters" }).first());
  await choose(page, question(page, "How far is it, by their own account?"), "Done");
  await type(page, page.getByLabel("When was it done?"), "20 May 2026");
  await enter(page, page.getByRole("button", { name: "Save the changes" }));
  await expect(page.getByText("The follow-up is changed.")).toBeVisible();

  await page.goto(`${record}/reasons`);
  await type(page, page.locator("#acceptedOn"), "6 May 2026");
  await type(page, page.locator("#decidedBy"), "Our board");
  await tabTo(page, page.locator("main").getByRole("radio").first());
  await page.keyboard.press("Space");
  await enter(page, page.getByRole("button", { name: "Save that we accept them" }));
  await expect(page.getByText("It is recorded that we accept their reasons.")).toBeVisible();
});

test("an activity is logged, a body found, what is owed narrowed, the language changed", async ({ page }) => {
  test.slow();
  const title = unique("Open day by keys");
  await signIn(page);
  await page.goto(`${RIVERSIDE}/activities/new`);
  await type(page, page.getByLabel("What was it called?"), title);
  await select(page, page.getByLabel("Kind", { exact: true }), "Work");
  await type(page, page.getByLabel("Day", { exact: true }), "4 March 2026");
  await enter(page, page.getByRole("button", { name: "Save this activity" }));
  await expect(heading(page, title)).toBeVisible();

  await page.goto(`${RIVERSIDE}/bodies/search`);
  await type(page, page.getByRole("searchbox"), "leds city");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Leeds City Council")).toBeVisible();

  await enter(page, page.getByRole("navigation").getByRole("link", { name: "Owed" }).first());
  await enter(
    page,
    page.getByRole("main").getByText("More filters").or(page.locator("main details > summary")).first(),
  );
  await select(page, page.locator("main select[name=state]"), "D");
  await enter(
    page,
    page
      .getByRole("main")
      .getByRole("button", { name: /Filter|Show/ })
      .first(),
  );
  await expect(page).toHaveURL(/state=/);

  await enter(page, page.getByRole("button", { name: "العربية" }).filter({ visible: true }).first());
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await enter(page, page.getByRole("button", { name: "English" }).filter({ visible: true }).first());
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});

test("a spreadsheet is brought in", async ({ page }) => {
  test.slow();
  const slug = `keys-${randomUUID().slice(0, 8)}`;
  await asOwner(async (client) => {
    const id = randomUUID();
    await client.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'Keys Together')", [
      id,
      slug,
    ]);
    await client.query(
      "INSERT INTO memberships (workspace_id, user_id, role) SELECT $1, id, 'owner' FROM users WHERE email = 'coordinator@riverside.example'",
      [id],
    );
  });
  await signIn(page);
  await page.goto(`/w/${slug}/import`);
  // First, so that the page has been told to hand the dialog over before the key is there: keys take another way to it.
  const asked = page.waitForEvent("filechooser");
  await tabTo(page, page.getByLabel("Your spreadsheet"));
  await page.keyboard.press("Space");
  await (await asked).setFiles({
    name: "register.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(SHEET),
  });
  await enter(page, page.getByRole("button", { name: "Read this file" }));
  await expect(heading(page, "Match the columns")).toBeVisible();
  await enter(page, page.getByRole("button", { name: "See what will happen" }));
  await expect(heading(page, "What will happen")).toBeVisible({ timeout: 30_000 });
  await enter(
    page,
    page
      .getByRole("main")
      .getByRole("button", { name: /^(Save|Bring in|Yes)/ })
      .first(),
  );
  const rows = () =>
    asOwner(async (client) => {
      const { rows } = await client.query(
        "SELECT count(*)::int AS n FROM consultations c JOIN workspaces w ON w.id = c.workspace_id WHERE w.slug = $1",
        [slug],
      );
      return rows[0].n;
    });
  await expect.poll(rows, { timeout: 30_000 }).toBe(3);
});

test("exiting quickly", async ({ page }) => {
  await page
    .context()
    .route(`${new URL(ELSEWHERE).origin}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Weather</title><h1>Elsewhere</h1>" }),
    );
  await signIn(page);
  await enter(page, page.getByRole("link", { name: "Exit quickly" }).filter({ visible: true }).first());
  await expect(heading(page, "Elsewhere")).toBeVisible();
});

test("mistakes: the summary takes the focus and its links lead to their fields", async ({ page }) => {
  test.slow();
  await signIn(page);
  for (const [path, button] of [
    ["/log", "Save"],
    ["/consultations/new", "Save this consultation"],
    ["/activities/new", "Save this activity"],
  ] as const) {
    await page.goto(`${RIVERSIDE}${path}`);
    await enter(page, page.getByRole("button", { name: button, exact: true }));
    const summary = page.locator("#error-summary");
    await expect(summary).toBeFocused();
    const links = summary.getByRole("link");
    for (let index = 0; index < (await links.count()); index++) {
      const link = links.nth(index);
      const field = (await link.getAttribute("href"))?.slice(1) ?? "";
      await summary.focus();
      await tabTo(page, link);
      await page.keyboard.press("Enter");
      await expect(page.locator(`[id="${field}"]`)).toBeFocused();
      await expect(page.locator(`[id="${field}"]`)).toBeInViewport();
    }
  }
});

for (const { locale, width, viewport } of [
  { locale: "en", width: "a phone", viewport: PHONE },
  { locale: "ar", width: "a laptop", viewport: DESKTOP },
]) {
  test(`the focus goes as one reads, on ${width}: ${locale}`, async ({ page, context, baseURL }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await signInAs(page, "coordinator");
    await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    const records = await findRecords();
    for (const route of [
      "/w/[workspace]/log",
      "/w/[workspace]/consultations",
      "/w/[workspace]/consultations/new",
      "/w/[workspace]/consultations/[id]/answer",
      "/w/[workspace]/consultations/[id]/promise/[followUp]",
      "/w/[workspace]/activities/new",
      "/w/[workspace]/follow-ups",
      "/w/[workspace]/bodies/search",
      "/w/[workspace]/import",
    ]) {
      await page.goto(addressOf(route, records));
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const stops = await stopsOfMain(page);
      expect({ route, stops: stops.length > 1 }).toEqual({ route, stops: true });
      expectReadingOrder(stops, locale === "ar" ? "rtl" : "ltr");
    }
  });
}
