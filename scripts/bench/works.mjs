// What is measured: each work done by the product, and beside it by its floors.
import { randomUUID } from "node:crypto";
import { runStatements } from "../../bench/floor/lib/statements.mjs";
import { keptConnections, request } from "./load.mjs";

/** What a create sends, without its reference. */
export const NEW_CONSULTATION = {
  title: "Survey about the bench",
  publicBody: "Borough Council of the bench",
  kind: "survey",
  topics: ["housing"],
  startsOn: "2026-03-02",
  endsOn: "2026-03-30",
  participants: 40,
  sessions: 1,
  minutesEach: 60,
};

export const WORKS = {
  dashboard: { name: "Dashboard page", page: (slug) => `/w/${slug}`, reads: true },
  list: { name: "List page", page: (slug) => `/w/${slug}/consultations`, reads: true },
  summary: { name: "Summary by API", api: (slug) => `/api/v1/workspaces/${slug}/summary`, reads: true },
  create: {
    name: "Create by API",
    api: (slug) => `/api/v1/workspaces/${slug}/consultations`,
    method: "POST",
    status: 201,
  },
};

/** The visitor of the n-th request, and one of their tokens: turn by turn, so that each token is used alike. */
function visitorOf(visitors, n) {
  const visitor = visitors[n % visitors.length];
  const { tokens } = visitor;
  return { ...visitor, token: tokens[Math.floor(n / visitors.length) % tokens.length] };
}

function callOf({ page, api, method }, visitor) {
  const { slug, session, token } = visitor;
  if (page) return { path: page(slug), options: { headers: { Cookie: `followthrough-session=${session}` } } };
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  if (method !== "POST") return { path: api(slug), options: { headers } };
  const body = JSON.stringify({ ...NEW_CONSULTATION, reference: randomUUID() });
  return { path: api(slug), options: { method, headers, body } };
}

async function expectStatus(agent, url, options, expected) {
  const { status, bytes } = await request(agent, url, options);
  if (status !== expected) throw new Error(`${url} answered ${status} instead of ${expected}`);
  return bytes;
}

/** One side: what the product does. */
export function productSide(work, { url }, visitors, connections, name = "product") {
  const agent = keptConnections(connections);
  const hit = (n) => {
    const { path, options } = callOf(work, visitorOf(visitors, n));
    return expectStatus(agent, `${url}${path}`, options, work.status ?? 200);
  };
  return { name, hit };
}

/** The sides of a work at so many connections: the product, then its floors. */
export function sidesOf(key, { product, floor, plain, pool, recorded, visitors }, connections) {
  const work = WORKS[key];
  const agents = Array.from({ length: 5 }, () => keptConnections(connections));
  const options = work.method
    ? { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }
    : {};
  const at = (n) => visitorOf(visitors, n).slug;
  const floorPath = (slug) => `${floor.url}/${work.page ? "page" : "api"}/${key}/${slug}`;
  return [
    productSide(work, product, visitors, connections),
    {
      name: "framework, same SQL",
      hit: (n) => expectStatus(agents[0], floorPath(at(n)), options, work.status ?? 200),
    },
    {
      name: "framework, same SQL, prepared",
      hit: (n) => expectStatus(agents[4], `${floorPath(at(n))}?prepared`, options, work.status ?? 200),
    },
    ...(key === "dashboard"
      ? [
          {
            name: "framework, same SQL and page",
            hit: (n) => expectStatus(agents[3], `${floor.url}/same/${at(n)}`, {}, 200),
          },
        ]
      : []),
    { name: "framework, trivial page", hit: () => expectStatus(agents[1], `${floor.url}/trivial`, {}, 200) },
    {
      name: "bare Node, same bytes",
      hit: () => expectStatus(agents[2], `${plain.url}/${key}`, options, 200),
    },
    {
      name: "pg alone, same SQL",
      hit: (n) => {
        const one = recorded[key][at(n)];
        return runStatements(pool, one, new Map((one.once ?? []).map((value) => [value, randomUUID()])));
      },
    },
  ];
}

/** What the product answers to each work, for the bare server: { "/dashboard": { type, body } }. */
export async function answersOf({ url }, readers, writers) {
  const answers = {};
  for (const [key, work] of Object.entries(WORKS)) {
    const [visitor] = work.reads ? readers : writers;
    const { path, options } = callOf(work, { ...visitor, token: visitor.tokens[0] });
    const headers = { ...options.headers, Accept: work.page ? "text/html" : "application/json" };
    const answer = await fetch(`${url}${path}`, { ...options, headers });
    if (answer.status !== (work.status ?? 200)) throw new Error(`${path} answered ${answer.status}`);
    answers[`/${key}`] = { type: answer.headers.get("content-type"), body: await answer.text() };
  }
  return answers;
}
