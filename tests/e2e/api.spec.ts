import { expect, test } from "@playwright/test";
import { PHONE, RIVERSIDE, signInAs, unique, watch } from "./world";

// An owner makes a token, a program uses it, and the owner stops it.

const API = RIVERSIDE.replace("/w/", "/api/v1/workspaces/");

test.use({ viewport: PHONE });

test("a token is made, shown once, used by a program and stopped", async ({ page, context, playwright }) => {
  const { problems } = watch(context);
  const name = unique("Website sync");
  await signInAs(page, "coordinator");
  await page.goto(`${RIVERSIDE}/settings`);
  await page.getByRole("link", { name: "Tokens for other programs" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("What it may do").selectOption("editor");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByRole("heading", { name: `The token for ${name}` })).toBeVisible();
  const token = ((await page.locator("code").first().textContent()) ?? "").trim();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByRole("heading", { name: `The token for ${name}` })).toBeHidden();
  expect(await page.content()).not.toContain(token);

  const program = await playwright.request.newContext({
    baseURL: new URL(page.url()).origin,
    extraHTTPHeaders: { Authorization: `Bearer ${token}`, "Idempotency-Key": crypto.randomUUID() },
  });
  const title = unique("Sent by a program");
  const data = { title, publicBody: "Riverside Borough Council", startsOn: "2026-03-01" };
  const made = await program.post(`${API}/consultations`, { data });
  expect(made.status()).toBe(201);
  const again = await program.post(`${API}/consultations`, { data });
  expect(await again.json()).toEqual(await made.json());
  expect((await program.put(`${API}/consultations`, { data })).status()).toBe(405);
  expect((await program.patch(API, { data: { capacityHours: 1 } })).status()).toBe(403);
  expect((await program.get(`${API.replace(/[^/]+$/, "harbour-womens-circle")}/summary`)).status()).toBe(404);
  expect((await program.get("/api/v1/nowhere")).headers()["content-type"]).toContain(
    "application/problem+json",
  );

  await page.goto(`${RIVERSIDE}/consultations?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
  await page.goto(`${RIVERSIDE}/settings/tokens`);
  await page.getByRole("button", { name: `Stop ${name}` }).click();
  await expect(page.getByText("The token is stopped.")).toBeVisible();
  expect((await program.get(`${API}/summary`)).status()).toBe(401);
  await program.dispose();
  expect(problems).toEqual([]);
});
