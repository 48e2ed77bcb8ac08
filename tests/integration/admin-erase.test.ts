import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { askForErasure } from "@/lib/db/ask-for-erasure";
import { systemClient } from "@/lib/db/clients";
import { getWorkspace } from "@/lib/features/admin/get-workspace";
import { stepWorkspace } from "@/lib/features/admin/step-workspace";
import { openErasureForm } from "@/lib/features/erasures/open-erasure-form";
import { endWorkspaces } from "@/lib/features/workspaces/end-workspaces";
import { openWorkspace } from "@/lib/features/workspaces/open-workspace";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { aMember, keyTo, signedInPerson } from "@/tests/factories/member";
import { inDatabase, testDatabase } from "@/tests/setup/database";

const SLUG = "riverside-refugee-forum";
const NAME = "Riverside Refugee Forum";
const TODAY = "2026-11-22";
const now = new Date(`${TODAY}T12:00:00Z`);
const YEAR = 365 * 86_400;

let owner: pg.Client;
let superuser: pg.Client;
let admin: Awaited<ReturnType<typeof signedInPerson>>;
let riverside: string;
let harbour: string;

/** Every table that carries a workspace's id, as the database lists them now: a new one is in it by itself. */
async function tenantTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf(workspace: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tenantTables()) {
    const { rows } = await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE workspace_id = $1`, [
      workspace,
    ]);
    counts[table] = rows[0].n;
  }
  return counts;
}

/** A value of a type, for a row that only has to be there. */
const FILLER: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'x'",
  integer: "1",
  bigint: "1",
  boolean: "false",
  jsonb: "'{}'::jsonb",
  date: "'2026-11-01'::date",
  "timestamp with time zone": "'2026-11-01T00:00:00Z'::timestamptz",
  numeric: "1",
  bytea: "'\\x00'::bytea",
};

/** Puts a row into each table where the demo has none. Keys and checks are not looked at: nothing but the row matters. */
async function plantWhereEmpty(workspace: string): Promise<void> {
  await superuser.query("SET session_replication_role = replica");
  for (const [table, count] of Object.entries(await rowsOf(workspace))) {
    if (count > 0) continue;
    const checks = await owner.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = $1::regclass",
      [table],
    );
    for (const { name } of checks.rows) await superuser.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const { rows } = await owner.query<{ name: string; type: string; chosen: string | null }>(
      `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
         (SELECT quote_literal(e.enumlabel) || '::' || format_type(a.atttypid, NULL) FROM pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder LIMIT 1) AS chosen
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
         AND (a.attname = 'workspace_id' OR (a.attnotnull AND NOT a.atthasdef))`,
      [table],
    );
    const values = rows.map(({ name, type, chosen }) =>
      name === "workspace_id"
        ? `'${workspace}'`
        : (chosen ?? (type.endsWith("[]") ? "'{}'" : FILLER[type]) ?? "NULL"),
    );
    const columns = rows.map(({ name }) => name).join(", ");
    await superuser.query(`INSERT INTO ${table} (${columns}) VALUES (${values.join(", ")})`);
  }
}

beforeAll(async () => {
  const database = testDatabase();
  owner = new pg.Client({ connectionString: database.owner });
  superuser = new pg.Client({ connectionString: inDatabase(inject("superuserUrl"), database.name) });
  await Promise.all([owner.connect(), superuser.connect()]);
  await seedDemo(database.owner, TODAY);
  admin = await signedInPerson({ isPlatformAdmin: true, expiresIn: YEAR });
  const idOf = async (slug: string) =>
    (await systemClient().workspace.findUniqueOrThrow({ where: { slug } })).id;
  riverside = await idOf(SLUG);
  harbour = await idOf("harbour-womens-circle");
});
afterAll(() => Promise.all([owner.end(), superuser.end()]));

function step(slug: string, taken: string) {
  return stepWorkspace.run(admin.sessionHash, { slug, step: taken, confirmSlug: slug }, now);
}

describe("an owner's written word", () => {
  it("needs the organisation's name, typed as people type it", async () => {
    const { workspace, sessionHash } = await aMember("owner");
    await owner.query("UPDATE workspaces SET name = 'Harbour Women’s  Circle' WHERE id = $1", [workspace.id]);
    const ask = (typed: string) => askForErasure(sessionHash, workspace.slug, { typed, asks: true });
    expect(await ask("Harbour")).toBe("not_the_name");
    expect(await ask("")).toBe("not_the_name");
    expect(await ask(" harbour women's circle ")).toBe("done");
    expect(await ask("said twice, heard once")).toBe("done");
    const told = await owner.query("SELECT kind FROM audit_events WHERE workspace_id = $1", [workspace.id]);
    expect(told.rows).toEqual([{ kind: "erasure.asked" }]);
  });

  it("is an owner's alone", async () => {
    const { workspace } = await aMember("owner");
    const others = await Promise.all([
      aMember("editor", workspace),
      aMember("viewer", workspace),
      aMember("owner"),
      signedInPerson(),
      signedInPerson({ isPlatformAdmin: true }),
      signedInPerson({ expiresIn: -1 }),
    ]);
    const { name } = await systemClient().workspace.findUniqueOrThrow({ where: { id: workspace.id } });
    for (const { sessionHash } of others)
      expect(await askForErasure(sessionHash, workspace.slug, { typed: name, asks: true })).toBe("not_found");
    const { erasureAskedAt } = await systemClient().workspace.findUniqueOrThrow({
      where: { id: workspace.id },
    });
    expect(erasureAskedAt).toBeNull();
    expect(await step(workspace.slug, "erase")).toMatchObject({ errors: [{ code: "does_not_fit" }] });
  });

  it("reaches every owner and the admins, can be taken back by any owner, also while nothing else can be written", async () => {
    const one = await aMember("owner");
    const other = await aMember("owner", one.workspace);
    const { slug, id } = one.workspace;
    const { name } = await systemClient().workspace.findUniqueOrThrow({ where: { id } });
    await step(slug, "close");
    expect(await askForErasure(one.sessionHash, slug, { typed: name, asks: true })).toBe("done");
    const mails = await systemClient().mail.findMany({
      where: { workspaceId: id, kind: { startsWith: "erasure" } },
      select: { kind: true, recipient: true },
    });
    expect(mails).toEqual(
      expect.arrayContaining([
        { kind: "erasure_asked", recipient: one.user.email },
        { kind: "erasure_asked", recipient: other.user.email },
        { kind: "erasure_to_confirm", recipient: admin.user.email },
      ]),
    );
    const open = await openErasureForm.run(keyTo(other.sessionHash, slug), {}, now);
    expect(open).toMatchObject({ value: { value: { askedOn: expect.any(String) } } });
    expect(await askForErasure(other.sessionHash, slug, { typed: "", asks: false })).toBe("done");
    expect(await step(slug, "erase")).toMatchObject({ errors: [{ code: "does_not_fit" }] });
  });
});

describe("erasing for good", () => {
  let before: Record<string, number>;
  let neighbour: Record<string, number>;
  let members: string[];

  beforeAll(async () => {
    await plantWhereEmpty(riverside);
    await owner.query(
      "SELECT graphile_worker.add_job('run-import', json_build_object('workspaceId', $1::text, 'userId', $2::text, 'subjectId', $2::text))",
      [riverside, randomUUID()],
    );
    before = await rowsOf(riverside);
    neighbour = await rowsOf(harbour);
    const found = await systemClient().membership.findMany({ where: { workspaceId: riverside } });
    members = found.map(({ userId }) => userId);
    const coordinator = await systemClient().session.findFirst({ where: { userId: members[0] } });
    expect(coordinator).toBeNull();
  });

  it("has something to erase in every table there is", () => {
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    expect(Object.keys(before).length).toBeGreaterThan(25);
  });

  it("takes every row of every table, and leaves the neighbour's alone", async () => {
    const asker = await aMember("owner", { id: riverside, slug: SLUG });
    const shared = await aMember("editor", { id: riverside, slug: SLUG });
    await systemClient().membership.create({
      data: { workspaceId: harbour, userId: shared.user.id, role: "viewer" },
    });
    neighbour.memberships = (neighbour.memberships ?? 0) + 1;
    expect(await askForErasure(asker.sessionHash, SLUG, { typed: NAME, asks: true })).toBe("done");
    expect(await step(SLUG, "erase")).toMatchObject({ ok: true });
    const waiting = await owner.query(
      "SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'end-workspaces'",
    );
    expect(waiting.rowCount).toBeGreaterThan(0);
    expect(await getWorkspace.run(admin.sessionHash, { slug: SLUG }, now)).toMatchObject({
      value: { value: { ending: true, steps: [] } },
    });

    expect(await endWorkspaces(now)).toEqual({ reminded: 0, erased: 1 });

    const left = await rowsOf(riverside);
    const kept = Object.entries(left).filter(([, count]) => count > 0);
    // What admins did stays, by ids alone.
    expect(kept.map(([table]) => table)).toEqual(["platform_events"]);
    expect(await rowsOf(harbour)).toEqual(neighbour);
    expect(await systemClient().workspace.count({ where: { id: riverside } })).toBe(0);
    const jobs = await owner.query(
      "SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'workspaceId' = $1",
      [riverside],
    );
    expect(jobs.rowCount).toBe(0);

    // Whoever belonged nowhere else is gone; whoever did is still there.
    expect(await systemClient().user.count({ where: { id: { in: [...members, asker.user.id] } } })).toBe(0);
    expect(await systemClient().user.count({ where: { id: shared.user.id } })).toBe(1);
    const mails = await systemClient().mail.findMany({ where: { recipient: asker.user.email } });
    expect(mails).toMatchObject([
      { kind: "workspace_erased", workspaceId: null, params: { erasedOn: TODAY } },
    ]);
  });

  it("leaves days and counts, and not a word", async () => {
    const grave = await systemClient().workspaceTombstone.findUniqueOrThrow({ where: { id: riverside } });
    expect(grave).toMatchObject({ reason: "asked", counts: { consultations: before.consultations } });
    const words = JSON.stringify([
      grave,
      await systemClient().platformEvent.findMany({ where: { workspaceId: riverside } }),
      await systemClient().erasure.findMany(),
    ]);
    expect(words).not.toContain(SLUG);
    expect(words).not.toContain("Riverside");
    expect(words).not.toContain("@");
  });

  it("stands in the ledger: the workspace and the people who went with it", async () => {
    const entries = await systemClient().erasure.findMany({ select: { kind: true, subjectId: true } });
    expect(entries).toEqual(
      expect.arrayContaining([
        { kind: "workspace", subjectId: riverside },
        ...members.map((subjectId) => ({ kind: "person", subjectId })),
      ]),
    );
  });

  it("keeps its slug from ever being somebody else's, by whatever way", async () => {
    const again = await openWorkspace({ slug: SLUG, name: "Another", ownerEmail: "new@example.org" });
    expect(again).toMatchObject({ ok: false, errors: [{ field: "slug", code: "used_before" }] });
    await expect(
      systemClient().workspace.create({ data: { slug: SLUG, name: "Another" } }),
    ).rejects.toThrow();
    const other = await systemClient().workspace.create({
      data: { slug: `s-${randomUUID()}`, name: "Another" },
    });
    await expect(
      systemClient().workspace.update({ where: { id: other.id }, data: { slug: SLUG } }),
    ).rejects.toThrow();
  });
});

describe("erasing before its day", () => {
  it("is refused by the database, whoever calls", async () => {
    const { workspace } = await aMember("owner");
    await step(workspace.slug, "close");
    const [answer] = await systemClient().$queryRaw<{ gone: unknown }[]>`
      SELECT erase_workspace(${workspace.id}::uuid, ${now}) AS gone`;
    expect(answer?.gone).toBeNull();
    expect(await systemClient().workspace.count({ where: { id: workspace.id } })).toBe(1);
    for (const call of ["wipe_workspace", "wipe_person", "replay_erasure"]) {
      const { rows } = await owner.query(
        "SELECT count(*)::int AS n FROM pg_proc p, pg_roles r WHERE p.proname = $1 AND r.rolname LIKE 'followthrough_%' AND has_function_privilege(r.oid, p.oid, 'EXECUTE')",
        [call],
      );
      expect({ call, callers: rows[0].n }).toEqual({ call, callers: 0 });
    }
  });
});
