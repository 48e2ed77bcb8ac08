import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { GET as describeApi } from "@/app/api/v1/openapi.json/route";
import { apiRoute } from "@/lib/access/api";
import { PROBLEMS, problem } from "@/lib/access/api-problem";
import { problemsOf } from "@/lib/features/api/open-api";
import { OPERATIONS } from "@/lib/features/api/operations/all";
import { aToken, call } from "@/tests/factories/api";
import { apiHandlers } from "@/tests/factories/api-handlers";

// Real answers, held against the description that is published.

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const description = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        responses: z.record(z.string(), z.object({ content: content.optional() })),
      }),
    ),
  ),
  components: z.object({ schemas: z.object({ Problem: z.record(z.string(), z.unknown()) }) }),
});

let published: z.output<typeof description>;
let home: Awaited<ReturnType<typeof aToken>>;
beforeAll(async () => {
  published = description.parse((await call(describeApi, "GET", "/openapi.json")).body);
  home = await aToken("owner");
});

/** Sends a request to an operation and holds the answer against its description. */
async function ask(
  id: string,
  {
    params = {},
    query = "",
    body,
    headers = {},
    token = home.token,
  }: {
    params?: Record<string, string>;
    query?: string;
    body?: unknown;
    headers?: Record<string, string>;
    token?: string;
  } = {},
) {
  const operation = OPERATIONS.find((one) => one.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  const all = { slug: home.workspace.slug, ...params };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => all[name as keyof typeof all] ?? "");
  const handler = (await apiHandlers())[id];
  if (!handler) throw new Error(`no handler of ${id}`);
  const answer = await call(handler, operation.method, `${path}${query}`, {
    token,
    params: all,
    headers,
    ...(body !== undefined && { body }),
  });
  const told =
    published.paths[operation.path]?.[operation.method.toLowerCase()]?.responses[String(answer.status)];
  expect({ id, status: answer.status, told: told !== undefined, text: answer.text }).toMatchObject({
    told: true,
  });
  const type = answer.headers.get("content-type");
  const schema = type === null ? undefined : told?.content?.[type]?.schema;
  expect({ id, type, schema: schema !== undefined }).toEqual({ id, type, schema: type !== null });
  if (schema) {
    const shape = schema.$ref ? published.components.schemas.Problem : schema;
    const held = z.fromJSONSchema(shape as z.core.JSONSchema.JSONSchema).safeParse(answer.body);
    expect(held.error?.issues ?? []).toEqual([]);
  }
  return answer;
}

const idOf = (answer: { body: unknown }) => z.looseObject({ id: z.string() }).parse(answer.body).id;
const housing = {
  title: "Housing plan",
  publicBody: "Council",
  startsOn: "2026-01-10",
  endsOn: "2026-01-20",
};

