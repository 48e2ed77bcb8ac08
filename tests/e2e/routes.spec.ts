import { readdirSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { asOwner, type DemoPerson, HARBOUR, RIVERSIDE, signInAs } from "./world";

// Every page and route there is, found in the code and asked for from five positions. A new one fails until it is
// listed here with who may see it.

type Who = "stranger" | "neighbour" | "viewer" | "officer" | "admin";
type Answer = "page" | "sign-in" | "nothing";

const MEMBERS: Record<Who, Answer> = {
  stranger: "sign-in",
  neighbour: "nothing",
  viewer: "page",
  officer: "nothing",
  admin: "nothing",
};
const WRITERS: Record<Who, Answer> = { ...MEMBERS, viewer: "nothing" };
const ANYBODY: Record<Who, Answer> = {
  stranger: "page",
  neighbour: "page",
  viewer: "page",
  officer: "page",
  admin: "page",
};
const SIGNED_IN: Record<Who, Answer> = { ...ANYBODY, stranger: "sign-in" };
const ADMINS: Record<Who, Answer> = {
  stranger: "sign-in",
  neighbour: "nothing",
  viewer: "nothing",
  officer: "nothing",
  admin: "page",
};
/** Routes that take a POST and answer no GET; tried below. */
const POST_ONLY = "POST";

const ROUTES: Record<string, Record<Who, Answer> | typeof POST_ONLY> = {
  "/": ANYBODY,
  "/sign-in": ANYBODY,
  "/sign-in/sent": ANYBODY,
  "/sign-in/confirm": ANYBODY,
  "/shared": SIGNED_IN,
  "/demo/[person]": POST_ONLY,
  "/language": POST_ONLY,
  "/sign-out": POST_ONLY,
  "/account": SIGNED_IN,
  "/admin": ADMINS,
  "/admin/workspaces": ADMINS,
  "/api/health": ANYBODY,
  "/api/auth/[...nextauth]": {
    stranger: "nothing",
    neighbour: "nothing",
    viewer: "nothing",
    officer: "nothing",
    admin: "nothing",
  },
  "/w/[workspace]": MEMBERS,
  "/w/[workspace]/consultations": MEMBERS,
  "/w/[workspace]/consultations/new": WRITERS,
  "/w/[workspace]/consultations/[id]": MEMBERS,
  "/w/[workspace]/consultations/[id]/edit": WRITERS,
  "/w/[workspace]/consultations/[id]/answer": WRITERS,
  "/w/[workspace]/consultations/[id]/answer/[response]": WRITERS,
  "/w/[workspace]/consultations/[id]/promise": WRITERS,
  "/w/[workspace]/consultations/[id]/promise/[followUp]": WRITERS,
  "/w/[workspace]/consultations/[id]/extension": WRITERS,
  "/w/[workspace]/consultations/[id]/extension/[extension]": WRITERS,
  "/w/[workspace]/consultations/[id]/reasons": WRITERS,
  "/w/[workspace]/consultations/[id]/cancel": WRITERS,
  "/w/[workspace]/log": WRITERS,
  "/w/[workspace]/log/[id]": WRITERS,
  "/w/[workspace]/log/to-finish": WRITERS,
  "/w/[workspace]/activities": MEMBERS,
  "/w/[workspace]/activities/new": WRITERS,
  "/w/[workspace]/activities/[id]": MEMBERS,
  "/w/[workspace]/activities/[id]/edit": WRITERS,
  "/w/[workspace]/activities/[id]/promise": WRITERS,
  "/w/[workspace]/activities/[id]/promise/[followUp]": WRITERS,
  "/w/[workspace]/follow-ups": MEMBERS,
  "/w/[workspace]/bodies": MEMBERS,
  "/w/[workspace]/bodies/search": MEMBERS,
  "/w/[workspace]/bodies/search/names": { ...MEMBERS, stranger: "nothing" },
  "/w/[workspace]/bodies/[id]": MEMBERS,
  "/w/[workspace]/bodies/[id]/edit": WRITERS,
  "/w/[workspace]/drafts": POST_ONLY,
  "/w/[workspace]/import": WRITERS,
  "/w/[workspace]/import/upload": POST_ONLY,
  "/w/[workspace]/import/[id]": WRITERS,
  "/w/[workspace]/import/[id]/refused": WRITERS,
};

/** Addresses of every page.tsx and route.ts below app/, groups left out. */
function findRoutes(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/\/\([^)]+\)/g, "") || "/")
    .sort();
}

type Ids = {
  activity: string;
  body: string;
  promise: string;
  consultation: string;
  response: string;
  followUp: string;
  extension: string;
  import: string;
};
let ids: Ids;
let canaries: string[];

