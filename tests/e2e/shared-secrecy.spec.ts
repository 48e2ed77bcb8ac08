import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { aFullSnapshot } from "@/lib/domain/shared-view/sample-view";
import { findRoutes } from "./pages";
import { putView } from "./shared-world";
import { asOwner, RIVERSIDE, signInAs } from "./world";

// The address of a view is its key: it goes nowhere by itself, is written down nowhere, and no search engine keeps it.

test("search engines are told to stay away, and nobody keeps a page", async ({ page, request }) => {
  expect(await (await request.get("/robots.txt")).text()).toBe("User-Agent: *\nAllow: /$\nDisallow: /\n\n");
  const { token } = await putView(aFullSnapshot());
  await signInAs(page, "coordinator");
  const guarded = [
    `/shared/${token}`,
    `/shared/${token}/csv`,
    `/shared/${token}/calendar.ics`,
    "/shared/no-such-link",
    "/shared",
    RIVERSIDE,
    "/admin",
    "/account",
  ];
  for (const path of guarded) {
    const headers = (await page.request.get(path)).headers();
    expect({ path, robots: headers["x-robots-tag"] }).toEqual({
      path,
      robots: "noindex, nofollow, noarchive, nosnippet",
    });
    expect({ path, kept: headers["cache-control"] }).toEqual({
      path,
      kept: expect.stringContaining("no-store"),
    });
    expect(headers["referrer-policy"]).toBe("same-origin");
  }
});

test("a link that goes elsewhere, and the way out, say nothing of where the reader was", async ({ page }) => {
  const { token } = await putView(aFullSnapshot());
  const asked: { url: string; headers: Record<string, string> }[] = [];
  await page.context().route(/^https:/, async (route) => {
    asked.push({ url: route.request().url(), headers: await route.request().allHeaders() });
    await route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" });
  });
  await page.goto(`/shared/${token}`);
  await page.locator("main a[href='https://council.example/repairs']").first().click();
  await expect(page).toHaveTitle("elsewhere");
  await page.goto(`/shared/${token}`);
  await page.getByRole("link", { name: "Exit quickly" }).click();
  await expect(page).toHaveTitle("elsewhere");
  expect(asked.length).toBeGreaterThanOrEqual(2);
  for (const { url, headers } of asked) {
    expect(url).not.toContain(token);
    expect(headers.referer).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(token);
  }
  await page.goBack().catch(() => null);
  await expect(page).toHaveTitle("elsewhere");
});

