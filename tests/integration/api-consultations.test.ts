import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { DELETE, GET, PATCH } from "@/app/api/v1/workspaces/[slug]/consultations/[id]/route";
import * as many from "@/app/api/v1/workspaces/[slug]/consultations/route";
import { aToken, call } from "@/tests/factories/api";

const record = z.looseObject({ id: z.string(), title: z.string(), standing: z.string() });
const page = z.object({ items: z.array(record), nextCursor: z.string().nullable() });

let home: Awaited<ReturnType<typeof aToken>>;
beforeAll(async () => {
  home = await aToken("editor");
});

const at = () => `/workspaces/${home.workspace.slug}/consultations`;
const create = (body: unknown, headers = {}) =>
  call(many.POST, "POST", at(), { token: home.token, params: { slug: home.workspace.slug }, body, headers });
const list = (query = "") =>
  call(many.GET, "GET", `${at()}${query}`, { token: home.token, params: { slug: home.workspace.slug } });
const ONE = { GET, PATCH, DELETE };
const about = (method: keyof typeof ONE, id: string, body?: unknown) =>
  call(ONE[method], method, `${at()}/${id}`, {
    token: home.token,
    params: { slug: home.workspace.slug, id },
    ...(body !== undefined && { body }),
  });

const housing = { title: "Housing plan", publicBody: "Riverside Borough Council", startsOn: "2026-01-10" };

describe("a consultation by API", () => {
  it("is created with everything the contract names, and read back the same", async () => {
    const sent = {
      ...housing,
      reference: "RBC-1",
      otherBodies: ["NHS Riverside"],
      kind: "focus_group",
      participationLevel: "consulted",
      voice: "members",
      topics: ["Housing", "Lodgers"],
      purpose: "To hear us",
      askedOn: "2026-01-01",
      endsOn: "2026-01-31",
      answerPromisedOn: "2026-03-01",
      cancelledOn: null,
      participants: 12,
      sessions: 2,
      minutesEach: 45,
      staffHours: 3.25,
      paymentReceived: 100.5,
      sourceUrl: "https://riverside.example.gov.uk/plan",
      explanationAcceptedOn: null,
      notes: "A note",
    };
    const made = await create(sent);
    expect(made.text).toContain("RBC-1");
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...sent,
      standing: "silent",
      flagged: true,
      answerDueOn: "2026-03-01",
      hoursAsked: 21.25,
      extensions: [],
      responses: [],
      followUps: [],
    });
    const { id } = record.parse(made.body);
    expect(made.headers.get("location")).toBe(`/api/v1${at()}/${id}`);
    const read = await about("GET", id);
    expect(read).toMatchObject({ status: 200, body: made.body });
  });

  it.each([
    ["planned", { startsOn: "2098-01-10" }],
    ["open", {}],
    ["silent", { endsOn: "2024-02-01" }],
    ["waiting", { endsOn: "2024-02-01", answerPromisedOn: "2098-01-01" }],
    ["cancelled", { endsOn: "2024-02-01", cancelledOn: "2024-01-20" }],
    ["explained", { endsOn: "2024-02-01", explanationAcceptedOn: "2025-01-01" }],
  ])("is answered as it is read afterwards: %s", async (standing, given) => {
    const made = await create({
      ...housing,
      startsOn: "2024-01-10",
      topics: ["zebras", "Housing", "ämter", "housing"],
      otherBodies: ["Zoo", "riverside borough council", "aquarium"],
      staffHours: 0.1,
      ...given,
    });
    expect(made).toMatchObject({ status: 201, body: { standing } });
    const read = await about("GET", record.parse(made.body).id);
    expect(read.text).toBe(made.text);
  });

  it("is one record, made once, of requests that come with the same reference or id at once", async () => {
    const id = crypto.randomUUID();
    const byReference = Array.from({ length: 4 }, () =>
      create({ ...housing, reference: "RACE-1", topics: ["New 1"] }),
    );
    const byId = Array.from({ length: 4 }, () => create({ ...housing, id, topics: ["New 1", "New 2"] }));
    const answers = await Promise.all([Promise.all(byReference), Promise.all(byId)]);
    for (const same of answers) {
      expect(same.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      expect(new Set(same.map(({ body }) => record.parse(body).id)).size).toBe(1);
    }
  });

  it("is changed where its reference is known, and what is left out stays", async () => {
    const first = record.parse((await create({ ...housing, reference: "RBC-2", notes: "Kept" })).body);
    const again = await create({ ...housing, title: "Housing plan, part two", reference: "RBC-2" });
    expect(again).toMatchObject({
      status: 200,
      body: { id: first.id, title: "Housing plan, part two", notes: "Kept" },
    });
  });

  it("is changed by PATCH, called off and explained, and removed", async () => {
    const { id } = record.parse((await create({ ...housing, endsOn: "2026-01-20" })).body);
    expect(await about("PATCH", id, { participants: 5, minutesEach: 60 })).toMatchObject({
      status: 200,
      body: { participants: 5, hoursAsked: 5, title: housing.title },
    });
    expect((await about("PATCH", id, { explanationAcceptedOn: "2026-06-01" })).body).toMatchObject({
      explanationAcceptedOn: "2026-06-01",
      standing: "explained",
    });
    expect(
      (await about("PATCH", id, { explanationAcceptedOn: null, cancelledOn: "2026-01-05" })).body,
    ).toMatchObject({
      explanationAcceptedOn: null,
      standing: "cancelled",
    });
    expect((await about("PATCH", id, { cancelledOn: null })).body).toMatchObject({ standing: "silent" });
    expect(await about("PATCH", id, { endsOn: "2025-12-01" })).toMatchObject({
      status: 422,
      body: { code: "invalid", errors: [{ field: "endsOn", code: "before_start" }] },
    });
    expect((await about("DELETE", id)).status).toBe(204);
    expect((await about("GET", id)).status).toBe(404);
  });

  it("is refused with fields that are unknown, read-only or of the wrong kind", async () => {
    const wrong = await create({
      ...housing,
      standing: "acted",
      colour: "red",
      otherBodies: "NHS",
      participants: "12",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.headers.get("content-type")).toBe("application/problem+json");
    expect(wrong.body).toMatchObject({
      code: "invalid",
      errors: expect.arrayContaining([
        { field: "standing", code: "unknown_field" },
        { field: "colour", code: "unknown_field" },
        { field: "otherBodies", code: "wrong_type" },
        { field: "participants", code: "not_a_number" },
      ]),
    });
  });

  it("is held back where a text shows a person, until that is acknowledged", async () => {
    const sent = { ...housing, notes: "Ring Amina on 07700 900123" };
    const held = await create(sent);
    expect(held).toMatchObject({
      status: 422,
      body: {
        code: "personal_identifier",
        errors: [{ field: "notes", code: "personal_identifier", kind: "phone" }],
      },
    });
    expect(held.text).not.toContain("900123");
    expect((await create({ ...sent, acknowledgeIdentifiers: true })).status).toBe(201);
  });

  it.each([[{ toString: 1 }], [[{}]], [7], [null]])("takes no %j for an acknowledgement", async (given) => {
    expect(
      await create({ ...housing, notes: "Ring 07700 900123", acknowledgeIdentifiers: given }),
    ).toMatchObject({
      status: 422,
      body: {
        errors: [
          { field: "acknowledgeIdentifiers", code: "wrong_type" },
          { field: "notes", code: "personal_identifier", kind: "phone" },
        ],
      },
    });
  });
});

