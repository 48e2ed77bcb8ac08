import { readFileSync } from "node:fs";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { GET as describeApi } from "@/app/api/v1/openapi.json/route";
import { problemBody } from "@/lib/access/api-problem";
import { aToken, call } from "@/tests/factories/api";
import { apiHandlers } from "@/tests/factories/api-handlers";
import { fitting, spoilt } from "@/tests/factories/from-schema";
import { testDatabase } from "@/tests/setup/database";

// What an export explains itself with: keys instead of words.
vi.mock("next-intl/server", () => import("@/tests/factories/request"));

// Thousands of requests made up from the published description: none of them breaks anything, and one that is refused
// leaves nothing behind. API_FUZZ_RUNS makes it look longer.

const RUNS = Number(process.env.API_FUZZ_RUNS ?? 60);
const naughty: string[] = z.array(z.string()).parse(JSON.parse(readFileSync("tests/data/blns.json", "utf8")));

const schema = z.record(z.string(), z.unknown());
const description = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.object({ name: z.string(), in: z.string() })),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
      }),
    ),
  ),
});
type Known = {
  id: string;
  path: string;
  method: string;
  query: string[];
  body: z.output<typeof schema> | null;
};

const owner = new pg.Client({ connectionString: testDatabase().owner });
let home: Awaited<ReturnType<typeof aToken>>;
let known: Known[];
let uses = 0;
let id = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  await owner.connect();
  home = await aToken("owner");
  const { paths } = description.parse((await call(describeApi, "GET", "/openapi.json")).body);
  known = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      id: one.operationId,
      path,
      method: method.toUpperCase(),
      query: one.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
      body: one.requestBody?.content["application/json"]?.schema ?? null,
    })),
  );
  const body = { title: "A plan", publicBody: "Council", startsOn: "2026-01-10" };
  id = z.looseObject({ id: z.string() }).parse((await send("createConsultation", { body })).body).id;
});
afterAll(() => owner.end());

/** Everything in the database but what is counted on the way: how often a token was used or guessed. */
async function rows(...besides: string[]): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1) ORDER BY 1",
    [["api_uses", "rate_limits", ...besides]],
  );
  const counts = tables
    .map(({ name }) => `SELECT '${name}' AS name, count(*) AS n FROM ${name}`)
    .join(" UNION ALL ");
  return JSON.stringify((await owner.query(`SELECT * FROM (${counts}) c ORDER BY name`)).rows);
}

type Sent = {
  body?: unknown;
  query?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
};

async function send(operationId: string, { body, query = "", headers = {}, params = {} }: Sent) {
  const one = known.find((operation) => operation.id === operationId);
  const handler = (await apiHandlers())[operationId];
  if (!one || !handler) throw new Error(`no ${operationId}`);
  const all = { slug: home.workspace.slug, id, ...params };
  const answer = await call(handler, one.method, `/x${query}`, {
    token: home.token,
    params: all,
    headers,
    ...(body !== undefined && { body }),
  });
  if (answer.status >= 400) problemBody.parse(answer.body);
  expect({ operationId, body, query, status: answer.status, text: answer.text.slice(0, 300) }).toMatchObject({
    status: expect.any(Number),
  });
  if (answer.status >= 500)
    throw new Error(`${operationId} answered ${answer.text} to ${JSON.stringify(body)} ${query}`);
  return answer;
}

/** One token has its limit: now and then another takes its turn. Answers whether one did. */
async function takeTurns(): Promise<boolean> {
  uses += 1;
  if (uses % 100 > 0) return false;
  home = await aToken("owner", home.workspace);
  return true;
}

let lastRows = "";

/** Sends a request; where it is refused, nothing in the database is any different. */
async function refusedOrDone(operationId: string, sent: Sent): Promise<void> {
  if ((await takeTurns()) || lastRows === "") lastRows = await rows();
  const answer = await send(operationId, sent);
  const after = await rows();
  if (answer.status >= 400)
    expect({ operationId, sent, after }).toEqual({ operationId, sent, after: lastRows });
  lastRows = after;
}

