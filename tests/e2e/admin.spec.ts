import { expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, expectNoSidewaysScroll, PHONE, watch } from "./world";

// The door of platform admins, from opening a workspace to its end, in both languages and at both widths.

type Words = {
  locale: "en" | "ar";
  list: string;
  open: string;
  name: string;
  slug: string;
  email: string;
  invite: string;
  invited: string;
  active: string;
  suspend: string;
  suspendIt: string;
  confirm: string;
  wrong: string;
  suspended: string;
  paused: string;
  resume: string;
  resumeIt: string;
  close: string;
  closeIt: string;
  closing: RegExp;
  keep: string;
  eraseAsk: string;
  typeName: string;
  asked: string;
  eraseNow: string;
  eraseIt: string;
  erased: string;
};

const ENGLISH: Words = {
  locale: "en",
  list: "Workspaces",
  open: "Open a workspace",
  name: "Name of the organisation",
  slug: "Address",
  email: "E-mail address of its owner",
  invite: "Open it and invite the owner",
  invited: "Invited",
  active: "Active",
  suspend: "Suspend",
  suspendIt: "Suspend it",
  confirm: "Type the address of the workspace to confirm",
  wrong: "This is not the address of this workspace",
  suspended: "The workspace is suspended",
  paused: "Your organisation’s record is paused",
  resume: "Resume",
  resumeIt: "Resume it",
  close: "Close",
  closeIt: "Close it",
  closing: /Your organisation’s record is erased on \d+ \w+ \d{4}/,
  keep: "Stop the closing",
  eraseAsk: "Ask to have everything erased",
  typeName: "Type the name of your organisation to confirm",
  asked: "Your wish is written down",
  eraseNow: "Erase now",
  eraseIt: "Erase it for good",
  erased: "An erased workspace",
};

const ARABIC: Words = {
  locale: "ar",
  list: "مساحات العمل",
  open: "فتح مساحة عمل",
  name: "اسم المنظمة",
  slug: "العنوان",
  email: "البريد الإلكتروني للمالك",
  invite: "فتحها ودعوة المالك",
  invited: "مدعوة",
  active: "عاملة",
  suspend: "إيقاف مؤقت",
  suspendIt: "إيقافها مؤقتًا",
  confirm: "اكتبوا عنوان مساحة العمل للتأكيد",
  wrong: "هذا ليس عنوان مساحة العمل هذه",
  suspended: "أُوقفت مساحة العمل",
  paused: "سجل منظمتكم موقوف مؤقتًا",
  resume: "استئناف",
  resumeIt: "استئنافها",
  close: "إغلاق",
  closeIt: "إغلاقها",
  closing: /يُمحى سجل منظمتكم في \d+ \S+ \d{4}/,
  keep: "وقف الإغلاق",
  eraseAsk: "طلب محو كل شيء",
  typeName: "اكتبوا اسم منظمتكم للتأكيد",
  asked: "كُتب طلبكم",
  eraseNow: "محو الآن",
  eraseIt: "محوها نهائيًا",
  erased: "مساحة عمل مُحيت",
};

/** Signs somebody in by a link made for the occasion. */
async function signInByLink(page: Page, email: string, words: Words): Promise<void> {
  const { createHash, randomUUID } = await import("node:crypto");
  const token = randomUUID();
  await asOwner(async (client) => {
    const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex");
    await client.query(
      "INSERT INTO verification_tokens (identifier, token, expires) VALUES ($1, $2, now() + interval '5 minutes')",
      [email, hash],
    );
    await client.query("UPDATE users SET locale = $2 WHERE email = $1", [email, words.locale]);
  });
  await page.goto(`/sign-in/confirm?email=${encodeURIComponent(email)}&token=${token}&next=/account`);
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL((url) => url.pathname === "/account");
}

/** What accepting the invitation does, without the mail in between (tests/integration walks that way). */
async function becomeOwner(slug: string, email: string, locale: string): Promise<void> {
  await asOwner(async (client) => {
    await client.query("INSERT INTO users (id, email, locale) VALUES (gen_random_uuid(), $1, $2)", [
      email,
      locale,
    ]);
    await client.query(
      "INSERT INTO memberships (workspace_id, user_id, role) SELECT w.id, u.id, 'owner' FROM workspaces w, users u WHERE w.slug = $1 AND u.email = $2",
      [slug, email],
    );
  });
}

async function takeStep(
  page: Page,
  words: Words,
  slug: string,
  button: string,
  submit: string,
): Promise<void> {
  await page.goto(`/admin/workspaces/${slug}`);
  await page.getByRole("main").getByRole("link", { name: button, exact: true }).click();
  await page.getByLabel(words.confirm).fill(slug);
  await page.getByRole("button", { name: submit }).click();
  await page.waitForURL((url) => url.searchParams.has("done"));
}