test("every answer that is not there looks the same", async ({ request }) => {
  const stopped = await putView(aFullSnapshot());
  const expired = await putView(aFullSnapshot());
  const paused = await putView(aFullSnapshot(), { workspace: "harbour-womens-circle" });
  await asOwner(async (client) => {
    await client.query("UPDATE shares SET stopped_at = now() WHERE id = $1", [stopped.id]);
    await client.query("UPDATE shares SET expires_on = current_date - 2 WHERE id = $1", [expired.id]);
    await client.query("UPDATE workspaces SET state = 'suspended' WHERE slug = 'harbour-womens-circle'");
  });
  await asOwner((client) => client.query("DELETE FROM rate_limits WHERE key LIKE 'share-visitor%'"));
  try {
    const tokens = [stopped.token, expired.token, paused.token, "A".repeat(43), "x", "%E0%A4%A", "' OR 1=1"];
    const told = await Promise.all(
      tokens.map(async (token) => {
        const answer = await request.get(`/shared/${encodeURI(token)}`);
        // Nonces and the address itself differ.
        const text = (await answer.text()).match(/<main[\s\S]*<\/main>/)?.[0];
        return { status: answer.status(), text };
      }),
    );
    const [first] = told;
    expect(first?.status).toBe(404);
    expect(first?.text).toContain("This view is not here");
    for (const one of told.slice(0, 5)) expect(one).toEqual(first);
    for (const { status } of told.slice(5)) expect([400, 404]).toContain(status);
    for (const file of ["csv", "calendar.ics"]) {
      const answers = await Promise.all(
        tokens.slice(0, 5).map(async (token) => {
          const answer = await request.get(`/shared/${token}/${file}`);
          return `${answer.status()} ${await answer.text()}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^404 This view is not here/);
    }
  } finally {
    await asOwner((client) =>
      client.query("UPDATE workspaces SET state = 'active' WHERE slug = 'harbour-womens-circle'"),
    );
  }
});

test("no token is ever written into the server's log, whatever goes wrong", async ({ page }) => {
  const log = process.env.SERVER_LOG;
  if (!log) throw new Error("SERVER_LOG names the file with what the server says; npm test sets it");
  const good = await putView(aFullSnapshot());
  const broken = await putView(aFullSnapshot());
  const locked = await putView(aFullSnapshot(), { proof: "a proof" });
  await asOwner((client) =>
    client.query("UPDATE share_snapshots SET snapshot = '{\"version\": 99}' WHERE share_id = $1", [
      broken.id,
    ]),
  );
  const before = readFileSync(log).length;
  await page.goto(`/shared/${good.token}`);
  for (const { token } of [good, broken, locked])
    for (const path of ["", "/csv", "/calendar.ics", "?_rsc=1", "/%E0%A4%A", "/nothing"])
      await page.request.get(`/shared/${token}${path}`, {
        headers: path.startsWith("?") ? { RSC: "1" } : {},
      });
  await page.request.post(`/shared/${locked.token}/unlock`, {
    form: { passphrase: "a secret that is typed" },
  });
  await page.request.post(`/shared/${broken.token}/unlock`, { data: "not a form" });
  await page.request.post(`/shared/${good.token}`, {
    form: { $ACTION_ID_0: "x" },
    headers: { "next-action": "x" },
  });
  await page.goto(`/shared/${broken.token}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  const said = readFileSync(log ?? "", "utf8").slice(before);
  // Something did go wrong, and was written down.
  expect(said.length).toBeGreaterThan(0);
  for (const secret of [good.token, broken.token, locked.token, "a secret that is typed"])
    expect(said).not.toContain(secret);
});

test("an officer can change nothing: whatever is posted to whatever page", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const { id } = await putView(aFullSnapshot(), { email: "officer@council.example" });
  await signInAs(page, "coordinator");
  await page.goto(`${RIVERSIDE}/consultations/new`);
  // The owner's own forms, as the browser would send them.
  const actions = await page
    .locator("form input[name^='$ACTION_ID']")
    .evaluateAll((all) => all.map((one) => one.getAttribute("name")));
  expect(actions.length).toBeGreaterThan(0);
  await page.context().clearCookies();
  await signInAs(page, "officer");

  const counted = () =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name <> 'share_openings' ORDER BY 1`,
      );
      const counts: Record<string, string> = {};
      for (const { name } of rows) {
        const found = await client.query(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS all FROM ${client.escapeIdentifier(name)} t`,
        );
        counts[name] = found.rows[0].all;
      }
      return counts;
    });
  const before = await counted();
  const form = {
    _workspace: "riverside-refugee-forum",
    id: crypto.randomUUID(),
    title: "planted by an officer",
    ...Object.fromEntries(actions.map((name) => [name ?? "", ""])),
  };
  const routes = [...new Set(findRoutes().map(({ route }) => route))].filter(
    (route) => !["/sign-out", "/language", "/demo/[person]", "/api/auth/[...nextauth]"].includes(route),
  );
  for (const route of routes) {
    const path = route
      .replace("[workspace]", "riverside-refugee-forum")
      .replace("/shared/view/[id]", `/shared/view/${id}`)
      .replace(/\[[^\]]+\]/g, crypto.randomUUID());
    const answer = await page.request.post(path, {
      multipart: form,
      headers: { origin: baseURL ?? "" },
      maxRedirects: 0,
    });
    expect({ path, text: (await answer.text()).includes("planted by an officer") }).toEqual({
      path,
      text: false,
    });
  }
  expect(await counted()).toEqual(before);
});
