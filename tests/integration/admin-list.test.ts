import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceListAddress } from "@/lib/domain/workspace-list";
import { findWorkspaces, type WorkspacePage } from "@/lib/features/admin/find-workspaces";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const WORKSPACES = 10_000;
/** So many of them keep 200 consultations each. */
const BUSY = 60;
const now = new Date("2026-11-22T12:00:00Z");
const YEAR = 365 * 86_400;

let owner: pg.Client;
let system: pg.Client;
let admin: Awaited<ReturnType<typeof signedInPerson>>;

async function page(address: Partial<WorkspaceListAddress>): Promise<WorkspacePage> {
  const result = await findWorkspaces.run(
    admin.sessionHash,
    { q: "", state: "", after: "", ...address },
    now,
  );
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

beforeAll(async () => {
  const database = testDatabase();
  [owner, system] = [database.owner, database.system].map(
    (connectionString) => new pg.Client({ connectionString }),
  ) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), system.connect()]);
  admin = await signedInPerson({ isPlatformAdmin: true, expiresIn: YEAR });
  await seedDemo(database.owner, "2026-11-22");
  await owner.query(
    `INSERT INTO workspaces (id, slug, name, state)
     SELECT gen_random_uuid(), 'org-' || lpad(i::text, 5, '0'), CASE WHEN i % 100 = 0 THEN 'مجلس ' ELSE 'Forum ' END || i,
       (CASE WHEN i % 50 = 0 THEN 'suspended' ELSE 'active' END)::workspace_state
     FROM generate_series(1, ${WORKSPACES - 2}) i`,
  );
  await owner.query(
    `WITH busy AS (SELECT id FROM workspaces WHERE slug LIKE 'org-%' ORDER BY slug LIMIT ${BUSY}),
      bodies AS (INSERT INTO public_bodies (workspace_id, id, name) SELECT id, gen_random_uuid(), 'A council' FROM busy RETURNING workspace_id, id)
     INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on)
     SELECT workspace_id, gen_random_uuid(), 'A secret title ' || i, id, date '2025-01-01' + i, date '2025-01-08' + i FROM bodies, generate_series(1, 200) i`,
  );
  await owner.query(
    `INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on)
     SELECT workspace_id, gen_random_uuid(), id, 'A secret promise', '2026-10-01' FROM consultations WHERE title LIKE 'A secret%' AND random() < .5`,
  );
  await owner.query("ANALYZE");
}, 120_000);
afterAll(() => Promise.all([owner.end(), system.end()]));

describe("10,000 workspaces", () => {
  it("come page by page, each once, in order, and none is left out", async () => {
    const seen: string[] = [];
    let after = "";
    for (;;) {
      const { rows, next } = await page({ after, q: "9" });
      seen.push(...rows.map(({ slug }) => slug));
      if (next === null) break;
      after = next;
    }
    const { rows } = await owner.query<{ slug: string }>(
      "SELECT slug FROM workspaces WHERE slug LIKE '%9%' OR name LIKE '%9%' ORDER BY slug",
    );
    expect(seen.length).toBeGreaterThan(3000);
    expect(seen).toEqual(rows.map(({ slug }) => slug));
    expect(new Set(seen).size).toBe(seen.length);
  }, 120_000);

  it("are counted by state, narrowed by state, and found by a part of their name or address", async () => {
    const { counts } = await page({});
    expect(counts).toMatchObject({ active: 9801, suspended: 199, invited: 0, closing: 0, erased: 0 });
    const suspended = await page({ state: "suspended" });
    expect(suspended.rows.every(({ state }) => state === "suspended")).toBe(true);
    expect((await page({ q: "FORUM 4321" })).rows.map(({ slug }) => slug)).toEqual(["org-04321"]);
    expect((await page({ q: "org-00777" })).rows.map(({ name }) => name)).toEqual(["Forum 777"]);
    expect((await page({ q: "مجلس 9900" })).rows.map(({ slug }) => slug)).toEqual(["org-09900"]);
    // Not a pattern: nothing has a percent sign in its name.
    expect((await page({ q: "%" })).rows).toEqual([]);
    expect((await page({ q: "_" })).rows).toEqual([]);
  });

  it("show a page of the busiest ones, each with its own figures", async () => {
    const { rows } = await page({ after: "org" });
    expect(rows).toHaveLength(25);
    expect(rows.every(({ figures }) => figures.consultations === 200)).toBe(true);
  });
});

