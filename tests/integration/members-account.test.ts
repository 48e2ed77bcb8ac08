import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { keepDraft } from "@/lib/db/doors";
import { findConsultations } from "@/lib/features/consultations/find-consultations";
import { erasePerson, leaveWorkspace, renamePerson } from "@/lib/features/members/own-account";
import { findOwnMemberships, findOwnName } from "@/lib/features/members/own-memberships";
import { aMember, anOrganisation, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-11-23T12:00:00Z");
type Somebody = Awaited<ReturnType<typeof aMember>>;

let database: pg.Client;
let owner: Somebody;

beforeAll(async () => {
  database = new pg.Client({ connectionString: testDatabase().owner });
  await database.connect();
});
afterAll(() => database.end());
beforeEach(async () => {
  owner = await aMember("owner");
});

const rows = async (sql: string, ...given: unknown[]) => (await database.query(sql, given)).rows;
const lefts = (workspaceId: string) =>
  rows(
    "SELECT actor_id, subject_id, detail FROM audit_events WHERE workspace_id = $1 AND kind = 'member.left'",
    workspaceId,
  );

describe("a member of any role", () => {
  it.each(["owner", "editor", "viewer"] as const)("who is %s goes of their own accord", async (role) => {
    const member = await aMember(role, owner.workspace);
    expect(await leaveWorkspace(member.user.id, owner.workspace.slug)).toBe("left");
    expect(await findConsultations.run(member.key, {}, now)).toMatchObject({ code: "not_found" });
    expect(await lefts(owner.workspace.id)).toEqual([
      { actor_id: member.user.id, subject_id: member.user.id, detail: { role } },
    ]);
    expect(await leaveWorkspace(member.user.id, owner.workspace.slug)).toBe("not_found");
  });

  it("goes out of a suspended organisation too", async () => {
    const member = await aMember("viewer", owner.workspace);
    await systemClient().workspace.update({
      where: { id: owner.workspace.id },
      data: { state: "suspended" },
    });
    expect(await leaveWorkspace(member.user.id, owner.workspace.slug)).toBe("left");
  });

  it("stays while they are its only owner", async () => {
    expect(await leaveWorkspace(owner.user.id, owner.workspace.slug)).toBe("last_owner");
    expect(await findOwnMemberships(owner.user.id)).toMatchObject([{ role: "owner", isOnlyOwner: true }]);
    await aMember("owner", owner.workspace);
    expect(await findOwnMemberships(owner.user.id)).toMatchObject([{ isOnlyOwner: false }]);
  });

  it("of two owners who go at once, one stays", async () => {
    const second = await aMember("owner", owner.workspace);
    const ends = await Promise.all([
      leaveWorkspace(owner.user.id, owner.workspace.slug),
      leaveWorkspace(second.user.id, owner.workspace.slug),
    ]);
    expect(ends.sort()).toEqual(["last_owner", "left"]);
  });

  it("cannot go from where they do not belong", async () => {
    const elsewhere = await anOrganisation();
    expect(await leaveWorkspace(owner.user.id, elsewhere.slug)).toBe("not_found");
    expect(await leaveWorkspace(owner.user.id, "no-such-place")).toBe("not_found");
  });
});

describe("a person", () => {
  it("sees every organisation they belong to, with their role in each", async () => {
    const editor = await aMember("editor", owner.workspace);
    const other = await anOrganisation();
    await systemClient().membership.create({
      data: { workspaceId: other.id, userId: editor.user.id, role: "owner" },
    });
    const erased = await anOrganisation();
    await systemClient().workspace.update({ where: { id: erased.id }, data: { state: "erased" } });
    await systemClient().membership.create({
      data: { workspaceId: erased.id, userId: editor.user.id, role: "viewer" },
    });
    expect((await findOwnMemberships(editor.user.id)).map(({ slug, role }) => [slug, role]).sort()).toEqual(
      [
        [owner.workspace.slug, "editor"],
        [other.slug, "owner"],
      ].sort(),
    );
  });

  it("chooses what members call them, or nothing", async () => {
    await renamePerson(owner.user.id, "  Amina\n");
    expect(await findOwnName(owner.user.id)).toBe("Amina");
    await renamePerson(owner.user.id, "  ");
    expect(await findOwnName(owner.user.id)).toBeNull();
  });

  it("is erased everywhere: memberships, sessions, passkeys, half typed forms, invitations, name and address", async () => {
    const editor = await aMember("editor", owner.workspace);
    const { id, email } = editor.user;
    const elsewhere = await aMember("owner");
    await systemClient().membership.create({
      data: { workspaceId: elsewhere.workspace.id, userId: id, role: "viewer" },
    });
    await keepDraft(editor.sessionHash, owner.workspace.slug, "consultation:new", { values: {} });
    await rows(
      "INSERT INTO passkeys (id, user_id, credential_id, public_key, name) VALUES ($1, $2, $3, '', 'My phone')",
      randomUUID(),
      id,
      randomUUID(),
    );
    await rows(
      "INSERT INTO invitations (workspace_id, id, email, role, locale) VALUES ($1, gen_random_uuid(), $2, 'viewer', 'en')",
      (await anOrganisation()).id,
      email,
    );
    await rows(
      "INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, 'A council')",
      owner.workspace.id,
      id,
    );
    await rows(
      "INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, created_by) VALUES ($1, gen_random_uuid(), 'Kept', $2, '2026-06-01', $2)",
      owner.workspace.id,
      id,
    );
    expect(await erasePerson(id)).toBe("erased");

    for (const [table, column] of [
      ["users", "id"],
      ["memberships", "user_id"],
      ["sessions", "user_id"],
      ["passkeys", "user_id"],
      ["drafts", "user_id"],
    ])
      expect(await rows(`SELECT FROM ${table} WHERE ${column} = $1`, id)).toEqual([]);
    expect(await rows("SELECT FROM invitations WHERE email = $1", email)).toEqual([]);
    // What they recorded is the organisation's; the trail keeps the id, and no name.
    expect(await rows("SELECT title FROM consultations WHERE created_by = $1", id)).toEqual([
      { title: "Kept" },
    ]);
    expect(await lefts(owner.workspace.id)).toEqual([
      { actor_id: id, subject_id: id, detail: { role: "editor" } },
    ]);
    expect(await lefts(elsewhere.workspace.id)).toHaveLength(1);
    expect(await rows("SELECT kind FROM erasures WHERE subject_id = $1", id)).toEqual([{ kind: "person" }]);
    expect(await erasePerson(id)).toBe("not_found");
  });

  it("is not erased while they are the only owner anywhere, and nothing of them goes", async () => {
    const elsewhere = await aMember("owner");
    await systemClient().membership.create({
      data: { workspaceId: elsewhere.workspace.id, userId: owner.user.id, role: "viewer" },
    });
    expect(await erasePerson(owner.user.id)).toBe("last_owner");
    expect(await findOwnMemberships(owner.user.id)).toHaveLength(2);
    expect(await lefts(elsewhere.workspace.id)).toEqual([]);
  });

  it("who is the platform's last admin stays", async () => {
    await systemClient().user.updateMany({ data: { isPlatformAdmin: false } });
    const admin = await signedInPerson({ isPlatformAdmin: true });
    expect(await erasePerson(admin.user.id)).toBe("last_admin");
    await signedInPerson({ isPlatformAdmin: true });
    expect(await erasePerson(admin.user.id)).toBe("erased");
  });
});