test.beforeAll(async () => {
  await asOwner(async (client) => {
    const one = async (sql: string) => (await client.query(sql)).rows[0]?.id as string;
    const w = (await client.query("SELECT id FROM workspaces WHERE slug = 'riverside-refugee-forum'")).rows[0]
      .id;
    const extended = await client.query(
      `SELECT e.consultation_id AS consultation, e.id AS extension,
         (SELECT id FROM body_responses r WHERE r.workspace_id = e.workspace_id AND r.consultation_id = e.consultation_id LIMIT 1) AS response,
         (SELECT id FROM follow_ups f WHERE f.workspace_id = e.workspace_id AND f.consultation_id = e.consultation_id LIMIT 1) AS "followUp"
       FROM extensions e WHERE e.workspace_id = $1 ORDER BY 3 NULLS LAST, 4 NULLS LAST LIMIT 1`,
      [w],
    );
    const owner = await one("SELECT id FROM users WHERE email = 'coordinator@riverside.example'");
    const importId = crypto.randomUUID();
    await client.query(
      "INSERT INTO imports (workspace_id, id, file_name, state, created_by, headers) VALUES ($1, $2, 'canary-register.csv', 'failed', $3, '[\"Title\"]')",
      [w, importId, owner],
    );
    const { consultation, extension } = extended.rows[0];
    const response =
      extended.rows[0].response ??
      (
        await client.query(
          "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, summary) VALUES ($1, gen_random_uuid(), $2, 'update', 'canary update') RETURNING id",
          [w, consultation],
        )
      ).rows[0].id;
    const followUp =
      extended.rows[0].followUp ??
      (
        await client.query(
          "INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on) VALUES ($1, gen_random_uuid(), $2, 'canary promise', current_date) RETURNING id",
          [w, consultation],
        )
      ).rows[0].id;
    const promised = await client.query(
      "SELECT activity_id AS activity, id AS promise FROM follow_ups WHERE workspace_id = $1 AND activity_id IS NOT NULL LIMIT 1",
      [w],
    );
    const body = await one(
      "SELECT b.id FROM public_bodies b JOIN workspaces w ON w.id = b.workspace_id WHERE w.slug = 'riverside-refugee-forum' LIMIT 1",
    );
    ids = { ...promised.rows[0], body, consultation, response, followUp, extension, import: importId };
    const titles = await client.query(
      "SELECT title FROM consultations WHERE workspace_id = $1 UNION SELECT title FROM activities WHERE workspace_id = $1",
      [w],
    );
    canaries = [
      ...titles.rows.map((row) => row.title),
      "canary-register.csv",
      "canary update",
      "canary promise",
    ];
  });
});

function address(route: string, workspace: string): string {
  return route
    .replace("/w/[workspace]", workspace)
    .replace("/consultations/[id]", `/consultations/${ids.consultation}`)
    .replace("/log/[id]", `/log/${ids.consultation}`)
    .replace("/activities/[id]/promise/[followUp]", `/activities/${ids.activity}/promise/${ids.promise}`)
    .replace("/activities/[id]", `/activities/${ids.activity}`)
    .replace("/bodies/[id]", `/bodies/${ids.body}`)
    .replace("/import/[id]", `/import/${ids.import}`)
    .replace("[response]", ids.response)
    .replace("[followUp]", ids.followUp)
    .replace("[extension]", ids.extension)
    .replace("[...nextauth]", "session")
    .replace("[person]", "coordinator");
}

async function answerTo(request: APIRequestContext, path: string): Promise<{ answer: Answer; text: string }> {
  const response = await request.get(path, { maxRedirects: 0 });
  const text = await response.text();
  if (response.status() === 404) return { answer: "nothing", text };
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
  expect(findRoutes()).toEqual(Object.keys(ROUTES).sort());
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
    for (const [route, expected] of Object.entries(ROUTES)) {
      if (expected === POST_ONLY) continue;
      const { answer, text } = await answerTo(page.request, address(route, RIVERSIDE));
      expect({ route, answer }).toEqual({ route, answer: expected[who] });
      if (who !== "viewer")
        expect({ route, leaks: canaries.filter((canary) => text.includes(canary)) }).toEqual({
          route,
          leaks: [],
        });
    }
  });

  test(`a ${who} cannot post to Riverside`, async ({ page }) => {
    await arrive(page);
    const origin = new URL(page.url().startsWith("http") ? page.url() : (process.env.BASE_URL ?? "")).origin;
    for (const route of ["/w/[workspace]/drafts", "/w/[workspace]/import/upload"]) {
      const response = await page.request.post(address(route, RIVERSIDE), {
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
    const { answer, text } = await answerTo(page.request, address(route, HARBOUR));
    expect({ route, answer }).toEqual({ route, answer: "nothing" });
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  }
});

test("pages of a workspace are kept by nobody and speak to nobody else", async ({ page }) => {
  await signInAs(page, "coordinator");
  const headers = (await page.goto(`${RIVERSIDE}/consultations/${ids.consultation}`))?.headers() ?? {};
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
