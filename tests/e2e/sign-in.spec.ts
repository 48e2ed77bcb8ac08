import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { simpleParser } from "mailparser";
import { asOwner, RIVERSIDE, signInAs } from "./world";

const EMAIL = "trustee@riverside.example";

/** The link of the newest mail in the outbox: this server has no SMTP_URL. */
async function mailedLink(): Promise<string> {
  const outbox = path.join(process.env.DATA_DIR ?? ".data", "outbox");
  const newest =
    readdirSync(outbox)
      .filter((file) => file.endsWith(".eml"))
      .sort()
      .at(-1) ?? "";
  const mail = await simpleParser(readFileSync(path.join(outbox, newest)));
  return /https?:\/\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
}

async function askForLink(page: Page, next = ""): Promise<string> {
  await asOwner((client) => client.query("DELETE FROM rate_limits"));
  const before = await countMails();
  await page.goto(`/sign-in${next && `?next=${encodeURIComponent(next)}`}`);
  await page.getByLabel("Your e-mail address").fill(EMAIL);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your e-mail" })).toBeVisible();
  await expect.poll(countMails).toBe(before + 1);
  return mailedLink();
}

/** How long the session of this cookie opens pages: without its last week, in which only drafts are kept. */
async function hoursLeft(token = ""): Promise<number> {
  const hash = createHash("sha256").update(token).digest("hex");
  const { rows } = await asOwner((client) =>
    client.query(
      "SELECT extract(epoch FROM expires - interval '7 days' - now()) / 3600 AS hours FROM sessions WHERE session_token_hash = $1",
      [hash],
    ),
  );
  return Number(rows[0]?.hours);
}

async function countMails(): Promise<number> {
  try {
    return readdirSync(path.join(process.env.DATA_DIR ?? ".data", "outbox")).filter((file) =>
      file.endsWith(".eml"),
    ).length;
  } catch {
    return 0;
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a mailed link signs in, once, and leads back to the page asked for", async ({ page }) => {
      await page.goto(`${RIVERSIDE}/consultations`);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      const link = await askForLink(page, `${RIVERSIDE}/consultations`);

      // A mail scanner opens it first and uses nothing up.
      expect((await page.request.get(link)).status()).toBe(200);
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Consultations" })).toBeVisible();

      await page.context().clearCookies();
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("This link was already used, or it is too old.").first()).toBeVisible();
    });

    test("a mistyped address is said, and stays", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByLabel("Your e-mail address").fill("amina at riverside");
      await page.getByRole("button", { name: "Send me a link" }).click();
      await expect(page.locator("#error-summary")).toBeVisible();
      await expect(page.getByLabel("Your e-mail address")).toHaveValue("amina at riverside");
    });

    test("signing out ends the session", async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await signInAs(page, "volunteer");
      await page.getByRole("button", { name: "Sign out", exact: true }).filter({ visible: true }).click();
      await expect(page.getByText("You are signed out.")).toBeVisible();
      await page.goto(RIVERSIDE);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    });
  });
}

test("signing out everywhere ends the session of the other device too", async ({ page, browser }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const phone = await browser.newContext();
  const other = await phone.newPage();
  await signInAs(other, "volunteer");
  await signInAs(page, "volunteer");
  await page.getByRole("button", { name: "Sign out on every device" }).filter({ visible: true }).click();
  await expect(page.getByText("You are signed out on every device.")).toBeVisible();
  await other.goto(RIVERSIDE);
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await phone.close();
});

test("a mailed link used on a shared device ends with the browser and after 12 hours", async ({ page }) => {
  const link = await askForLink(page);
  await page.goto(link);
  await page.getByLabel("This is a shared device").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Signed in as")).toBeVisible();
  const cookie = (await page.context().cookies()).find((one) => one.name === "followthrough-session");
  expect(cookie?.expires).toBe(-1);
  expect(await hoursLeft(cookie?.value)).toBeCloseTo(12, 1);
});

test("on one's own device a session lasts 30 days", async ({ page }) => {
  await signInAs(page, "volunteer");
  const cookie = (await page.context().cookies()).find((one) => one.name === "followthrough-session");
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(29 * 24 * 3600);
  expect(await hoursLeft(cookie?.value)).toBeCloseTo(30 * 24, 1);
});

test("the session cookie cannot be read by scripts and goes nowhere else", async ({ page }) => {
  await signInAs(page, "volunteer");
  const cookie = (await page.context().cookies()).find((one) => one.name === "followthrough-session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("whoever opens localhost is brought to the address that signing in works on", async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? "");
  await page.goto(`http://localhost:${port}/`);
  await expect(page).toHaveURL(new URL("/", baseURL).href);
});