describe("requests made up from the description", () => {
  it("are answered, whatever their body says", async () => {
    for (const { id: operationId, body } of known.filter((one) => one.body !== null)) {
      const arbitrary = fc.oneof(
        { weight: 1, arbitrary: fitting(body ?? {}) },
        { weight: 3, arbitrary: spoilt(body ?? {}, naughty) },
      );
      await fc.assert(
        fc.asyncProperty(arbitrary, async (made) =>
          refusedOrDone(operationId, { body: made === undefined ? null : made }),
        ),
        { numRuns: RUNS, endOnFailure: true },
      );
    }
  }, 600_000);

  it("are answered, whatever their address says", async () => {
    const word = fc.oneof(
      fc.constantFrom(...naughty),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("2026-01-01", "7", "true", "silent", "%00", "-1e999"),
    );
    for (const { id: operationId, query } of known.filter((one) => one.method === "GET")) {
      const pairs = fc.array(fc.tuple(fc.constantFrom(...query, "colour"), word), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(pairs, word, fc.boolean(), async (made, there, elsewhere) => {
          const text = new URLSearchParams(made.map(([name, value]) => [name, value.toWellFormed()]));
          await takeTurns();
          await send(operationId, {
            query: `?${text}`,
            ...(elsewhere && { params: { id: there, slug: there } }),
          });
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    }
  }, 600_000);

  it("are answered, whatever their headers say", async () => {
    const sendable = naughty.filter((text) => {
      try {
        return new Headers({ word: text }) !== null;
      } catch {
        return false;
      }
    });
    expect(sendable.length).toBeGreaterThan(200);
    const word = fc.oneof(
      fc.constantFrom(...sendable),
      fc.string({
        unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
        maxLength: 300,
      }),
      fc.constantFrom(
        "application/json",
        "text/plain; charset=utf-16",
        "multipart/form-data",
        "Bearer",
        "Bearer a b",
        "a".repeat(9000),
      ),
    );
    const names = [
      "authorization",
      "content-type",
      "idempotency-key",
      "accept",
      "accept-language",
      "cookie",
      "origin",
      "x-forwarded-for",
    ];
    const headers = fc.dictionary(fc.constantFrom(...names), word, { minKeys: 1, maxKeys: 3 });
    const body = { title: "A plan", publicBody: "Council", startsOn: "2026-01-10" };
    for (const operationId of ["createConsultation", "listConsultations", "importSheet"])
      await fc.assert(
        fc.asyncProperty(headers, async (made) => {
          await takeTurns();
          await send(operationId, { headers: made, ...(operationId !== "listConsultations" && { body }) });
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
  }, 600_000);

  it("keep or refuse every naughty string, and never half of a record", async () => {
    for (let at = 0; at < naughty.length; at += 5) {
      const [title = "x", publicBody = "x", notes = "x", topic = "x", reference = "x"] = naughty.slice(
        at,
        at + 5,
      );
      const words = {
        title: title || "x",
        publicBody: publicBody || "x",
        notes,
        topics: [topic || "x"],
        reference,
      };
      const body = { ...words, startsOn: "2026-02-01", acknowledgeIdentifiers: true };
      await takeTurns();
      const answer = await send("createConsultation", { body });
      expect([200, 201, 422]).toContain(answer.status);
      const query = new URLSearchParams({ q: title.toWellFormed(), body: publicBody.toWellFormed() });
      expect([200, 422]).toContain((await send("listConsultations", { query: `?${query}` })).status);
    }
  }, 120_000);
});

describe("sheets", () => {
  const sheet = (bytes: BlobPart, fields: Record<string, string> = {}, name = "a.csv") => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set("file", new File([bytes], name));
    return form;
  };
  // That somebody tried is told by the trail.
  const record = () => rows("audit_events");
  const head = "title,public body,start date,end date\n";

  it("are refused as a whole with nothing left behind", async () => {
    const utf16 = Buffer.from(`\ufeff${head}Parks,Council,2026-01-01,2026-01-02\n`, "utf16le");
    const wrong: [FormData | string, number][] = [
      [sheet(""), 422],
      [sheet(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), 422],
      [sheet(`${head}${"x".repeat(10_000_000)},Council,2026-01-01,2026-01-02\n`), 422],
      [sheet(`${head}"never closed`), 422],
      [sheet(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), {}, "a.xlsx"), 422],
      [sheet(head), 422],
      [sheet(`${head}Parks,Council,2026-01-01,2026-01-02\n`, { mapping: "{" }), 422],
      [
        sheet(`${head}Parks,Council,2026-01-01,2026-01-02\n`, { mapping: '{"columns":{"colour":"title"}}' }),
        422,
      ],
      [
        sheet(`${head}Parks,Council,2026-01-01,2026-01-02\n`, { mapping: '{"columns":{"title":"No such"}}' }),
        422,
      ],
      [sheet(`${head}Parks,Council,2026-01-01,2026-01-02\n`, { dryRun: "maybe" }), 422],
      [sheet(`${head}Parks,Council,2026-01-01,2026-01-02\n`, { colour: "red" }), 422],
      [new FormData(), 422],
    ];
    for (const [body, status] of wrong) {
      await takeTurns();
      const before = await record();
      const answer = await send("importSheet", { body });
      expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
      expect(await record()).toBe(before);
    }
    const read = await send("importSheet", { body: sheet(utf16, { dryRun: "true" }) });
    expect(read).toMatchObject({
      status: 200,
      body: { rows: 1, created: 1, mapping: { columns: { title: "title" } } },
    });
    for (const type of [
      "multipart/form-data; boundary=x",
      "multipart/form-data",
      "application/json",
      "text/csv",
    ]) {
      const before = await record();
      const answer = await send("importSheet", { body: "--x\r\nnothing", headers: { "content-type": type } });
      expect([400, 415]).toContain(answer.status);
      expect(await record()).toBe(before);
    }
  }, 120_000);

  it("keep formulas as words, and take what can be taken", async () => {
    const body = sheet(
      `\ufeff${head}=cmd|' /C calc'!A0,Council,2026-01-01,2026-01-02\nRoads,Council,31/31/2026,\n`,
    );
    const answer = await send("importSheet", { body });
    expect(answer).toMatchObject({ status: 200, body: { rows: 2, created: 1, rejected: [{ row: 3 }] } });
    const found = await send("listConsultations", { query: "?q=calc" });
    expect(found.body).toMatchObject({ items: [{ title: "=cmd|' /C calc'!A0" }] });
  });
});
