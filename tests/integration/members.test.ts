import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { systemClient, tenantClient } from "@/lib/db/clients";
import { keepDraft, withWorkspace } from "@/lib/db/doors";
import type { Role } from "@/lib/domain/permissions";
import { findConsultations } from "@/lib/features/consultations/find-consultations";
import { advanceImport } from "@/lib/features/imports/advance-import";
import { changeRole } from "@/lib/features/members/change-role";
import { findMembers } from "@/lib/features/members/find-members";
import { openMember } from "@/lib/features/members/open-member";
import { removeMember } from "@/lib/features/members/remove-member";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-11-23T12:00:00Z");
type Somebody = Awaited<ReturnType<typeof aMember>>;

let owner: Somebody;
let editor: Somebody;

beforeEach(async () => {
  await systemClient().mail.deleteMany();
  owner = await aMember("owner");
  editor = await aMember("editor", owner.workspace);
});

async function roleOf(somebody: Somebody, workspaceId = owner.workspace.id): Promise<Role | null> {
  const found = await systemClient().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: somebody.user.id } },
  });
  return found?.role ?? null;
}

async function events(kind: string) {
  const opened = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
    tx.auditEvent.findMany({ where: { kind } }),
  );
  if ("outcome" in opened) throw new Error(opened.outcome);
  return opened.map(({ kind, actorId, subjectId, detail }) => ({ kind, actorId, subjectId, detail }));
}

const mails = () =>
  systemClient().mail.findMany({
    select: { kind: true, recipient: true, params: true },
    orderBy: { kind: "asc" },
  });