for (const [words, screen, width] of [
  [ENGLISH, DESKTOP, 1280],
  [ENGLISH, PHONE, 360],
  [ARABIC, DESKTOP, 1280],
  [ARABIC, PHONE, 360],
] as const) {
  test(`an admin leads a workspace through its life (${words.locale}, ${width})`, async ({ browser }) => {
    test.setTimeout(150_000);
    const slug = `journey-${words.locale}-${width}-${crypto.randomUUID().slice(0, 6)}`;
    const name = `Journey ${words.locale} ${width}`;
    const email = `${slug}@example.org`;
    const adminContext = await browser.newContext({ viewport: screen });
    const ownerContext = await browser.newContext({ viewport: screen });
    const [adminsWatch, ownersWatch] = [watch(adminContext), watch(ownerContext)];
    const admin = await adminContext.newPage();
    const owner = await ownerContext.newPage();

    // An admin of their own, so that no other journey's language changes under it.
    const adminEmail = `admin-${slug}@example.org`;
    await asOwner((client) =>
      client.query("INSERT INTO users (id, email, is_platform_admin) VALUES (gen_random_uuid(), $1, true)", [
        adminEmail,
      ]),
    );
    await signInByLink(admin, adminEmail, words);

    // Opens it and invites its owner.
    await admin.goto("/admin/workspaces");
    await expect(admin.getByRole("heading", { level: 1, name: words.list })).toBeVisible();
    await expectNoSidewaysScroll(admin);
    await admin.getByRole("link", { name: words.open }).click();
    await admin.getByLabel(words.name).fill(name);
    await admin.getByLabel(words.slug, { exact: true }).fill("Not A Slug");
    await admin.getByLabel(words.email).fill(email);
    await admin.getByRole("button", { name: words.invite }).click();
    await expect(admin.locator("#error-summary")).toBeVisible();
    await expect(admin.getByLabel(words.name)).toHaveValue(name);
    await admin.getByLabel(words.slug, { exact: true }).fill(slug);
    await admin.getByRole("button", { name: words.invite }).click();
    await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(admin.getByText(words.invited, { exact: true }).first()).toBeVisible();

    // The owner comes in, and it begins.
    await becomeOwner(slug, email, words.locale);
    await signInByLink(owner, email, words);
    expect((await owner.goto(`/w/${slug}`))?.status()).toBe(200);

    // Suspended: a wrong confirmation changes nothing, the right one does.
    await admin.goto(`/admin/workspaces/${slug}`);
    await expect(admin.getByText(words.active, { exact: true }).first()).toBeVisible();
    await admin.getByRole("main").getByRole("link", { name: words.suspend, exact: true }).click();
    await expect(admin.getByLabel(words.confirm)).toBeVisible();
    await expectNoSidewaysScroll(admin);
    await admin.getByLabel(words.confirm).fill("something-else");
    await admin.getByRole("button", { name: words.suspendIt }).click();
    await expect(admin.locator("#error-summary")).toContainText(words.wrong);
    await admin.getByLabel(words.confirm).fill(slug);
    await admin.getByRole("button", { name: words.suspendIt }).click();
    await expect(admin.getByText(words.suspended)).toBeVisible();
    await owner.goto(`/w/${slug}/consultations`);
    await expect(owner.getByText(words.paused)).toBeVisible();
    await expectNoSidewaysScroll(owner);
    await takeStep(admin, words, slug, words.resume, words.resumeIt);
    await owner.goto(`/w/${slug}`);
    await expect(owner.getByText(words.paused)).toHaveCount(0);

    // Closed: the owner sees the day; stopped, it is gone again.
    await takeStep(admin, words, slug, words.close, words.closeIt);
    await owner.goto(`/w/${slug}`);
    await expect(owner.getByText(words.closing)).toBeVisible();
    await expect(admin.getByRole("link", { name: words.eraseNow })).toHaveCount(0);
    await takeStep(admin, words, slug, words.keep, words.keep);

    // Erased at once, because the owner said so in writing.
    await owner.goto(`/w/${slug}/settings/erase`);
    await owner.getByLabel(words.typeName).fill(name);
    await owner.getByRole("button", { name: words.eraseAsk }).click();
    await expect(owner.getByText(words.asked)).toBeVisible();
    await takeStep(admin, words, slug, words.eraseNow, words.eraseIt);
    await expect(async () => {
      await admin.goto(`/admin/workspaces/${slug}`);
      await expect(admin.getByRole("heading", { level: 1, name: words.erased })).toBeVisible({
        timeout: 1000,
      });
    }).toPass({ timeout: 30_000 });
    expect(await admin.content()).not.toContain(name);
    const gone = await owner.goto(`/w/${slug}`);
    expect(gone?.url()).toContain("/sign-in");

    expect(adminsWatch.problems).toEqual([]);
    expect(ownersWatch.problems).toEqual([]);
    await asOwner((client) => client.query("DELETE FROM users WHERE email = $1", [adminEmail]));
    await Promise.all([adminContext.close(), ownerContext.close()]);
  });
}

test("what was being typed while a workspace was suspended is kept, and the page says why it is not saved", async ({
  browser,
}) => {
  const slug = `typing-${crypto.randomUUID().slice(0, 8)}`;
  const email = `${slug}@example.org`;
  await asOwner((client) =>
    client.query("INSERT INTO workspaces (id, slug, name) VALUES (gen_random_uuid(), $1, 'Typing Forum')", [
      slug,
    ]),
  );
  await becomeOwner(slug, email, "en");
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInByLink(page, email, ENGLISH);
  await page.goto(`/w/${slug}/consultations/new`);
  await page.getByLabel("What was it called?").fill("Half a day of work");
  await asOwner((client) =>
    client.query("UPDATE workspaces SET state = 'suspended' WHERE slug = $1", [slug]),
  );
  await page.getByRole("button", { name: "Save this consultation", exact: true }).click();
  await expect(page.getByText("Your organisation’s record is paused")).toBeVisible();
  await expect(page.locator("#error-summary")).toContainText("cannot be changed now");
  await expect(page.getByLabel("What was it called?")).toHaveValue("Half a day of work");
});
