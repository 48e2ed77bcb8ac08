import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { GET as nothing } from "@/app/api/v1/[...rest]/route";
import { GET, DELETE as noDelete, POST } from "@/app/api/v1/workspaces/[slug]/consultations/route";
import { POST as importRoute } from "@/app/api/v1/workspaces/[slug]/imports/route";
import { PATCH as patchSettings } from "@/app/api/v1/workspaces/[slug]/route";
import { sessionCookieName } from "@/lib/access/session";
import { systemClient, tenantClient } from "@/lib/db/clients";
import { USES_PER_MINUTE } from "@/lib/domain/api-token";
import type { Role } from "@/lib/domain/permissions";
import { findTokens } from "@/lib/features/tokens/find-tokens";
import { makeToken } from "@/lib/features/tokens/make-token";
import { stopToken } from "@/lib/features/tokens/stop-token";
import { aToken, call } from "@/tests/factories/api";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

type Home = Awaited<ReturnType<typeof aToken>>;
const PATH = "/workspaces/x/consultations";
const housing = { title: "Housing plan", publicBody: "Riverside Borough Council", startsOn: "2026-01-10" };
const made = z.looseObject({ id: z.string() });

const read = (home: Home, token: string | undefined = home.token, slug = home.workspace.slug) =>
  call(GET, "GET", PATH, { token, params: { slug } });
const write = (home: Home, body: unknown = housing, headers: Record<string, string> = {}) =>
  call(POST, "POST", PATH, { token: home.token, params: { slug: home.workspace.slug }, body, headers });