describe("the description", () => {
  it("holds exactly the calls there are", async () => {
    const handlers = Object.keys(await apiHandlers());
    expect(OPERATIONS.map(({ id }) => id).sort()).toEqual(handlers.sort());
    expect(
      z.fromJSONSchema(published.components.schemas.Problem as z.core.JSONSchema.JSONSchema).safeParse({})
        .success,
    ).toBe(false);
  });

  it("is kept by every call that succeeds", async () => {
    await ask("getWorkspace");
    expect(
      (await ask("patchWorkspace", { body: { name: "Our forum", capacityHours: 40.5, answerDays: 90 } }))
        .body,
    ).toMatchObject({ name: "Our forum", capacityHours: 40.5, answerDays: 90 });
    const params = {
      id: idOf(
        await ask("createConsultation", {
          body: { ...housing, participants: 10, minutesEach: 30, topics: ["Housing"], reference: "A" },
        }),
      ),
    };
    expect((await ask("createConsultation", { body: { ...housing, reference: "A" } })).status).toBe(200);
    expect(
      (
        await ask("createResponse", {
          params,
          body: { kind: "findings", receivedOn: null, summary: "We heard" },
        })
      ).body,
    ).toMatchObject({ kind: "findings", receivedOn: null, summary: "We heard", sourceUrl: null });
    const promised = await ask("createFollowUp", {
      params,
      body: {
        title: "Interpreters",
        madeOn: "2026-01-20",
        dueOn: "2026-03-01",
        basis: "written",
        promisedWords: "We will",
      },
    });
    expect(promised).toMatchObject({
      status: 201,
      body: {
        owner: "body",
        waitingOn: "body",
        bodySays: "not_started",
        communitySays: "not_asked",
        dueOn: "2026-03-01",
      },
    });
    expect(
      (
        await ask("createExtension", {
          params,
          body: { newDueOn: "2026-12-24", agreedOn: "2026-06-01", reason: "Summer", agreedBy: "both" },
        })
      ).status,
    ).toBe(201);
    const whole = await ask("getConsultation", { params });
    expect(whole.body).toMatchObject({
      standing: "stalled",
      flagged: true,
      answerDueOn: "2026-12-24",
      hoursAsked: 5,
      extensions: [{ newDueOn: "2026-12-24", agreedBy: "both" }],
      responses: [{ kind: "findings" }],
      followUps: [{ title: "Interpreters" }],
    });
    const done = await ask("patchFollowUp", {
      params: { id: idOf(promised) },
      body: { bodySays: "done", doneOn: "2026-04-01", communitySays: "partly", dueOn: "2026-05-01" },
    });
    expect(done.body).toMatchObject({ bodySays: "done", communitySays: "partly", dueOn: "2026-05-01" });
    expect((await ask("getConsultation", { params, query: "?asOf=2026-02-01" })).body).toMatchObject({
      standing: "acted",
    });
    expect((await ask("getSummary", { query: "?asOf=2026-06-30" })).body).toEqual({
      asOf: "2026-06-30",
      consultations: { total: 1, flagged: 0, byStanding: expect.objectContaining({ acted: 1, silent: 0 }) },
      hours: { given: 5, ledToAction: 5, noAction: 0, unknown: 0 },
      ledToAction: null,
      finished: 1,
      followUps: { open: 0, late: 0, done: 1 },
    });
    expect((await ask("listConsultations", { query: "?topic=Housing" })).body).toMatchObject({
      items: [{ standing: "acted", flagged: false, answerDueOn: "2026-12-24" }],
      nextCursor: null,
    });
    const activity = {
      title: "Open day",
      kind: "welcome",
      startsOn: "2026-05-01",
      groups: [{ group: "members", people: 40, brought: ["experience"] }],
      officials: [{ role: "Head of housing", publicBody: "Council" }],
      topics: ["Housing"],
      outcomes: ["less_isolation"],
      hours: 2.5,
    };
    expect((await ask("createActivity", { body: activity })).body).toMatchObject(activity);
    expect((await ask("listActivities")).body).toMatchObject({ items: [activity], nextCursor: null });
    const form = new FormData();
    form.set(
      "mapping",
      JSON.stringify({
        columns: { title: "Name", publicBody: "Who", startsOn: "From" },
        dates: "dmy",
        constants: { endsOn: null },
      }),
    );
    form.set("dryRun", "true");
    form.set("file", new File(["Name,Who,From\nParks,Council,31/01/2026\nRoads,Council,someday\n"], "a.csv"));
    expect((await ask("importSheet", { body: form })).body).toMatchObject({
      rows: 2,
      created: 1,
      rejected: [{ row: 3, field: "startsOn", code: "not_a_date", value: "someday" }],
    });
    expect((await ask("listConsultations", { query: "?q=parks" })).body).toMatchObject({ items: [] });
    const calendar = await ask("getCalendar");
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR/);
    const tag = calendar.headers.get("etag") ?? "";
    expect((await ask("getCalendar", { headers: { "if-none-match": tag } })).status).toBe(304);
    expect((await ask("deleteConsultation", { params })).status).toBe(204);
  });

  it.each(OPERATIONS.map(({ id }) => id))("is kept by the refusals of %s", async (id) => {
    const operation = OPERATIONS.find((one) => one.id === id);
    const params = { id: "00000000-0000-4000-8000-000000000000" };
    expect((await ask(id, { params, token: "x".repeat(43) })).status).toBe(401);
    const neighbour = await aToken("owner");
    expect((await ask(id, { params, token: neighbour.token })).status).toBe(404);
    if (operation?.path.includes("{id}")) expect((await ask(id, { params: { id: "7" } })).status).toBe(404);
    if (operation?.needs !== "viewer")
      expect(
        (
          await ask(id, {
            params,
            token: (await aToken("viewer", home.workspace)).token,
            ...(operation?.body && { body: {} }),
            ...(operation?.form && { body: new FormData() }),
          })
        ).status,
      ).toBe(403);
    if (operation?.body) {
      const json = { params, headers: { "content-type": "application/json" } };
      expect((await ask(id, { ...json, body: "{" })).body).toMatchObject({ code: "malformed_json" });
      expect((await ask(id, { ...json, body: '{"title":"a","title":"b"}' })).body).toMatchObject({
        code: "duplicate_key",
      });
      expect((await ask(id, { ...json, body: "[".repeat(500_000) })).body).toMatchObject({
        code: "too_deep",
      });
      expect((await ask(id, { ...json, body: `"${"x".repeat(1_100_000)}"` })).status).toBe(413);
      expect((await ask(id, { ...json, body: new Uint8Array([0xff, 0xfe, 0x7b, 0]) })).body).toMatchObject({
        code: "not_utf8",
      });
      expect((await ask(id, { params, body: "{}", headers: { "content-type": "text/plain" } })).status).toBe(
        415,
      );
      expect(
        (
          await ask(id, {
            params,
            body: "{}",
            headers: { "content-type": "application/json; charset=utf-16" },
          })
        ).status,
      ).toBe(415);
      for (const value of ["[]", "7", "null", '"words"', '{"__proto__":{"admin":true}}', '{"colour":1e400}'])
        expect((await ask(id, { ...json, body: value })).status).toBe(422);
    }
    if (operation?.query) expect((await ask(id, { params, query: "?colour=red&asOf=%00" })).status).toBe(422);
    if (operation?.method !== "GET")
      expect(
        (
          await ask(id, {
            params,
            headers: { "idempotency-key": "x".repeat(300) },
            ...(operation?.body && { body: {} }),
            ...(operation?.form && { body: new FormData() }),
          })
        ).body,
      ).toMatchObject({ code: "bad_idempotency_key" });
  });

  it("names every problem there is", () => {
    const named = new Set(OPERATIONS.flatMap(problemsOf));
    expect(Object.keys(PROBLEMS).filter((code) => !named.has(code as keyof typeof PROBLEMS))).toEqual([
      "method_not_allowed",
    ]);
    for (const code of Object.keys(PROBLEMS))
      expect(problem(code as keyof typeof PROBLEMS).headers.get("content-type")).toBe(
        "application/problem+json",
      );
    expect(typeof apiRoute).toBe("function");
  });
});
