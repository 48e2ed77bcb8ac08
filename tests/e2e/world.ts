import { readFileSync } from "node:fs";
import path from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { openDatabase, readSettings } from "@/scripts/parts/database.mjs";

export const RIVERSIDE = "/w/riverside-refugee-forum";
export const HARBOUR = "/w/harbour-womens-circle";
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };
/** The real register the import is tried on; see tests/data/README.md. */
export const REGISTER = path.resolve("tests/data/canada_consulting_2025-01-24.csv");

export type DemoPerson = "coordinator" | "volunteer" | "officer" | "admin";
const BUTTONS: Record<DemoPerson, string> = {
  coordinator: "Try it as a coordinator",
  volunteer: "Try it as a volunteer",
  officer: "Try it as a council liaison officer",
  admin: "Try it as a platform admin",
};

/** Signs in with a button of the first page, as anybody trying it out would. */
export async function signInAs(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: BUTTONS[person] }).click();
  await page.waitForURL((url) => url.pathname !== "/" && !url.pathname.startsWith("/demo"));
}

/** Runs work as the owner of the database the server under test uses: to arrange what no page can, such as time passing. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(await readSettings());
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await database.release({ asFound: true });
  }
}

/** Fails when the page asked anybody else for anything, broke its content policy, or logged an error. */
export function watch(context: BrowserContext): { problems: string[] } {
  const problems: string[] = [];
  context.on("request", (request) => {
    const host = new URL(request.url()).hostname;
    if (host && host !== "127.0.0.1") problems.push(`asked ${host}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  context.on("weberror", (error) => problems.push(error.error().message));
  return { problems };
}

/** The page is no wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
}

/** The fixture's first lines as a small sheet. */
export function firstRows(count: number): string {
  return readFileSync(REGISTER, "utf8")
    .split("\n")
    .slice(0, count + 1)
    .join("\n");
}

/** Words that no other test uses. Letters only: figures among them could read as a postcode. */
export function unique(words: string): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return `${words}, ${letters.join("")}`;
}
