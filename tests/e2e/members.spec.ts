import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { asOwner, DESKTOP, expectNoSidewaysScroll, HARBOUR, PHONE, RIVERSIDE, signInAs } from "./world";

// Somebody is invited, says yes in their own language, works, gets another role, and goes again.

const OUTBOX = path.join(process.env.DATA_DIR ?? ".data", "outbox");

function anAddress(): string {
  return `guest-${crypto.randomUUID().slice(0, 8)}@example.org`;
}

/** The mails that were sent to an address, the oldest first. */
async function mailsTo(email: string): Promise<ParsedMail[]> {
  const files = readdirSync(OUTBOX).filter((file) => file.endsWith(".eml"));
  const texts = files.sort().map((file) => readFileSync(path.join(OUTBOX, file)));
  return Promise.all(texts.filter((text) => text.includes(`To: ${email}`)).map((text) => simpleParser(text)));
}

async function newestTo(email: string, count: number): Promise<ParsedMail> {
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 20_000 }).toBe(count);
  const mail = (await mailsTo(email)).at(-1);
  if (!mail) throw new Error("no mail");
  return mail;
}

const linkIn = (mail: ParsedMail) => /https?:\/\/\S+\/invitation\/\S+/.exec(mail.text ?? "")?.[0] ?? "";

async function invite(page: Page, email: string, role = "Editor", language = "English"): Promise<void> {
  await page.goto(`${RIVERSIDE}/members`);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
  await page.getByRole("radio", { name: language }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
}

async function aGuest(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled });
  return context.newPage();
}