async function inWorkspace<T>(
  home: Home,
  work: (tx: Parameters<Parameters<ReturnType<typeof tenantClient>["$transaction"]>[0]>[0]) => Promise<T>,
): Promise<T> {
  return tenantClient().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${home.workspace.id}, true), set_config('app.user_id', ${home.owner.user.id}, true)`;
    return work(tx);
  });
}
const count = (home: Home) => inWorkspace(home, (tx) => tx.consultation.count());

// No role of the server reads or writes the counts: only the owner looks at them here.
const owner = new pg.Client({ connectionString: testDatabase().owner });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

describe("the door", () => {
  let home: Home;
  beforeAll(async () => {
    home = await aToken("editor");
  });

  it("is shut without a token that works, and says which kind it wants", async () => {
    for (const token of [
      undefined,
      "x",
      "wrong".repeat(9),
      (await aToken("owner", undefined, { revoked: true })).token,
      (await aToken("owner", undefined, { days: -1 })).token,
    ]) {
      const answer = await read(home, token ?? "");
      expect(answer).toMatchObject({ status: 401, body: { status: 401, code: "unauthorized" } });
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
    expect((await call(GET, "GET", PATH, { params: { slug: home.workspace.slug } })).status).toBe(401);
  });

  it("does not say whether another organisation is there", async () => {
    const other = await aToken("owner");
    for (const slug of [home.workspace.slug, "no-such-place", "No Such\u0000Place", "%00", "é"])
      expect(await read(other, other.token, slug)).toMatchObject({
        status: 404,
        body: { code: "not_found" },
      });
  });

  it("stops with the organisation, and with whoever made the token", async () => {
    const paused = await aToken("owner");
    await systemClient().workspace.update({
      where: { id: paused.workspace.id },
      data: { state: "suspended" },
    });
    expect((await read(paused)).status).toBe(401);
    const left = await aToken("owner");
    await aMember("owner", left.workspace);
    await systemClient().membership.deleteMany({ where: { userId: left.owner.user.id } });
    expect((await read(left)).status).toBe(401);
  });

  it.each<[Role, number, number, number]>([
    ["owner", 200, 201, 200],
    ["editor", 200, 201, 403],
    ["viewer", 200, 403, 403],
  ])("lets a token of an %s do what its role may", async (role, reads, writes, manages) => {
    const there = await aToken(role);
    expect((await read(there)).status).toBe(reads);
    expect((await write(there)).status).toBe(writes);
    const params = { slug: there.workspace.slug };
    expect(
      (
        await call(patchSettings, "PATCH", "/x", {
          token: there.token,
          params,
          body: { capacityHours: 12.5 },
        })
      ).status,
    ).toBe(manages);
  });

  it("never lets a token do more than its maker may now", async () => {
    const there = await aToken("owner");
    await aMember("owner", there.workspace);
    await systemClient().membership.updateMany({
      where: { userId: there.owner.user.id },
      data: { role: "viewer" },
    });
    expect((await read(there)).status).toBe(200);
    expect((await write(there)).status).toBe(403);
  });

  it("takes a session of our own pages for reading, and for nothing else", async () => {
    const headers = {
      cookie: `a=b; ${sessionCookieName()}=${home.owner.token}`,
      "sec-fetch-site": "same-origin",
    };
    const params = { slug: home.workspace.slug };
    expect((await call(GET, "GET", PATH, { params, headers })).status).toBe(200);
    expect(
      (await call(GET, "GET", PATH, { params, headers: { ...headers, "sec-fetch-site": "cross-site" } }))
        .status,
    ).toBe(401);
    expect((await call(POST, "POST", PATH, { params, headers, body: housing })).status).toBe(401);
  });

  it("names the token in the trail, with whoever made it", async () => {
    const { id } = made.parse((await write(home)).body);
    const events = await inWorkspace(home, (tx) => tx.auditEvent.findMany({ where: { subjectId: id } }));
    expect(events).toMatchObject([
      { kind: "consultation.logged", actorId: home.owner.user.id, tokenId: home.tokenId },
    ]);
  });

  it("writes the last use, once a minute", async () => {
    const there = await aToken("viewer");
    const used = async () => (await inWorkspace(there, (tx) => tx.apiToken.findMany()))[0]?.lastUsedAt;
    expect(await used()).toBeNull();
    await read(there);
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    await read(there);
    expect(await used()).toEqual(first);
  });

  it("answers methods and addresses it does not know", async () => {
    const wrong = await call(noDelete, "DELETE", PATH, {
      token: home.token,
      params: { slug: home.workspace.slug },
    });
    expect(wrong).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(await call(nothing, "GET", "/nowhere")).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
  });
});

describe("the limit", () => {
  // Counts begin anew with each minute: none may begin between two requests here.
  beforeEach(async () => {
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 8000) await new Promise((resolve) => setTimeout(resolve, left + 100));
  });

  it("is counted for each token in the database, refused requests included", async () => {
    const home = await aToken("editor");
    await read(home);
    await write(home, { ...housing, colour: "red" });
    await write(home, "{", {});
    await read(home, home.token, "another-place");
    const { rows } = await owner.query("SELECT sum(uses)::int AS uses FROM api_uses WHERE token_id = $1", [
      home.tokenId,
    ]);
    expect(rows[0].uses).toBeGreaterThanOrEqual(3);
  });

  it("answers 429 with when to come back", async () => {
    const home = await aToken("viewer");
    await read(home);
    await owner.query("UPDATE api_uses SET uses = $2 WHERE token_id = $1", [home.tokenId, USES_PER_MINUTE]);
    const refused = await read(home);
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  });
});

describe("an Idempotency-Key", () => {
  let home: Home;
  beforeAll(async () => {
    home = await aToken("editor");
  });
  const key = () => ({ "idempotency-key": randomUUID() });

  it("answers the same result again", async () => {
    const headers = key();
    const first = await write(home, housing, headers);
    const before = await count(home);
    const again = await write(home, housing, headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(await count(home)).toBe(before);
  });

  it("answers the same result to requests that race", async () => {
    const headers = key();
    const before = await count(home);
    const answers = await Promise.all(Array.from({ length: 8 }, () => write(home, housing, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count(home)).toBe(before + 1);
  });

  it("belongs to one request, and to one token", async () => {
    const headers = key();
    await write(home, housing, headers);
    expect(await write(home, { ...housing, title: "Another" }, headers)).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    const other = await aToken("editor", home.workspace);
    expect((await write(other, { ...housing, title: "Another" }, headers)).status).toBe(201);
    expect((await write(home, housing, { "idempotency-key": "a b" })).body).toMatchObject({
      code: "bad_idempotency_key",
    });
  });

  it("is free again when the request came to nothing, and after a day", async () => {
    const headers = key();
    expect((await write(home, { ...housing, colour: "red" }, headers)).status).toBe(422);
    const first = made.parse((await write(home, housing, headers)).body);
    await inWorkspace(home, (tx) =>
      tx.apiAnswer.updateMany({ data: { askedAt: new Date(Date.now() - 25 * 3600 * 1000) } }),
    );
    const next = await write(home, housing, headers);
    expect(next.status).toBe(201);
    expect(made.parse(next.body).id).not.toBe(first.id);
  });

  it("is forgotten after a day without anybody asking", async () => {
    const { rows } = await owner.query("SELECT forget_api_answers(now() + interval '25 hours') AS gone");
    expect(Number(rows[0].gone)).toBeGreaterThan(0);
    expect(await inWorkspace(home, (tx) => tx.apiAnswer.count())).toBe(0);
  });

  it("holds for an import too", async () => {
    const headers = key();
    const send = (title: string) => {
      const form = new FormData();
      form.set(
        "file",
        new File(
          [`title,public body,start date,end date\n${title},Council,2026-01-01,2026-01-02\n`],
          "a.csv",
        ),
      );
      return call(importRoute, "POST", "/x", {
        token: home.token,
        params: { slug: home.workspace.slug },
        body: form,
        headers,
      });
    };
    const answers = await Promise.all([send("A day"), send("A day")]);
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      [0, 1].map(() => [200, answers[0]?.text]),
    );
    expect(answers[0]?.body).toMatchObject({ rows: 1, created: 1, rejected: [] });
    expect(await send("Another day")).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
  });
});

describe("tokens in the settings", () => {
  const now = new Date();
  const form = (over: object = {}) => ({
    id: randomUUID(),
    name: "Website",
    role: "viewer",
    days: 30,
    tokenHash: randomUUID().replaceAll("-", "").padEnd(64, "0"),
    ...over,
  });

  it("are made once, listed and stopped by owners", async () => {
    const member = await aMember("owner");
    const sent = form();
    for (const _ of [1, 2]) expect(await makeToken.run(member.key, sent, now)).toMatchObject({ ok: true });
    const listed = await findTokens.run(member.key, { shownHash: sent.tokenHash }, now);
    expect(listed).toMatchObject({
      ok: true,
      value: {
        value: { shown: "Website", tokens: [{ id: sent.id, state: "works", madeBy: member.user.name }] },
      },
    });
    for (const _ of [1, 2])
      expect(await stopToken.run(member.key, { id: sent.id }, now)).toMatchObject({ ok: true });
    expect(await findTokens.run(member.key, {}, now)).toMatchObject({
      ok: true,
      value: { value: { tokens: [{ state: "revoked" }] } },
    });
    expect(await stopToken.run(member.key, { id: randomUUID() }, now)).toMatchObject({
      ok: false,
      code: "not_found",
    });
  });

  it("are nothing for editors", async () => {
    const member = await aMember("editor");
    expect(await makeToken.run(member.key, form(), now)).toMatchObject({ ok: false, code: "forbidden" });
  });
});
