import { randomUUID } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addressOf } from "@/scripts/permissions/doors";
import { filesBelow } from "@/scripts/permissions/source";
import { aToken } from "@/tests/factories/api";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { comeAs, Led, NOWHERE } from "@/tests/factories/request";

vi.mock("next/headers", () => import("@/tests/factories/request"));
vi.mock("next/navigation", () => import("@/tests/factories/request"));
vi.mock("next/server", () => import("@/tests/factories/request"));
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// Every route handler there is, every method of it, asked from five positions. A new one fails until it is listed here
// with its answers. What they say when they do answer is tried in tests/e2e/routes.spec.ts: not a word too much.

type Position = "stranger" | "neighbour" | "viewer" | "officer" | "admin";
/** A code, or where it leads: "sign-in", "nothing" (not found), or an address of the answer's Location. */
type Answer = number | string;
type Answers = Record<Position, Answer>;

const POSITIONS = ["stranger", "neighbour", "viewer", "officer", "admin"] as const;
const all = (answer: Answer): Answers => ({
  stranger: answer,
  neighbour: answer,
  viewer: answer,
  officer: answer,
  admin: answer,
});
/** Of an organisation's pages: nobody outside it, and no viewer. */
const WRITERS: Answers = { ...all("nothing"), stranger: "sign-in" };

/** Own business: only a stranger asks here, the rest is tried where it is made. */
type Listed = Answers | { stranger: Answer; why: string };

const ROUTES: Record<string, Record<string, Listed>> = {
  "/account/erase": {
    POST: { stranger: 404, why: "one's own account: tests/integration/members.test.ts" },
  },
  "/demo/[person]": { POST: all(404) },
  "/invitation/[token]/accept": { POST: all("/invitation/unknown") },
  "/invitation/[token]/sign-out": {
    POST: {
      stranger: "/invitation/unknown",
      why: "one's own session: tests/integration/members-invitations.test.ts",
    },
  },
  "/language": { POST: all(404) },
  "/sign-out": {
    POST: { stranger: "/?signed-out=here", why: "one's own session: tests/e2e/sign-in.spec.ts" },
  },
  "/shared/[token]/calendar.ics": { GET: all(404) },
  "/shared/[token]/csv": { GET: all(404) },
  "/shared/[token]/unlock": { POST: all("/shared/unknown?problem=required") },
  "/shared/view/[id]/calendar.ics": { GET: all(404) },
  "/shared/view/[id]/csv": { GET: all(404) },
  "/api/health": { GET: all(200) },
  "/api/metrics": { GET: all(404) },
  "/w/[workspace]/activities/download": { GET: { ...WRITERS, viewer: 200 } },
  "/w/[workspace]/audit/export": { GET: WRITERS },
  "/w/[workspace]/bodies/download": { GET: { ...WRITERS, viewer: 200 } },
  "/w/[workspace]/bodies/search/names": { GET: { ...all(404), viewer: 200 } },
  "/w/[workspace]/consultations/download": { GET: { ...WRITERS, viewer: 200 } },
  "/w/[workspace]/drafts": { POST: all(403) },
  "/w/[workspace]/files/[id]": { GET: { ...all("nothing"), stranger: "sign-in" } },
  "/w/[workspace]/files/upload": { GET: all("/consultations"), POST: all(404) },
  "/w/[workspace]/follow-ups/download": { GET: { ...WRITERS, viewer: 200 } },
  "/w/[workspace]/import/[id]/refused": { GET: WRITERS },
  "/w/[workspace]/import/upload": { GET: all("/import"), POST: { ...all(404), stranger: "sign-in" } },
  "/w/[workspace]/log/long-form": { POST: all(404) },
  "/w/[workspace]/settings/export/file": {
    GET: all("/settings/export"),
    POST: { ...all("/settings/export"), stranger: "sign-in" },
  },
};
/** next-auth's own: it brings its own protection of forms, and signs nobody in (tests/integration/sign-in.test.ts). */
const NOT_OURS = ["/api/auth/[...nextauth]"];

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const API = /^\/api\/v1\//;
const files = filesBelow("app", /\/route\.ts$/).filter((file) => !NOT_OURS.includes(addressOf(file)));
const found: { route: string; method: string; handler: Handler }[] = [];
for (const file of files) {
  const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
  for (const method of METHODS)
    if (isHandler(module[method])) found.push({ route: addressOf(file), method, handler: module[method] });
}
const handlers = found.filter(({ route }) => !API.test(route));
const apiHandlers = found.filter(({ route }) => API.test(route));
function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

let slug = "";
const tokens: Record<Position, string> = { stranger: "", neighbour: "", viewer: "", officer: "", admin: "" };
beforeAll(async () => {
  const home = await aMember("owner");
  slug = home.workspace.slug;
  tokens.neighbour = (await aMember("owner")).token;
  tokens.viewer = (await aMember("viewer", home.workspace)).token;
  tokens.officer = (await signedInPerson()).token;
  tokens.admin = (await signedInPerson({ isPlatformAdmin: true })).token;
});