/** Forgets everybody these tests brought in, and puts the demo's members back. */
test.afterEach(async () => {
  await asOwner(async (client) => {
    await client.query("DELETE FROM users WHERE email LIKE 'guest-%@example.org'");
    await client.query("DELETE FROM invitations WHERE email LIKE 'guest-%@example.org'");
    await client.query("UPDATE users SET locale = NULL WHERE email LIKE '%@riverside.example'");
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: DESKTOP });

    test("invited, there in Arabic on a phone, another role, and gone", async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const email = anAddress();
      await signInAs(page, "coordinator");
      await invite(page, email, "Editor", "العربية");
      const mail = await newestTo(email, 1);
      expect(mail.text).toContain("Riverside Refugee Forum");
      expect(mail.subject).not.toContain("Riverside");
      const link = linkIn(mail);

      const guest = await aGuest(browser, javaScriptEnabled);
      await guest.context().addCookies([{ name: "locale", value: "ar", url: baseURL ?? "" }]);
      // A mail scanner opens it first and uses nothing up.
      expect((await guest.request.get(link)).status()).toBe(200);
      await guest.goto(link);
      await expect(guest.locator("html")).toHaveAttribute("dir", "rtl");
      await expect(
        guest.getByRole("heading", { level: 1, name: "الانضمام إلى Riverside Refugee Forum" }),
      ).toBeVisible();
      await expect(guest.getByText("Amina")).toBeVisible();
      await expectNoSidewaysScroll(guest);
      await guest.getByLabel("بماذا يناديكم الأعضاء").fill("Salma");
      await guest.getByRole("button", { name: "نعم، أنضم وأسجّل الدخول" }).click();
      await expect(guest).toHaveURL(new RegExp(`${RIVERSIDE}$`));
      await expect(guest.locator("html")).toHaveAttribute("dir", "rtl");
      expect((await guest.request.get(`${RIVERSIDE}/consultations/new`)).status()).toBe(200);
      expect((await guest.request.get(`${RIVERSIDE}/members`)).status()).toBe(404);

      await page.goto(`${RIVERSIDE}/members`);
      await page.getByRole("link", { name: "Change Salma" }).click();
      await page.getByRole("radio", { name: /^Viewer/ }).check();
      await page.getByRole("button", { name: "Save the role" }).click();
      await expect(page.getByText("The role is changed.")).toBeVisible();
      expect((await guest.request.get(`${RIVERSIDE}/consultations`)).status()).toBe(200);
      expect((await guest.request.get(`${RIVERSIDE}/consultations/new`)).status()).toBe(404);

      await page.getByRole("link", { name: "Change Salma" }).click();
      await page.getByRole("link", { name: "Remove this member…" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Remove Salma?" })).toBeVisible();
      await page.getByRole("button", { name: "Remove this member" }).click();
      await expect(page.getByText("The member is removed")).toBeVisible();
      await expect(page.getByText("Salma")).toBeHidden();
      // The next click ends at a page that is not there.
      expect((await guest.goto(`${RIVERSIDE}/consultations`))?.status()).toBe(404);
      const told = await newestTo(email, 3);
      expect(`${told.subject} ${told.text}`).not.toContain("Riverside");

      await guest.goto(link);
      await expect(guest.getByRole("heading", { level: 1, name: "هذه الدعوة لا تعمل" })).toBeVisible();
      await guest.context().close();
    });

    test("a mistyped address is said, and stays", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(`${RIVERSIDE}/members/invite`);
      await page.getByLabel("Their e-mail address").fill("salma at example");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.locator("#error-summary")).toContainText("Write an e-mail address");
      await expect(page.getByLabel("Their e-mail address")).toHaveValue("salma at example");
      await page.getByLabel("Their e-mail address").fill("volunteer@riverside.example");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.locator("#error-summary")).toContainText("a member already");
      await page.getByRole("button", { name: "Start again" }).click();
    });

    test("the only owner is told why they stay", async ({ page }) => {
      await signInAs(page, "coordinator");
      await page.goto(`${RIVERSIDE}/members`);
      await page.getByRole("link", { name: "Change Amina" }).click();
      await expect(page.getByText("You are the only owner")).toBeVisible();
      await page.getByRole("radio", { name: /^Viewer/ }).check();
      await page.getByRole("button", { name: "Save the role" }).click();
      await expect(page.locator("#error-summary")).toContainText("Make somebody else an owner first");
      await page.getByRole("button", { name: "Start again" }).click();
      await page.goto(`/account/stop/${RIVERSIDE.split("/").at(-1)}`);
      await expect(page.getByText("You are the only owner")).toBeVisible();
      await expect(page.getByRole("button", { name: "Stop being a member" })).toBeHidden();
      await page.goto("/account/delete");
      await expect(page.getByText("You are the only owner of an organisation")).toBeVisible();
    });

    test("an account is deleted by writing its address, and opens nothing any more", async ({
      page,
      browser,
    }) => {
      const email = anAddress();
      await signInAs(page, "coordinator");
      await invite(page, email, "Viewer");
      const link = linkIn(await newestTo(email, 1));
      const guest = await aGuest(browser, javaScriptEnabled);
      await guest.goto(link);
      await guest.getByRole("button", { name: "Yes, join and sign in" }).click();
      await expect(guest).toHaveURL(new RegExp(`${RIVERSIDE}$`));
      await guest.goto("/account");
      await guest.getByRole("link", { name: "Delete your account…" }).click();
      await guest.getByLabel("Write your e-mail address to confirm").fill("somebody@example.org");
      await guest.getByRole("button", { name: "Delete my account for good" }).click();
      await expect(guest.locator("#error-summary")).toContainText("This is not your e-mail address");
      await guest.getByLabel("Write your e-mail address to confirm").fill(email);
      await guest.getByRole("button", { name: "Delete my account for good" }).click();
      await expect(guest.getByText("Your account is deleted.")).toBeVisible();
      await guest.goto(RIVERSIDE);
      await expect(guest).toHaveURL(/\/sign-in\?next=/);
      await page.goto(`${RIVERSIDE}/members`);
      await expect(page.getByText(email)).toBeHidden();
      await guest.context().close();
    });
  });
}

test("somebody else who is signed in is told so, signs out, and the invited one says yes", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await invite(page, email);
  const link = linkIn(await newestTo(email, 1));
  const guest = await aGuest(browser);
  await signInAs(guest, "volunteer");
  await guest.goto(link);
  await expect(guest.getByText("Somebody else is signed in here")).toBeVisible();
  await expect(guest.getByRole("button", { name: /^Yes, join/ })).toBeHidden();
  // Not even by hand.
  const { pathname, origin } = new URL(link);
  const forced = await guest.request.post(`${pathname}/accept`, {
    headers: { origin },
    form: { name: "Forced" },
    maxRedirects: 0,
  });
  expect(new URL(forced.headers().location ?? "", origin).pathname).toBe(pathname);
  await guest.getByRole("button", { name: "Sign out and go on" }).click();
  await guest.getByLabel("This is a shared device").check();
  await guest.getByRole("button", { name: "Yes, join and sign in" }).click();
  await expect(guest).toHaveURL(new RegExp(`${RIVERSIDE}$`));
  const cookie = (await guest.context().cookies()).find((one) => one.name === "followthrough-session");
  expect(cookie?.expires).toBe(-1);
  await guest.context().close();
});

