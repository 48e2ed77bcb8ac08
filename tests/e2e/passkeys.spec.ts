import { createHash, randomBytes } from "node:crypto";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { asOwner, DESKTOP, RIVERSIDE } from "./world";

// Passkeys in a real browser with a made-up device. They need a name, so this test calls the server localhost.

const EMAIL = "volunteer@riverside.example";

test.use({ viewport: DESKTOP });

function localhost(baseURL: string | undefined): string {
  return (baseURL ?? "").replace("127.0.0.1", "localhost");
}

async function addDevice(page: Page): Promise<{ session: CDPSession; authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

/** A session of the demo volunteer, as if they had followed a mailed link. */
async function arriveSignedIn(page: Page, base: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  await asOwner(async (client) => {
    await client.query("DELETE FROM rate_limits");
    await client.query("DELETE FROM passkeys");
    await client.query(
      "INSERT INTO sessions (id, session_token_hash, user_id, expires) SELECT gen_random_uuid(), $1, id, now() + interval '30 days' FROM users WHERE email = $2",
      [createHash("sha256").update(token).digest("hex"), EMAIL],
    );
  });
  await page
    .context()
    .addCookies([{ name: "followthrough-session", value: token, url: base, httpOnly: true }]);
}

async function addPasskey(page: Page, base: string, name = "My phone"): Promise<void> {
  await page.goto(`${base}/account`);
  await page.getByLabel("Name of this device").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Passkey added.")).toBeVisible();
}

async function sessionCookie(page: Page) {
  return (await page.context().cookies()).find(({ name }) => name === "followthrough-session");
}

test.beforeEach(async ({ page }) => {
  await page.context().clearCookies();
});

test("a passkey is added, signs in, and is removed", async ({ page, baseURL }) => {
  const base = localhost(baseURL);
  const { session, authenticatorId } = await addDevice(page);
  await arriveSignedIn(page, base);
  await addPasskey(page, base);
  await expect(page.getByRole("listitem").getByText("My phone")).toBeVisible();

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(`${base}/sign-in?next=${encodeURIComponent(`${RIVERSIDE}/consultations`)}`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(`${base}${RIVERSIDE}/consultations`);

  const cookie = await sessionCookie(page);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(29 * 24 * 3600);
  const stored = await asOwner(async (client) => (await client.query("SELECT * FROM passkeys")).rows);
  expect(stored).toMatchObject([{ name: "My phone", counter: "2" }]);
  expect(
    await asOwner(async (client) => (await client.query("SELECT 1 FROM passkey_challenges")).rows),
  ).toEqual([]);

  await page.goto(`${base}/account`);
  await expect(page.getByText(/Last used on/)).toBeVisible();
  await page.getByRole("button", { name: "Remove the passkey “My phone”" }).click();
  await expect(page.getByText("Passkey removed.")).toBeVisible();
  const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials).toHaveLength(1); // the device still has it,

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(`${base}/sign-in`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That did not work." })).toBeVisible(); // and it opens nothing
  expect(await sessionCookie(page)).toBeUndefined();
});

test("on a shared device the session ends with the browser and after 12 hours", async ({ page, baseURL }) => {
  const base = localhost(baseURL);
  await addDevice(page);
  await arriveSignedIn(page, base);
  await addPasskey(page, base);
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in?next=${encodeURIComponent(RIVERSIDE)}`);
  await page.getByLabel("This is a shared device").check();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(`${base}${RIVERSIDE}`);
  const cookie = await sessionCookie(page);
  expect(cookie?.expires).toBe(-1);
  const hash = createHash("sha256")
    .update(cookie?.value ?? "")
    .digest("hex");
  const [row] = await asOwner(
    async (client) =>
      (
        await client.query(
          "SELECT extract(epoch FROM expires - interval '7 days' - now()) / 3600 AS hours FROM sessions WHERE session_token_hash = $1",
          [hash],
        )
      ).rows,
  );
  expect(Number(row.hours)).toBeGreaterThan(11.9);
  expect(Number(row.hours)).toBeLessThanOrEqual(12);
});

test("a copied key, which counts behind, is refused", async ({ page, baseURL }) => {
  const base = localhost(baseURL);
  await addDevice(page);
  await arriveSignedIn(page, base);
  await addPasskey(page, base);
  await asOwner((client) => client.query("UPDATE passkeys SET counter = 1000"));
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That did not work." })).toBeVisible();
  expect(await sessionCookie(page)).toBeUndefined();
});

test("a device without a name is asked for one, and none is offered where none would work", async ({
  page,
  baseURL,
}) => {
  const base = localhost(baseURL);
  await addDevice(page);
  await arriveSignedIn(page, base);
  await page.goto(`${base}/account`);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Write a name for this device.")).toBeVisible();
  await expect(page.getByLabel("Name of this device")).toBeFocused();

  await page.goto(`${baseURL}/sign-in`); // by number: the browser would refuse
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
});
