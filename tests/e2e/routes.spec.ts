import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import {
  type Answer,
  addressOf,
  findRecords,
  findRoutes,
  POST_ONLY,
  type Records,
  ROUTES,
  type Who,
} from "./pages";
import {
  asOwner,
  type DemoPerson,
  expectNoSidewaysScroll,
  HARBOUR,
  PHONE,
  RIVERSIDE,
  signInAs,
} from "./world";

// Every page and route there is, found in the code and asked for from five positions. A new one fails until it is
// listed in pages.ts with who may see it.

let records: Records;
test.beforeAll(async () => {
  records = await findRecords();
});

async function answerTo(request: APIRequestContext, path: string): Promise<{ answer: Answer; text: string }> {
  const response = await request.get(path, { maxRedirects: 0 });
  const text = await response.text();
  // Whoever asks and whatever the answer is: nobody on the way keeps it.
  expect({ path, kept: response.headers()["cache-control"] ?? "" }).toMatchObject({
    kept: expect.stringContaining("no-store"),
  });
  // The API asks nobody to sign in; some of its addresses are only written to, or read by owners alone.
  if ([401, 403, 404, 405].includes(response.status())) return { answer: "nothing", text };
  if (response.status() >= 300 && response.status() < 400) {
    const to = response.headers().location ?? "";
    if (to.includes("/sign-in?next=")) return { answer: "sign-in", text };
    return answerTo(request, new URL(to, "http://127.0.0.1").pathname);
  }
  return { answer: "page", text };
}

/** Signs in as a viewer of Riverside: there is no button for one. */
async function signInByLink(page: Page, email: string): Promise<void> {
  const token = crypto.randomUUID();
  await asOwner(async (client) => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex");
    await client.query(
      "INSERT INTO verification_tokens (identifier, token, expires) VALUES ($1, $2, now() + interval '5 minutes')",
      [email, hash],
    );
  });
  await page.goto(`/sign-in/confirm?email=${encodeURIComponent(email)}&token=${token}&next=/`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Signed in as")).toBeVisible();
}

test("every page and route is listed", () => {
  expect(findRoutes().map(({ route }) => route)).toEqual(Object.keys(ROUTES).sort());
});

const POSITIONS: Record<Who, (page: Page) => Promise<void>> = {
  stranger: async () => {},
  neighbour: (page) => signInByLink(page, "harbour@harbour-women.example"),
  viewer: (page) => signInByLink(page, "trustee@riverside.example"),
  officer: (page) => signInAs(page, "officer" satisfies DemoPerson),
  admin: (page) => signInAs(page, "admin" satisfies DemoPerson),
};

for (const [who, arrive] of Object.entries(POSITIONS) as [Who, (page: Page) => Promise<void>][]) {
  test(`a ${who} sees what is meant for them and not a word more`, async ({ page }) => {
    await arrive(page);
    for (const [route, { answers }] of Object.entries(ROUTES)) {
      if (answers === POST_ONLY) continue;
      const { answer, text } = await answerTo(page.request, addressOf(route, records));
      expect({ route, answer }).toEqual({ route, answer: answers[who] });
      // What was released to an officer is meant for them.
      const released = who === "officer" && route.startsWith("/shared");
      if (who !== "viewer" && !released)
        expect({ route, leaks: records.canaries.filter((canary) => text.includes(canary)) }).toEqual({
          route,
          leaks: [],
        });
    }
  });

  test(`a ${who} cannot post to Riverside`, async ({ page }) => {
    await arrive(page);
    const origin = new URL(page.url().startsWith("http") ? page.url() : (process.env.BASE_URL ?? "")).origin;
    for (const route of ["/w/[workspace]/drafts", "/w/[workspace]/import/upload"]) {
      const response = await page.request.post(addressOf(route, records), {
        headers: { origin },
        multipart: {
          form: "consultation:new",
          title: "planted",
          file: {
            name: "a.csv",
            mimeType: "text/csv",
            buffer: Buffer.from("Title,Start\nplanted,2026-01-01\n"),
          },
        },
        maxRedirects: 0,
      });
      expect([303, 401, 403, 404]).toContain(response.status());
    }
    const planted = await asOwner(async (client) => {
      const { rows } = await client.query(
        "SELECT (SELECT count(*) FROM drafts WHERE payload::text LIKE '%planted%') + (SELECT count(*) FROM import_rows WHERE cells::text LIKE '%planted%') AS n",
      );
      return Number(rows[0].n);
    });
    expect(planted).toBe(0);
  });
}

test("a record of one organisation is not there under another's address", async ({ page }) => {
  await POSITIONS.neighbour(page);
  for (const route of Object.keys(ROUTES).filter((one) => one.includes("[id]"))) {
    const { answer, text } = await answerTo(page.request, addressOf(route, records, HARBOUR));
    expect({ route, answer }).toEqual({ route, answer: "nothing" });
    expect(records.canaries.filter((canary) => text.includes(canary))).toEqual([]);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });
  test("what is not there says so in both languages, and leads to the first page", async ({ page }) => {
    await signInAs(page, "coordinator");
    for (const path of [`${RIVERSIDE}/consultations/${crypto.randomUUID()}`, HARBOUR]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
      await expect(page.locator("[lang=ar][dir=rtl]").getByRole("heading")).toBeVisible();
      await expectNoSidewaysScroll(page);
    }
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expect(page).toHaveURL("/");
  });
});

test("pages of a workspace are kept by nobody and speak to nobody else", async ({ page }) => {
  await signInAs(page, "coordinator");
  const headers = (await page.goto(`${RIVERSIDE}/consultations/${records.consultation}`))?.headers() ?? {};
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("demo buttons do nothing for another site", async ({ request }) => {
  const response = await request.post("/demo/admin", {
    headers: { origin: "https://elsewhere.example" },
    maxRedirects: 0,
  });
  expect(response.status()).toBe(404);
});
