import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { actionsKey } from "@/scripts/parts/build.mjs";
import { openDatabase, readSettings, serverEnvironment } from "@/scripts/parts/database.mjs";
import { asOwner } from "./world";

// The demo asks nobody for a second factor, so the gate is tried on a second server of the same build and database
// that is not in demo mode, as an installation that serves people.

test.describe.configure({ mode: "serial", timeout: 120_000 });

const EMAIL = `admin-${randomUUID().slice(0, 8)}@platform.example`;
let server: ChildProcess;
let base: string;
let secret: string;
let codes: string[];

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Where the build is that the server under test serves: a copy of the product has its data beside it. */
function productFolder(): string {
  const beside = path.dirname(path.resolve(process.env.DATA_DIR ?? ".data"));
  return existsSync(path.join(beside, ".next", "BUILD_ID")) ? beside : process.cwd();
}

test.beforeAll(async () => {
  const settings = await readSettings();
  const database = await openDatabase(settings);
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const folder = productFolder();
  server = spawn(
    process.execPath,
    [path.join(folder, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"],
    {
      cwd: folder,
      stdio: "ignore",
      env: {
        ...serverEnvironment({ ...settings, demo: false, port, appUrl: base }, database),
        NODE_ENV: "production",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(database.authSecret),
      },
    },
  );
  await database.release({ asFound: true });
  await expect
    .poll(async () => (await fetch(`${base}/api/health`).catch(() => null))?.status, { timeout: 60_000 })
    .toBe(200);
  await asOwner((client) =>
    client.query("INSERT INTO users (id, email, name, is_platform_admin) VALUES ($1, $2, 'Robin', true)", [
      randomUUID(),
      EMAIL,
    ]),
  );
});

test.afterAll(async () => {
  server.kill();
  await asOwner((client) => client.query("DELETE FROM users WHERE email = $1", [EMAIL]));
});

/** A page of a new session of the admin, signed in by a link. */
async function signedIn(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  const token = randomUUID();
  await asOwner(async (client) => {
    const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex");
    await client.query("DELETE FROM rate_limits");
    await client.query(
      "INSERT INTO verification_tokens (identifier, token, expires) VALUES ($1, $2, now() + interval '5 minutes')",
      [EMAIL, hash],
    );
  });
  await page.goto(`/sign-in/confirm?email=${encodeURIComponent(EMAIL)}&token=${token}&next=/`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

test("a platform admin sets up an app before the first page, and gets recovery codes once", async ({
  browser,
}) => {
  const page = await signedIn(browser);
  await page.goto("/admin/reference/topics");
  await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expect(page.getByText("This is the demo")).toHaveCount(0);
  await page.getByRole("button", { name: "Set up an app" }).click();

  await expect(page.getByRole("img", { name: "QR code with the secret for your app" })).toBeVisible();
  secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Connect" }).click();
  await expect(page.locator("#error-summary")).toContainText("This code does not fit");
  await page
    .getByLabel("Code", { exact: true })
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole("button", { name: "Connect" }).click();

  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  codes = await page.locator("ol code").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("Your second factor is ready.")).toBeVisible();
  await page.reload();
  expect(await page.content()).not.toContain(codes[0]);

  await page.goto("/admin/reference/topics");
  await expect(page.getByRole("heading", { name: "Topics" })).toBeVisible();
  await page.context().close();
});

test("every session asks once, takes a recovery code once, and comes back to the page", async ({
  browser,
}) => {
  const page = await signedIn(browser);
  await page.goto("/admin/health");
  await expect(page.getByRole("heading", { name: "Show that it is you" })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("not a code");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.locator("#error-summary")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(`${base}/admin/health`);

  const other = await signedIn(browser);
  await other.goto("/admin/health");
  await other.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await other.getByRole("button", { name: "Go on" }).click();
  await expect(other.locator("#error-summary")).toContainText("was used before");
  await other.context().close();
  await page.context().close();
});

test("a dangerous act asks again after ten minutes, without scripts too, and keeps what was typed", async ({
  browser,
}) => {
  const signed = await signedIn(browser);
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: false,
    storageState: await signed.context().storageState(),
  });
  await signed.context().close();
  const page = await context.newPage();
  const merge = "/admin/reference/bodies/gss%3AE08000035/merge";
  await page.goto(merge);
  await page.getByLabel("Code", { exact: true }).fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "It is the same as another entry" })).toBeVisible();
  await asOwner((client) =>
    client.query(
      "UPDATE sessions s SET second_factor_at = now() - interval '11 minutes' FROM users u WHERE u.id = s.user_id AND u.email = $1 AND s.second_factor_at IS NOT NULL",
      [EMAIL],
    ),
  );
  await page.getByLabel("Which entry stays?").fill("Nobody by this name");
  await page.getByLabel("Type the name of the entry that goes").fill("typed with care");
  await page.getByRole("button", { name: "Merge them" }).click();

  await expect(page.getByText("What you typed is kept")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(codes[2] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Which entry stays?")).toHaveValue("Nobody by this name");
  await expect(page.getByLabel("Type the name of the entry that goes")).toHaveValue("typed with care");
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page.locator("#error-summary")).toContainText("no such entry in the directory");
  await context.close();
});
