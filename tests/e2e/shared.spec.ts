import { createHash } from "node:crypto";
import { type APIResponse, type Browser, expect, type Page, test } from "@playwright/test";
import { aFullSnapshot, aSnapshot } from "@/lib/domain/shared-view/sample-view";
import { EXACT, makeCanaryWorkspace } from "./canary-workspace";
import { putView } from "./shared-world";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, RIVERSIDE, signInAs, watch } from "./world";

// The officer's door: an owner releases a view, an officer opens it, takes it along, and loses it the moment it is stopped.

type Reader = { locale: "en" | "ar"; viewport: { width: number; height: number } };

/** A browser of somebody else's: nothing of the owner's in it. */
async function readerPage(
  browser: Browser,
  baseURL: string | undefined,
  { locale, viewport }: Reader,
  scripts = true,
): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL, javaScriptEnabled: scripts });
  await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
  return context.newPage();
}

/** Signs in by a link of the kind that is mailed. */
async function signInByLink(page: Page, email: string): Promise<void> {
  const token = crypto.randomUUID();
  const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex");
  await asOwner((client) =>
    client.query(
      "INSERT INTO verification_tokens (identifier, token, expires) VALUES ($1, $2, now() + interval '5 minutes')",
      [email, hash],
    ),
  );
  await page.goto(`/sign-in/confirm?email=${encodeURIComponent(email)}&token=${token}&next=/`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Signed in as")).toBeVisible();
}

type Release = { officer?: string; passphrase?: boolean; body?: string };

/** Makes and releases a view of everything by the owner's pages. Answers its page, and a link's address and passphrase. */
async function release(page: Page, workspace: string, { officer, passphrase = false, body }: Release = {}) {
  await page.goto(`${workspace}/shares/new`);
  await page.getByLabel(officer ? "An officer signs in" : "Whoever has a link").check();
  if (officer) await page.getByLabel("The officer’s e-mail address").fill(officer);
  if (passphrase) await page.getByLabel("Ask for a passphrase too").check();
  if (body) await page.getByLabel("About which public body?").selectOption({ label: body });
  // All of it, as the form proposes.
  await expect(page.locator("input[name=sections]:checked")).toHaveCount(5);
  await page.getByRole("button", { name: "Look at what they will see" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look before you release" })).toBeVisible();
  await page.getByLabel("We have looked in our inbox").check();
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("When did you last look?").fill(today);
  await page.getByLabel("I understand that anybody may come to read this").check();
  await page.getByRole("button", { name: "Release the view" }).click();
  await expect(page.getByText("Released. They can open it now.")).toBeVisible();
  const shown = page.getByRole("region", { name: "Copy this now" }).locator("bdi");
  const [link = "", phrase = ""] = officer ? [] : await shown.allTextContents();
  return { details: new URL(page.url()).pathname, link: link && new URL(link).pathname, phrase };
}

const READERS: Reader[] = [
  { locale: "en", viewport: PHONE },
  { locale: "en", viewport: DESKTOP },
  { locale: "ar", viewport: PHONE },
  { locale: "ar", viewport: DESKTOP },
];
const WORDS = {
  en: {
    late: "Promise late",
    csv: "Download the table (CSV)",
    calendar: "Dates for your calendar",
    gone: "This view is not here",
  },
  ar: {
    late: "تأخر الوعد",
    csv: "تنزيل الجدول (CSV)",
    calendar: "مواعيد لتقويمكم",
    gone: "هذا العرض غير موجود هنا",
  },
};

for (const reader of READERS) {
  test(`released, opened, taken along, seen, stopped: ${reader.locale}, ${reader.viewport.width} px`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const words = WORDS[reader.locale];
    await page.setViewportSize(DESKTOP);
    await signInAs(page, "coordinator");
    const { details, link } = await release(page, RIVERSIDE, { body: "Riverside Borough Council" });

    const officer = await readerPage(browser, baseURL, reader);
    const { problems } = watch(officer.context());
    expect((await officer.goto(link))?.status()).toBe(200);
    await expect(officer.getByRole("heading", { level: 1 })).toContainText("Riverside Borough Council");
    await expect(officer.getByText("Riverside Refugee Forum").first()).toBeVisible();
    await expect(officer.getByText(words.late, { exact: true }).first()).toBeVisible();
    await expect(officer.locator("main svg[role=img]").filter({ visible: true }).first()).toBeVisible();
    await expectNoSidewaysScroll(officer);

    const [table] = await Promise.all([
      officer.waitForEvent("download"),
      officer.getByRole("link", { name: words.csv }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/\.csv$/);
    const [calendar] = await Promise.all([
      officer.waitForEvent("download"),
      officer.getByRole("link", { name: words.calendar }).click(),
    ]);
    expect(calendar.suggestedFilename()).toMatch(/\.ics$/);
    expect(problems).toEqual([]);

    await page.goto(details);
    await expect(page.getByText(/^Opened 3 times/)).toBeVisible();
    await expect(page.getByRole("cell", { name: "As a spreadsheet" })).toBeVisible();
    await page.getByRole("button", { name: /^Stop/ }).click();
    await expect(page.getByText("Stopped. Nobody can open it any more.")).toBeVisible();

    for (const path of [link, `${link}/csv`, `${link}/calendar.ics`])
      expect((await officer.request.get(path)).status()).toBe(404);
    expect((await officer.goto(link))?.status()).toBe(404);
    await expect(officer.getByRole("heading", { level: 1, name: words.gone })).toBeVisible();
    await officer.context().close();
  });
}

test("an officer signs in and sees what organisations of any workspace released to them, and what is owed", async ({
  page,
}) => {
  const email = `officer-${crypto.randomUUID()}@council.example`;
  await asOwner((client) =>
    client.query("INSERT INTO users (id, email) VALUES (gen_random_uuid(), $1)", [email]),
  );
  await signInByLink(page, email);
  await page.goto("/shared");
  await expect(page.getByText("No organisation has released a view to you yet.")).toBeVisible();

  const { id } = await putView(aFullSnapshot(), { email });
  const other = aSnapshot({
    organisation: "Harbour Women’s Circle",
    consultations: aFullSnapshot().consultations.filter(({ standing }) => standing === "silent"),
  });
  await putView(other, { email, workspace: "harbour-womens-circle" });
  await putView(aSnapshot({ organisation: "Somebody else’s" }), { email: "another@council.example" });
  await page.reload();
  await expect(page.getByRole("link", { name: /Riverside Borough Council.*, by/ })).toHaveCount(2);
  await expect(page.getByText("Somebody else’s")).toHaveCount(0);
  const owed = page.locator("#owed");
  await expect(owed.getByRole("heading", { level: 3 })).toHaveText([/Riverside Borough Council.* \(7\)/]);
  await owed.getByRole("link", { name: "A repairs line in four languages" }).click();
  await expect(page).toHaveURL(new RegExp(`/shared/view/${id}#`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/What .*Riverside Borough Council/);
  const answer = await page.request.get(`/shared/view/${id}/csv`);
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);

  // Stopped, it is gone from the list, and its address says nothing of it.
  await asOwner((client) => client.query("UPDATE shares SET stopped_at = now() WHERE id = $1", [id]));
  expect((await page.goto(`/shared/view/${id}`))?.status()).toBe(404);
  await page.goto("/shared");
  await expect(page.getByRole("link", { name: /Riverside Borough Council.*, by/ })).toHaveCount(1);
});

test("an officer who has never been here gets in by the address it was released to", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `new-${crypto.randomUUID().slice(0, 8)}@council.example`;
  await signInAs(page, "coordinator");
  await release(page, RIVERSIDE, { officer: email });
  const officer = await readerPage(browser, baseURL, { locale: "en", viewport: DESKTOP });
  await signInByLink(officer, email);
  await officer.goto("/shared");
  await expect(officer.getByRole("link", { name: /by .*Riverside Refugee Forum/ })).toBeVisible();
  expect((await officer.goto(RIVERSIDE))?.status()).toBe(404);
  await officer.context().close();
});

test("a passphrase is asked for, without scripts too, and opens the view and its files at that address alone", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, "coordinator");
  const { details, link, phrase } = await release(page, RIVERSIDE, { passphrase: true });
  const officer = await readerPage(browser, baseURL, { locale: "en", viewport: PHONE }, false);
  await officer.goto(link);
  await expect(officer.getByRole("heading", { level: 1, name: "This view has a passphrase" })).toBeVisible();
  expect(await officer.content()).not.toContain("Riverside");
  expect((await officer.request.get(`${link}/csv`)).status()).toBe(404);

  await officer.getByRole("button", { name: "Open the view" }).click();
  await expect(officer.locator("#error-summary")).toContainText("Write the passphrase.");
  await officer.getByLabel("Passphrase").fill("not the passphrase");
  await officer.getByRole("button", { name: "Open the view" }).click();
  await expect(officer.locator("#error-summary")).toContainText("That is not the passphrase of this view.");
  await officer.getByLabel("Passphrase").fill(phrase.toUpperCase().replaceAll("-", " "));
  await officer.getByRole("button", { name: "Open the view" }).click();
  await expect(officer.getByText("As released on").first()).toBeVisible();
  expect((await officer.request.get(`${link}/csv`)).status()).toBe(200);

  const cookies = await officer.context().cookies(`${baseURL ?? ""}${link}`);
  const proof = cookies.find(({ name }) => name === "view-proof");
  expect(proof).toMatchObject({ httpOnly: true, path: link, sameSite: "Lax" });
  expect((proof?.expires ?? 0) - Date.now() / 1000).toBeLessThan(1801);
  expect(await officer.context().cookies(`${baseURL ?? ""}/shared`)).not.toContainEqual(
    expect.objectContaining({ name: "view-proof" }),
  );

  await page.goto(details);
  await expect(page.getByText(/^Opened 2 times/)).toBeVisible();
  await officer.context().close();
});

test("guessing a passphrase comes to an end, politely", async ({ page }) => {
  const { token } = await putView(aFullSnapshot(), { proof: "a proof" });
  await page.goto(`/shared/${token}`);
  for (let tries = 0; tries < 10; tries++) {
    await page.request.post(`/shared/${token}/unlock`, { form: { passphrase: `guess ${tries}` } });
  }
  await page.getByLabel("Passphrase").fill("guess again");
  await page.getByRole("button", { name: "Open the view" }).click();
  await expect(page.locator("#error-summary")).toContainText("That was too many tries. Wait 60 minutes");
  const foreign = await page.request.post(`/shared/${token}/unlock`, {
    form: { passphrase: "x" },
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(foreign.status()).toBe(404);
});

test("a view reads without scripts, and an e-mail is begun that gives nothing away", async ({
  browser,
  baseURL,
}) => {
  const { token } = await putView(aFullSnapshot());
  const page = await readerPage(browser, baseURL, { locale: "en", viewport: PHONE }, false);
  await page.goto(`/shared/${token}`);
  await expect(page.getByText("38 days late, nothing recorded")).toBeVisible();
  await expect(page.getByRole("link", { name: "Exit quickly" })).toHaveAttribute("rel", "noreferrer");
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toHaveCount(0);
  for (const link of await page.locator("main a[href^=http]").all())
    await expect(link).toHaveAttribute("rel", /noreferrer/);
  const mails = await page
    .locator("a[href^='mailto:']")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(mails.length).toBeGreaterThan(5);
  for (const mail of mails) {
    expect(mail).toMatch(/^mailto:hello@riverside\.example\?subject=Followthrough/);
    expect(mail).toContain(encodeURIComponent("23 November 2026"));
    expect(mail).not.toContain(token);
  }
  await page.context().close();
});

test("printed, a view is a paper: no navigation, formulas open, its name on every page", async ({ page }) => {
  const { token } = await putView(aFullSnapshot());
  await page.goto(`/shared/${token}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Exit quickly" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Download the table (CSV)" })).toBeHidden();
  await expect(page.getByText("Hours of our staff are not in it.")).toBeVisible();
  const head = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .filter((rule) => rule.startsWith("@page")),
  );
  expect(head.join(" ")).toContain("Riverside Refugee Forum");
  expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
});

test("no canary and no exact number leaves, in any form, in either language", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const planted = await makeCanaryWorkspace();
  const workspace = `/w/${planted.slug}`;
  await signInByLink(page, planted.ownerEmail);
  const { link } = await release(page, workspace);
  const email = `officer-${planted.slug}@council.example`;
  await release(page, workspace, { officer: email });

  for (const locale of ["en", "ar"] as const) {
    const officer = await readerPage(browser, baseURL, { locale: "en", viewport: DESKTOP });
    await signInByLink(officer, email);
    await officer.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    await officer.goto("/shared");
    const released = await officer.locator("main a[href^='/shared/view/']").first().getAttribute("href");
    const rsc = { RSC: "1" };
    const seen: Record<string, string> = {};
    const take = async (name: string, answer: APIResponse) => {
      expect({ name, status: answer.status() }).toEqual({ name, status: 200 });
      seen[name] = `${JSON.stringify(answer.headers())} ${await answer.text()}`;
    };
    for (const path of [link, released ?? ""]) {
      await take(path, await officer.request.get(path));
      await take(`${path} data`, await officer.request.get(`${path}?_rsc=1`, { headers: rsc }));
      await take(`${path} csv`, await officer.request.get(`${path}/csv`));
      await take(`${path} calendar`, await officer.request.get(`${path}/calendar.ics`));
      await officer.goto(path);
      await officer.emulateMedia({ media: "print" });
      seen[`${path} print`] = await officer.content();
    }
    await take("list", await officer.request.get("/shared"));
    await take("list data", await officer.request.get("/shared?_rsc=1", { headers: rsc }));

    const found = Object.entries(seen).flatMap(([name, text]) =>
      [...planted.canaries, ...EXACT]
        .filter((canary) => text.includes(canary))
        .map((canary) => `${name}: ${canary}`),
    );
    expect(found).toEqual([]);
    // What was released is there: the search looked at something.
    expect(seen[link]).toContain("We will mend the roofs by June.");
    expect(seen[`${link} data`]).toContain("We will mend the roofs by June.");
    expect(seen[`${link} csv`]).toContain("1,235");
    expect(seen.list).toContain("Roofs mended");
    await officer.context().close();
  }
});