async function ask(handler: Handler, method: string, route: string, site: string): Promise<Answer> {
  const headers = {
    "sec-fetch-site": site,
    origin: site === "same-origin" ? "http://127.0.0.1:3000" : "https://elsewhere.example",
  };
  const body = method === "GET" ? undefined : new FormData();
  body?.set("title", "planted");
  body?.set("form", "consultation:new");
  body?.set("file", new File(["Title\nplanted\n"], "a.csv"));
  const request = new Request(`http://127.0.0.1:3000${route}`, { method, headers, ...(body && { body }) });
  const params = Promise.resolve({
    workspace: slug,
    id: randomUUID(),
    token: "unknown",
    person: "coordinator",
  });
  const say = (to: string) => {
    if (to === NOWHERE) return "nothing";
    if (to.startsWith("/sign-in?next=")) return "sign-in";
    return to.replace(`/w/${slug}`, "");
  };
  try {
    const response = await handler(request, { params });
    await response.body?.cancel();
    const to = response.headers.get("location");
    return to ? say(to) : response.status;
  } catch (error) {
    if (error instanceof Led) return say(error.to);
    throw error;
  }
}

describe("route handlers", () => {
  it("are all listed here, with every method", () => {
    const there = handlers.map(({ route, method }) => `${method} ${route}`).sort();
    const listed = Object.entries(ROUTES).flatMap(([route, methods]) =>
      Object.keys(methods).map((method) => `${method} ${route}`),
    );
    expect(there).toEqual(listed.sort());
  });

  it.each(handlers)("$method $route answers each as it should", async ({ route, method, handler }) => {
    const listed = ROUTES[route]?.[method];
    if (!listed) throw new Error(`${method} ${route} is not listed`);
    const tried = "why" in listed ? (["stranger"] as const) : POSITIONS;
    const answers: [string, Answer][] = [];
    const expected: [string, Answer][] = [];
    for (const who of tried) {
      comeAs(tokens[who]);
      answers.push([who, await ask(handler, method, route, "same-origin")]);
      expected.push([who, "why" in listed ? listed.stranger : listed[who]]);
    }
    expect(answers).toEqual(expected);
  });

  it.each(handlers.filter(({ method }) => method !== "GET"))(
    "$method $route does nothing for another site's form",
    async ({ route, method, handler }) => {
      comeAs(tokens.viewer);
      expect([403, 404]).toContain(await ask(handler, method, route, "cross-site"));
    },
  );
});

describe("the API", () => {
  /** Answers anybody, and says nothing of an organisation. */
  const OPEN = ["/api/v1/[...rest]", "/api/v1/openapi.json"];
  /** Read by owners alone. */
  const OWNERS = ["/api/v1/workspaces/[slug]/export"];
  const bearers: Record<string, string> = {};
  let home: Awaited<ReturnType<typeof aToken>>;
  beforeAll(async () => {
    home = await aToken("owner");
    bearers.owner = home.token;
    bearers.viewer = (await aToken("viewer", home.workspace)).token;
    bearers.neighbour = (await aToken("owner")).token;
    bearers.revoked = (await aToken("owner", home.workspace, { revoked: true })).token;
    bearers.expired = (await aToken("owner", home.workspace, { days: -1 })).token;
  });

  /** Addresses that take a file: the API says 415 to JSON there. */
  const takesFiles = new Set<Handler>();
  async function status(handler: Handler, method: string, headers: Record<string, string>): Promise<number> {
    const write = method !== "GET";
    const file = new FormData();
    file.set("file", new File(["Title\nplanted\n"], "a.csv"));
    const json = write && !takesFiles.has(handler);
    const request = new Request("http://127.0.0.1:3000/api/v1", {
      method,
      headers: {
        "sec-fetch-site": "same-origin",
        ...headers,
        ...(json && { "content-type": "application/json" }),
      },
      ...(write && { body: json ? "{}" : file }),
    });
    const params = Promise.resolve({
      workspace: home.workspace.slug,
      slug: home.workspace.slug,
      id: randomUUID(),
    });
    const answer = await handler(request, { params });
    // Nobody takes the rest of it.
    await answer.body?.cancel();
    return answer.status;
  }
  const bearing = (who: string) => ({ authorization: `Bearer ${bearers[who]}` });

  it.each(apiHandlers)("$method $route answers each as it should", async ({ route, method, handler }) => {
    if ((await status(handler, method, bearing("owner"))) === 415) takesFiles.add(handler);
    const own = await status(handler, method, bearing("owner"));
    // A method that this address does not have, and addresses without an organisation's data.
    if (own === 405 || OPEN.includes(route)) return;
    expect(own).not.toBe(401);
    expect(await status(handler, method, {})).toBe(401);
    expect(await status(handler, method, bearing("revoked"))).toBe(401);
    expect(await status(handler, method, bearing("expired"))).toBe(401);
    expect(await status(handler, method, bearing("neighbour"))).toBe(404);
    const viewer = await status(handler, method, bearing("viewer"));
    if (method === "GET" && !OWNERS.includes(route)) expect(viewer).toBe(own);
    else expect(viewer).toBe(403);
    // With a session's cookie a page of ours may read; an officer and a platform admin are no members.
    for (const who of ["officer", "admin", "neighbour"] as const) {
      const cookie = { cookie: `followthrough-session=${tokens[who]}` };
      expect(await status(handler, method, cookie)).toBe(method === "GET" ? 404 : 401);
      expect(await status(handler, method, { ...cookie, "sec-fetch-site": "cross-site" })).toBe(401);
    }
  });
});