test("somebody known who is signed in joins another organisation with one button", async ({ page }) => {
  const token = randomBytes(32).toString("base64url");
  await asOwner((client) =>
    client.query(
      `INSERT INTO invitations (workspace_id, id, email, role, locale, token_hash, sent_at, expires_at)
       SELECT id, gen_random_uuid(), 'volunteer@riverside.example', 'viewer', 'en', $1, now(), now() + interval '1 day'
       FROM workspaces WHERE slug = 'harbour-womens-circle'`,
      [createHash("sha256").update(token).digest("hex")],
    ),
  );
  await signInAs(page, "volunteer");
  const session = async () =>
    (await page.context().cookies()).find((one) => one.name === "followthrough-session")?.value;
  const before = await session();
  await page.goto(`/invitation/${token}`);
  await expect(page.getByLabel("What members call you")).toBeHidden();
  await page.getByRole("button", { name: "Yes, join", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${HARBOUR}$`));
  expect(await session()).toBe(before);
  await asOwner((client) =>
    client.query(
      `DELETE FROM memberships m USING users u, workspaces w
       WHERE u.id = m.user_id AND w.id = m.workspace_id AND u.email = 'volunteer@riverside.example' AND w.slug = 'harbour-womens-circle'`,
    ),
  );
});

test("a page of another site cannot accept for somebody", async ({ page }) => {
  const answer = await page.request.post("/invitation/anything/accept", {
    headers: { "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(404);
});

test("an invitation is sent again with a new link, and withdrawn", async ({ page, browser }) => {
  const email = anAddress();
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await invite(page, email);
  const first = linkIn(await newestTo(email, 1));
  await page.goto(`${RIVERSIDE}/members`);
  await page.getByRole("button", { name: `Send the invitation to ${email} again` }).click();
  await expect(page.getByText("The invitation goes out again")).toBeVisible();
  const second = linkIn(await newestTo(email, 2));
  expect(second).not.toBe(first);
  const guest = await aGuest(browser);
  await guest.goto(first);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation does not work");
  await guest.goto(second);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Riverside Refugee Forum");
  await page.getByRole("button", { name: `Withdraw the invitation to ${email}` }).click();
  await expect(page.getByText("The invitation is withdrawn.")).toBeVisible();
  await guest.getByRole("button", { name: "Yes, join and sign in" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation does not work");
  await guest.context().close();
});

test("a person of two organisations switches between them, and goes out of one", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  await page.setViewportSize(DESKTOP);
  await signInAs(page, "coordinator");
  await invite(page, email);
  const guest = await aGuest(browser);
  await guest.setViewportSize(DESKTOP);
  await guest.goto(linkIn(await newestTo(email, 1)));
  await guest.getByRole("button", { name: "Yes, join and sign in" }).click();
  await expect(guest).toHaveURL(new RegExp(`${RIVERSIDE}$`));
  await asOwner((client) =>
    client.query(
      "INSERT INTO memberships (workspace_id, user_id, role) SELECT w.id, u.id, 'viewer' FROM workspaces w, users u WHERE w.slug = 'harbour-womens-circle' AND u.email = $1",
      [email],
    ),
  );
  await guest.reload();
  await guest.getByText("Your organisations").filter({ visible: true }).click();
  await guest.getByRole("link", { name: "Harbour Women’s Circle" }).click();
  await expect(guest).toHaveURL(new RegExp(`${HARBOUR}$`));
  await guest.goto("/account");
  await expect(guest.getByText("Your role: Viewer")).toBeVisible();
  await guest.getByRole("link", { name: /Stop being a member of Harbour/ }).click();
  await guest.getByRole("button", { name: "Stop being a member" }).click();
  await expect(guest.getByText("You are no longer a member of that organisation.")).toBeVisible();
  expect((await guest.goto(HARBOUR))?.status()).toBe(404);
  expect((await guest.goto(RIVERSIDE))?.status()).toBe(200);
  await guest.context().close();
});

test("a name is changed on one's own page", async ({ page }) => {
  await signInAs(page, "volunteer");
  await page.goto("/account");
  await page.getByLabel("What members call you").fill("Joe");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("Your name is saved.")).toBeVisible();
  await expect(page.getByLabel("What members call you")).toHaveValue("Joe");
  await page.getByLabel("What members call you").fill("Joseph");
  await page.getByRole("button", { name: "Save the name" }).click();
});