describe("the list of members", () => {
  it("says who belongs, in which role and since when, owners first", async () => {
    const list = await findMembers.run(owner.key, {}, now);
    if (!list.ok) throw new Error(list.code);
    expect(list.value.value.members).toMatchObject([
      { email: owner.user.email, name: owner.user.name, role: "owner", isYou: true },
      { email: editor.user.email, role: "editor", isYou: false },
    ]);
    expect(list.value.value.members[0]?.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("is for owners alone", async () => {
    expect(await findMembers.run(editor.key, {}, now)).toMatchObject({ ok: false, code: "forbidden" });
  });
});

describe("a role", () => {
  it("is changed, told to its member and written down", async () => {
    expect(await changeRole.run(owner.key, { id: editor.user.id, role: "viewer" }, now)).toMatchObject({
      ok: true,
    });
    expect(await roleOf(editor)).toBe("viewer");
    expect(await mails()).toEqual([
      { kind: "role_changed", recipient: editor.user.email, params: { slug: owner.workspace.slug } },
    ]);
    expect(await events("member.role_changed")).toEqual([
      {
        kind: "member.role_changed",
        actorId: owner.user.id,
        subjectId: editor.user.id,
        detail: { from: "editor", to: "viewer" },
      },
    ]);
  });

  it("that stays the same tells nobody anything", async () => {
    await changeRole.run(owner.key, { id: editor.user.id, role: "editor" }, now);
    expect(await mails()).toEqual([]);
    expect(await events("member.role_changed")).toEqual([]);
  });

  it("of a new owner is told to the owners there are", async () => {
    const second = await aMember("owner", owner.workspace);
    await changeRole.run(owner.key, { id: editor.user.id, role: "owner" }, now);
    expect(await mails()).toEqual([
      { kind: "owner_added", recipient: second.user.email, params: { slug: owner.workspace.slug } },
      { kind: "role_changed", recipient: editor.user.email, params: { slug: owner.workspace.slug } },
    ]);
  });

  it("of the only owner stays, and the page says so beforehand", async () => {
    const page = await openMember.run(owner.key, { id: owner.user.id }, now);
    expect(page).toMatchObject({ ok: true, value: { value: { isOnlyOwner: true } } });
    expect(await changeRole.run(owner.key, { id: owner.user.id, role: "editor" }, now)).toMatchObject({
      ok: false,
      errors: [{ field: "role", code: "last_owner" }],
    });
    expect(await roleOf(owner)).toBe("owner");
  });

  it("may be given up where somebody else is an owner, at once", async () => {
    const second = await aMember("owner", owner.workspace);
    expect(await changeRole.run(owner.key, { id: owner.user.id, role: "viewer" }, now)).toMatchObject({
      ok: true,
    });
    expect(await changeRole.run(owner.key, { id: second.user.id, role: "viewer" }, now)).toMatchObject({
      code: "forbidden",
    });
    expect(await mails()).toEqual([]);
  });

  it.each(["editor", "viewer"] as const)("is no matter for a member who is %s", async (role) => {
    const member = await aMember(role, owner.workspace);
    expect(await changeRole.run(member.key, { id: member.user.id, role: "owner" }, now)).toMatchObject({
      code: "forbidden",
    });
    expect(await roleOf(member)).toBe(role);
  });

  it("of another organisation's member is not there", async () => {
    const neighbour = await aMember("editor");
    expect(await changeRole.run(owner.key, { id: neighbour.user.id, role: "viewer" }, now)).toMatchObject({
      code: "not_found",
    });
    expect(await roleOf(neighbour, neighbour.workspace.id)).toBe("editor");
  });
});

describe("a member who is removed", () => {
  it("is out at the next request, and told", async () => {
    const draft = { values: { title: ["Half a title"] }, errors: [], code: null };
    expect(await keepDraft(editor.sessionHash, owner.workspace.slug, "consultation:new", draft)).toBe(true);
    expect(await removeMember.run(owner.key, { id: editor.user.id }, now)).toMatchObject({ ok: true });

    expect(await findConsultations.run(editor.key, {}, now)).toMatchObject({ ok: false, code: "not_found" });
    expect(await keepDraft(editor.sessionHash, owner.workspace.slug, "consultation:new", draft)).toBe(false);
    const job = { kind: "job", userId: editor.user.id, workspaceId: owner.workspace.id } as const;
    expect(await advanceImport.run(job, { id: crypto.randomUUID(), rows: 1 }, now)).toMatchObject({
      code: "not_found",
    });
    expect(await mails()).toEqual([{ kind: "removed", recipient: editor.user.email, params: {} }]);
    expect(await events("member.removed")).toMatchObject([
      { actorId: owner.user.id, subjectId: editor.user.id, detail: { role: "editor" } },
    ]);
  });

  it("leaves nothing half typed behind, and keeps what belongs elsewhere", async () => {
    const elsewhere = await aMember("owner");
    await systemClient().membership.create({
      data: { workspaceId: elsewhere.workspace.id, userId: editor.user.id, role: "editor" },
    });
    const draft = { values: { title: ["Half a title"] }, errors: [], code: null };
    for (const { slug } of [owner.workspace, elsewhere.workspace])
      await keepDraft(editor.sessionHash, slug, "consultation:new", draft);
    await removeMember.run(owner.key, { id: editor.user.id }, now);
    const client = new pg.Client({ connectionString: testDatabase().owner });
    await client.connect();
    const { rows } = await client.query("SELECT workspace_id FROM drafts WHERE user_id = $1", [
      editor.user.id,
    ]);
    await client.end();
    expect(rows).toEqual([{ workspace_id: elsewhere.workspace.id }]);
    expect(await roleOf(editor, elsewhere.workspace.id)).toBe("editor");
  });

  it("is never the only owner, nor oneself", async () => {
    const second = await aMember("owner", owner.workspace);
    expect(await removeMember.run(owner.key, { id: owner.user.id }, now)).toMatchObject({
      code: "not_found",
    });
    expect(await removeMember.run(second.key, { id: owner.user.id }, now)).toMatchObject({ ok: true });
    expect(await removeMember.run(owner.key, { id: second.user.id }, now)).toMatchObject({
      code: "not_found",
    });
    expect(await roleOf(second)).toBe("owner");
  });

  it("is nobody of another organisation", async () => {
    const neighbour = await aMember("editor");
    expect(await removeMember.run(owner.key, { id: neighbour.user.id }, now)).toMatchObject({
      code: "not_found",
    });
    expect(await roleOf(neighbour, neighbour.workspace.id)).toBe("editor");
  });
});

describe("at the database", () => {
  const connect = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const owners = async () =>
    systemClient().membership.count({ where: { workspaceId: owner.workspace.id, role: "owner" } });

  it("the last owner cannot be demoted or deleted by any role of the server", async () => {
    const where = { workspaceId: owner.workspace.id, userId: owner.user.id };
    await expect(systemClient().membership.updateMany({ where, data: { role: "editor" } })).rejects.toThrow(
      /at least one owner|memberships_keep_an_owner/,
    );
    await expect(systemClient().membership.deleteMany({ where })).rejects.toThrow();
    await expect(tenantClient().membership.deleteMany({ where })).rejects.toThrow(/permission denied/);
    expect(await owners()).toBe(1);
  });

  it("two owners who demote each other at once leave one", async () => {
    const second = await aMember("owner", owner.workspace);
    const [one, other] = await Promise.all([connect(testDatabase().system), connect(testDatabase().system)]);
    const demote = (client: pg.Client, somebody: Somebody) =>
      client.query("UPDATE memberships SET role = 'viewer' WHERE workspace_id = $1 AND user_id = $2", [
        owner.workspace.id,
        somebody.user.id,
      ]);
    await Promise.all([one.query("BEGIN"), other.query("BEGIN")]);
    await Promise.all([demote(one, owner), demote(other, second)]);
    const ends = await Promise.allSettled([one.query("COMMIT"), other.query("COMMIT")]);
    await Promise.all([one.end(), other.end()]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await owners()).toBe(1);
  });

  it("two owners who remove each other at once leave one", async () => {
    const second = await aMember("owner", owner.workspace);
    const ends = await Promise.all([
      removeMember.run(owner.key, { id: second.user.id }, now),
      removeMember.run(second.key, { id: owner.user.id }, now),
    ]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owners()).toBe(1);
  });

  it("a member's functions do nothing for somebody who is no owner here", async () => {
    const opened = await withWorkspace(editor.key, { wantsWrite: true, timeoutMs: 5000 }, async (tx) => [
      await tx.$queryRaw`SELECT change_member_role(${editor.user.id}::uuid, 'owner') AS outcome`,
      await tx.$queryRaw`SELECT remove_member(${owner.user.id}::uuid) AS outcome`,
      await tx.invitation.count(),
    ]);
    expect(opened).toEqual([[{ outcome: "not_found" }], [{ outcome: "not_found" }], 0]);
    expect(await roleOf(editor)).toBe("editor");
  });
});