describe("the figures", () => {
  it("are those of the standing rule, as every other page counts them", async () => {
    const { rows } = await page({ q: "riverside-refugee-forum" });
    const { rows: counted } = await owner.query(
      `SELECT count(*)::int AS consultations, count(*) FILTER (WHERE flagged)::int AS "needsAnswer",
         count(*) FILTER (WHERE standing IN ('promised', 'answered', 'waiting'))::int AS "inTime",
         count(*) FILTER (WHERE standing IN ('planned', 'open'))::int AS "underWay",
         count(*) FILTER (WHERE standing = 'acted')::int AS acted,
         count(*) FILTER (WHERE standing IN ('explained', 'cancelled'))::int AS other
       FROM standings('2026-11-22') s JOIN workspaces w ON w.id = s.workspace_id WHERE w.slug = 'riverside-refugee-forum'`,
    );
    expect(rows[0]?.figures).toMatchObject({ ...counted[0], members: 3 });
    const { consultations, needsAnswer, inTime, underWay, acted, other } = rows[0]?.figures ?? counted[0];
    expect(needsAnswer + inTime + underWay + acted + other).toBe(consultations);
    expect(rows[0]?.figures.bytes).toBeGreaterThan(10_000);
  });

  it("say nothing but numbers: not a title, not a word", async () => {
    const all = JSON.stringify([await page({ after: "org" }), await page({ q: "riverside" })]);
    expect(all).not.toContain("secret");
    const titles = await owner.query<{ title: string }>(
      "SELECT title FROM consultations WHERE title NOT LIKE 'A secret%'",
    );
    expect(titles.rows.filter(({ title }) => all.includes(title))).toEqual([]);
  });

  it("are all that the system role can reach of what organisations keep", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    );
    const readable: string[] = [];
    for (const { name } of rows) {
      const outcome = await system.query(`SELECT * FROM ${name} LIMIT 1`).then(
        () => "read",
        (error: Error) => error.message,
      );
      if (outcome === "read") readable.push(name);
      else expect(outcome).toBe(`permission denied for table ${name}`);
    }
    // Who belongs where, what the platform did and sends, and where support was let in: no table of the record.
    expect(readable.filter((name) => !PLATFORMS.has(name))).toEqual([]);
    for (const name of [
      "consultations",
      "body_responses",
      "follow_ups",
      "activities",
      "public_bodies",
      "trash",
      "drafts",
      "audit_events",
    ])
      expect(readable).not.toContain(name);
  });

  it("come from functions that answer ids and numbers alone", async () => {
    const { rows } = await owner.query<{ name: string; answer: string }>(
      "SELECT proname AS name, pg_get_function_result(oid) AS answer FROM pg_proc WHERE proname IN ('workspace_figures', 'workspace_storage') ORDER BY 1",
    );
    expect(rows.map(({ answer }) => answer)).toEqual([
      "TABLE(workspace_id uuid, members bigint, consultations bigint, needs_answer bigint, in_time bigint, under_way bigint, acted bigint, other bigint, activities bigint)",
      "TABLE(workspace_id uuid, entries bigint, bytes bigint)",
    ]);
  });
});

/** Tables about an organisation that the system role may read: none of them holds a word of its record. */
const PLATFORMS = new Set([
  "memberships",
  "invitations",
  "mails",
  "platform_events",
  "support_grants",
  "support_visits",
]);
