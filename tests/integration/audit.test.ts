import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/workspaces/[slug]/consultations/route";
import { systemClient } from "@/lib/db/clients";
import type { Key } from "@/lib/db/doors";
import { withWorkspace } from "@/lib/db/doors";
import { readAuditAddress, toAuditFilters } from "@/lib/domain/audit-address";
import { logActivity } from "@/lib/features/activities/log-activity";
import { findAuditEvents } from "@/lib/features/audit/find-audit-events";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { removeConsultation } from "@/lib/features/consultations/remove-consultation";
import { recordResponse } from "@/lib/features/responses/record-response";
import { restoreRecord } from "@/lib/features/trash/restore-record";
import { aToken, call } from "@/tests/factories/api";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";
import { aShare } from "@/tests/factories/share";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-11-23T12:00:00Z");
let owner: Awaited<ReturnType<typeof aMember>>;
let editor: Awaited<ReturnType<typeof aMember>>;
let db: pg.Client;

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().owner });
  await db.connect();
  owner = await aMember("owner");
  editor = await aMember("editor", owner.workspace);
});
afterAll(() => db.end());

async function read(key: Key, query: Record<string, string> = {}, limit?: number) {
  const filters = toAuditFilters(readAuditAddress(query));
  const result = await findAuditEvents.run(key, { ...filters, ...(limit && { limit }) }, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

async function log(key: Key, title: string): Promise<string> {
  const form = consultationForm({ title: [title] });
  const logged = await logConsultation.run(key, sent(form), now, { form: null });
  if (!logged.ok) throw new Error(JSON.stringify(logged));
  return logged.value.value.id;
}

describe("the record of changes", () => {
  it("says who did what to which record, with the title it has now", async () => {
    const id = await log(editor.key, "Bus routes");
    await recordResponse.run(editor.key, { id: randomUUID(), consultationId: id, kind: "update" }, now);
    await db.query("UPDATE consultations SET title = 'Bus routes and stops' WHERE id = $1", [id]);
    const { lines } = await read(owner.key);
    const thing = { type: "consultation", title: "Bus routes and stops", path: `/consultations/${id}` };
    const actor = { place: "member", name: editor.user.name };
    expect(lines.slice(0, 2)).toMatchObject([
      { kind: "response.recorded", actor, thing, values: { responseKind: "update" } },
      { kind: "consultation.logged", actor, thing },
    ]);
  });

  it("names the token through which a program did it", async () => {
    const home = await aToken("editor");
    const told = {
      token: home.token,
      params: { slug: home.workspace.slug },
      body: { title: "Buses at night", publicBody: "Riverside Borough Council", startsOn: "2026-01-10" },
    };
    expect(await call(POST, "POST", "/workspaces/x/consultations", told)).toMatchObject({ status: 201 });
    await log(home.owner.key, "Buses by day");
    const { lines } = await read(home.owner.key);
    const actor = { place: "member", name: home.owner.user.name };
    expect(lines.slice(0, 2)).toMatchObject([
      { actor, through: null, thing: { title: "Buses by day" } },
      { actor, through: "A program", thing: { title: "Buses at night" } },
    ]);
  });

  it("keeps a removed record's title while it can be put back, and no longer", async () => {
    const id = await log(owner.key, "Library hours");
    const removed = await removeConsultation.run(owner.key, { id }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect((await read(owner.key)).lines[0]).toMatchObject({
      kind: "consultation.removed",
      thing: { title: "Library hours", path: null },
    });
    await restoreRecord.run(owner.key, { trashId: removed.value.value.trashId }, now);
    expect((await read(owner.key)).lines[0]).toMatchObject({
      kind: "record.restored",
      thing: { title: "Library hours", path: `/consultations/${id}` },
    });
    await db.query("DELETE FROM consultations WHERE id = $1", [id]);
    const { lines } = await read(owner.key);
    expect(JSON.stringify(lines)).not.toContain("Library hours");
    expect(lines[0]?.thing).toEqual({ type: "record", title: null, path: null });
  });

  it("names a view by whom it is about, and an invitation by its address while it is open", async () => {
    const { id } = await aShare(db, owner.workspace.id);
    const invitation = randomUUID();
    await db.query(
      "INSERT INTO invitations (workspace_id, id, email, role, locale) VALUES ($1, $2, 'sam@example.org', 'editor', 'en')",
      [owner.workspace.id, invitation],
    );
    const tell = (kind: string, subject: string) =>
      db.query(
        "INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail, at) VALUES ($1, $2, $3, $4, $5, '{}', now() + interval '1 minute')",
        [owner.workspace.id, randomUUID(), owner.user.id, kind, subject],
      );
    await tell("share.released", id);
    await tell("member.invited", invitation);
    const things = async () =>
      Object.fromEntries((await read(owner.key, {}, 2)).lines.map(({ kind, thing }) => [kind, thing]));
    expect(await things()).toEqual({
      "share.released": { type: "share", title: null, path: `/shares/${id}` },
      "member.invited": { type: "invitation", title: "sam@example.org", path: null },
    });
    await db.query("DELETE FROM invitations WHERE id = $1", [invitation]);
    expect((await things())["member.invited"]).toEqual({ type: "invitation", title: null, path: null });
    await db.query("DELETE FROM audit_events WHERE at > now()");
  });

  it("forgets a name with its person, and keeps what they did", async () => {
    const gone = await aMember("editor", owner.workspace);
    await log(gone.key, "Play areas");
    await db.query("DELETE FROM memberships WHERE user_id = $1", [gone.user.id]);
    expect((await read(owner.key, { person: gone.user.id })).lines[0]?.actor).toEqual({
      place: "former",
      name: gone.user.name,
    });
    await db.query("DELETE FROM users WHERE id = $1", [gone.user.id]);
    const { lines, people } = await read(owner.key, { person: gone.user.id });
    expect(lines).toMatchObject([{ kind: "consultation.logged", actor: { place: "erased", name: null } }]);
    expect(JSON.stringify([lines, people])).not.toContain(gone.user.name);
  });

  it("does not name whoever runs the platform", async () => {
    const admin = await systemClient().user.create({
      data: { email: `${randomUUID()}@example.org`, name: "Admin Adminson", isPlatformAdmin: true },
    });
    await db.query(
      "INSERT INTO audit_events (workspace_id, id, actor_id, kind) VALUES ($1, $2, $3, 'platform.told_for_a_test')",
      [owner.workspace.id, randomUUID(), admin.id],
    );
    const { lines, people } = await read(owner.key, { person: "platform" });
    expect(lines).toMatchObject([{ kind: null, actor: { place: "platform", name: null } }]);
    expect(JSON.stringify([lines, people])).not.toContain("Adminson");
  });

  it("narrows to a person, a group and days of the workspace's time zone", async () => {
    const fresh = await aMember("owner");
    await systemClient().workspace.update({
      where: { id: fresh.workspace.id },
      data: { timeZone: "Pacific/Auckland" },
    });
    const add = (at: string, kind: string, actor: string | null = fresh.user.id) =>
      db.query(
        "INSERT INTO audit_events (workspace_id, id, at, actor_id, kind) VALUES ($1, $2, $3, $4, $5)",
        [fresh.workspace.id, randomUUID(), at, actor, kind],
      );
    await add("2026-03-03T11:30:00Z", "activity.logged"); // already 4 March in Auckland
    await add("2026-03-04T10:30:00Z", "import.finished", null); // still 4 March
    await add("2026-03-04T11:30:00Z", "activity.revised"); // 5 March
    const kinds = async (query: Record<string, string>) =>
      (await read(fresh.key, query)).lines.map(({ kind }) => kind);
    expect(await kinds({ from: "4 March 2026", until: "4/3/2026" })).toEqual([
      "import.finished",
      "activity.logged",
    ]);
    expect(await kinds({ group: "activities" })).toEqual(["activity.revised", "activity.logged"]);
    expect(await kinds({ person: fresh.user.id, from: "2026-03-05" })).toEqual(["activity.revised"]);
    expect(await kinds({ person: editor.user.id })).toEqual([]);
    expect(await kinds({ from: "some day", group: "no such", person: "Robert'); --" })).toHaveLength(3);
  });

  it("pages through all of it, both ways, each event once", async () => {
    const fresh = await aMember("owner");
    await db.query(
      `INSERT INTO audit_events (workspace_id, id, at, actor_id, kind)
       SELECT $1, gen_random_uuid(), '2026-01-01'::timestamptz + (n / 3) * interval '1 hour', $2, 'activity.logged' FROM generate_series(1, 23) n`,
      [fresh.workspace.id, fresh.user.id],
    );
    const seen: string[] = [];
    let page = await read(fresh.key, {}, 10);
    expect(page.previous).toBeNull();
    for (;;) {
      seen.push(...page.lines.map(({ id }) => id));
      if (!page.next) break;
      page = await read(fresh.key, { after: page.next }, 10);
    }
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
    const back: string[] = [];
    while (page.previous) {
      page = await read(fresh.key, { before: page.previous }, 10);
      back.unshift(...page.lines.map(({ id }) => id));
    }
    expect(back).toEqual(seen.slice(0, 20));
  });

  it("is for owners alone, names included", async () => {
    const outcome = await findAuditEvents.run(editor.key, {}, now);
    expect(outcome).toMatchObject({ ok: false, code: "forbidden" });
    const names = await withWorkspace(
      editor.key,
      { wantsWrite: false, timeoutMs: 5000 },
      (tx) => tx.$queryRaw`SELECT name FROM audit_people()`,
    );
    expect(names).toEqual([]);
  });
});

describe("an event", () => {
  const write = (key: Key, change: object) =>
    withWorkspace(key, { wantsWrite: true, timeoutMs: 5000 }, (tx, who) =>
      tx.auditEvent.create({
        data: {
          workspaceId: who.workspace.id,
          actorId: who.userId,
          kind: "activity.logged",
          ...change,
        },
      }),
    );

  it("is written by its own member, in their own workspace, now", async () => {
    const neighbour = await aMember("owner");
    await expect(write(editor.key, { actorId: owner.user.id })).rejects.toThrow(/row-level security/);
    await expect(write(editor.key, { actorId: null })).rejects.toThrow(/row-level security/);
    await expect(write(editor.key, { workspaceId: neighbour.workspace.id })).rejects.toThrow(
      /row-level security/,
    );
    const before = Date.now() - 60_000;
    const written = await write(editor.key, { at: new Date("2020-01-01T00:00:00Z") });
    if (!("at" in written)) throw new Error("turned away");
    const { rows } = await db.query<{ at: Date }>("SELECT at FROM audit_events WHERE id = $1", [written.id]);
    expect(rows[0]?.at.getTime()).toBeGreaterThan(before);
  });

  it.each(["tenant", "system", "share"] as const)(
    "is there for good: the %s role can do nothing to it",
    async (role) => {
      const client = new pg.Client({ connectionString: testDatabase()[role] });
      await client.connect();
      try {
        for (const statement of [
          "UPDATE audit_events SET kind = 'activity.logged'",
          "DELETE FROM audit_events",
          "TRUNCATE audit_events",
          "ALTER TABLE audit_events DISABLE TRIGGER ALL",
          "DROP TABLE audit_events",
        ])
          await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
        if (role !== "tenant")
          await expect(
            client.query(
              "INSERT INTO audit_events (workspace_id, id, kind) VALUES ($1, $2, 'activity.logged')",
              [owner.workspace.id, randomUUID()],
            ),
          ).rejects.toThrow(/permission denied/);
      } finally {
        await client.end();
      }
    },
  );

  it.each([
    { title: "Housing plan" },
    { fields: ["title", "what people said"] },
    { to: { email: "amina@example.org" } },
    { note: "خطة" },
    { fields: [{ field: "notes", kinds: ["Amina H."] }] },
  ])("holds no words: %j", async (detail) => {
    await expect(write(editor.key, { detail })).rejects.toThrow(/audit_events_hold_no_words/);
  });

  it.each([
    {},
    { fields: ["title", "people_youth_groups"], consultationId: randomUUID() },
    { created: 3, membersTookPart: true, until: "2026-12-01", at: "2026-12-01T10:00:00.000Z" },
    { event: "import.started", fields: [{ field: "notes", kinds: ["phone"] }], zone: "Europe/London" },
  ])("holds ids, keys, dates and numbers: %j", async (detail) => {
    await expect(write(editor.key, { detail })).resolves.toBeTruthy();
  });

  it("quotes nothing of what was logged", async () => {
    const canary = `Canary ${randomUUID()}`;
    await log(editor.key, canary);
    await logActivity.run(
      editor.key,
      { id: randomUUID(), title: canary, kind: "welcome", startsOn: "2026-06-01" },
      now,
    );
    const { rows } = await db.query("SELECT count(*)::int AS n FROM audit_events e WHERE e::text LIKE $1", [
      `%${canary}%`,
    ]);
    expect(rows[0].n).toBe(0);
  });
});