describe("the list", () => {
  it("is cut into pages and filtered", async () => {
    const there = await aToken("owner");
    home = there;
    for (const day of ["01", "02", "03", "04", "05"])
      await create({
        ...housing,
        title: `Day ${day}`,
        startsOn: `2026-02-${day}`,
        endsOn: `2026-02-${day}`,
        topics: ["Housing"],
      });
    const first = page.parse((await list("?limit=2")).body);
    expect(first.items.map(({ title }) => title)).toEqual(["Day 05", "Day 04"]);
    const second = page.parse((await list(`?limit=3&cursor=${first.nextCursor}`)).body);
    expect(second.items.map(({ title }) => title)).toEqual(["Day 03", "Day 02", "Day 01"]);
    expect(second.nextCursor).toBeNull();
    expect(
      page.parse(
        (
          await list(
            "?standing=silent,no_action&flagged=true&body=riverside%20borough%20council&topic=housing&q=day+03",
          )
        ).body,
      ).items,
    ).toHaveLength(1);
    expect(page.parse((await list("?flagged=false")).body).items).toHaveLength(0);
    expect(page.parse((await list("?asOf=2026-02-03&standing=planned")).body).items).toHaveLength(2);
    expect(await list("?limit=201")).toMatchObject({
      status: 422,
      body: { errors: [{ field: "limit", code: "too_big", limit: 200 }] },
    });
    expect(await list("?colour=red&limit=x&cursor=y")).toMatchObject({ status: 422 });
  });
});
