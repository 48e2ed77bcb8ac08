import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { systemClient, tenantClient } from "@/lib/db/clients";
import { keepDraft, withWorkspace } from "@/lib/db/doors";
import { done } from "@/lib/domain/result";
import { findGranted, findLiveGrant } from "@/lib/features/support/find-granted";
import { grantSupport } from "@/lib/features/support/grant-support";
import { openSupport } from "@/lib/features/support/open-support";
import { tellSupportRanOut } from "@/lib/features/support/tell-ran-out";
import { withdrawSupport } from "@/lib/features/support/withdraw-support";
import { aMember, keyTo, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const schema = z.strictObject({});
const look = defineUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx, member }) =>
  done({
    role: member.role,
    support: member.support,
    grant: member.supportGrant,
    members: await tx.membership.count(),
  }),
);
const write = defineUseCase(
  { permission: "record:write", audit: ["record.restored"], schema },
  async ({ tx, member, record }) => {
    const name = `Body ${randomUUID()}`;
    const body = await tx.publicBody.create({ data: { workspaceId: member.workspace.id, name } });
    await record({ kind: "record.restored", subjectId: body.id, detail: { trashId: body.id } });
    return done(body.id);
  },
);
const bringIn = defineUseCase(
  { permission: "import:write", audit: ["import.discarded"], schema },
  async ({ nothingChanged }) => {
    nothingChanged();
    return done(null);
  },
);

let owner: pg.Client;
let home: Awaited<ReturnType<typeof aMember>>;
let admin: Awaited<ReturnType<typeof signedInPerson>>;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());
beforeEach(async () => {
  home = await aMember("owner");
  admin = await signedInPerson({ isPlatformAdmin: true });
});

const adminKey = (hash = admin.sessionHash) => keyTo(hash, home.workspace.slug);

async function grant(
  kind: "look" | "change" = "look",
  span: "hour" | "day" | "week" = "hour",
): Promise<string> {
  const id = randomUUID();
  const granted = await grantSupport.run(home.key, { id, kind, span }, new Date());
  if (!granted.ok) throw new Error(granted.code);
  return id;
}

async function trail(): Promise<{ kind: string; actorId: string | null }[]> {
  return withWorkspace(home.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
    tx.auditEvent.findMany({ select: { kind: true, actorId: true }, orderBy: { at: "asc" } }),
  ) as Promise<{ kind: string; actorId: string | null }[]>;
}

/** Time passes for a grant: as the owner of the database, because nobody else can move its end. */
async function endNow(id: string): Promise<void> {
  await owner.query(
    "UPDATE support_grants SET granted_at = now() - interval '2 hours', expires_at = now() - interval '1 second' WHERE id = $1",
    [id],
  );
}

describe("platform support", () => {
  it("finds nothing where no owner lets it in", async () => {
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "not_found" });
    expect(await findGranted.run(admin.sessionHash, {}, new Date())).toMatchObject({
      value: { value: { rows: [] } },
    });
  });

  it("comes in as a viewer that is no member, and writes nothing, at the database too", async () => {
    await grant();
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({
      value: { value: { role: "viewer", support: true, members: 1, grant: { mayChange: false } } },
    });
    expect(await write.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "forbidden" });
    const sneaky = withWorkspace(adminKey(), { wantsWrite: true, timeoutMs: 5000 }, (tx) =>
      tx.publicBody.create({ data: { workspaceId: home.workspace.id, name: "written by support" } }),
    );
    await expect(sneaky).rejects.toThrow(/read-only/);
    for (const useCase of [openSupport, bringIn] as const)
      expect(await useCase.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "forbidden" });
  });

  it("changes things only where the owner chose that, under its own name in the trail", async () => {
    await grant("change");
    expect(await write.run(adminKey(), {}, new Date())).toMatchObject({ ok: true });
    expect(await bringIn.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "forbidden" });
    expect((await trail()).at(-1)).toEqual({ kind: "record.restored", actorId: admin.user.id });
    expect(await keepDraft(admin.sessionHash, home.workspace.slug, "consultation:new", {})).toBe(true);
  });

  it("keeps no drafts where it may only look", async () => {
    await grant();
    await look.run(adminKey(), {}, new Date());
    expect(await keepDraft(admin.sessionHash, home.workspace.slug, "consultation:new", {})).toBe(false);
  });

  it("is turned away when taken back, from that moment", async () => {
    const id = await grant();
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({ ok: true });
    expect(await withdrawSupport.run(home.key, { id }, new Date())).toMatchObject({ ok: true });
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "not_found" });
  });

  it("is turned away when the time is over, with or without a job to say so", async () => {
    const id = await grant();
    await endNow(id);
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({ ok: false, code: "not_found" });
    expect(await look.run(home.key, {}, new Date())).toMatchObject({ value: { value: { grant: null } } });
  });

  it("shows its second factor in that session first", async () => {
    await grant();
    const { user } = admin;
    const hash = randomUUID();
    await systemClient().session.create({
      data: { userId: user.id, sessionToken: hash, expires: new Date("2200-01-01") },
    });
    expect(await look.run(adminKey(hash), {}, new Date())).toMatchObject({ ok: false, code: "not_found" });
    await systemClient().session.update({
      where: { sessionToken: hash },
      data: { secondFactorAt: new Date() },
    });
    expect(await look.run(adminKey(hash), {}, new Date())).toMatchObject({ ok: true });
  });

  it("is platform admins' business alone, and only in the workspace that lets them in", async () => {
    await grant("change");
    const stranger = await signedInPerson({ secondFactorAt: new Date() });
    expect(await look.run(adminKey(stranger.sessionHash), {}, new Date())).toMatchObject({
      code: "not_found",
    });
    const neighbour = await aMember("owner");
    expect(await look.run(adminKey(neighbour.sessionHash), {}, new Date())).toMatchObject({
      code: "not_found",
    });
    expect(await look.run(keyTo(admin.sessionHash, neighbour.workspace.slug), {}, new Date())).toMatchObject({
      code: "not_found",
    });
    await systemClient().user.update({ where: { id: admin.user.id }, data: { isPlatformAdmin: false } });
    expect(await look.run(adminKey(), {}, new Date())).toMatchObject({ code: "not_found" });
  });

  it("starts no job under its own name", async () => {
    await grant("change");
    const key = { kind: "job", userId: admin.user.id, workspaceId: home.workspace.id } as const;
    expect(await look.run(key, {}, new Date())).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("members", () => {
  it("are told on every page while it lasts, whoever they are", async () => {
    const viewer = await aMember("viewer", home.workspace);
    await grant("change", "day");
    for (const key of [home.key, viewer.key])
      expect(await look.run(key, {}, new Date())).toMatchObject({
        value: { value: { support: false, grant: { mayChange: true, until: expect.any(Date) } } },
      });
  });

  it("who are no owners let nobody in", async () => {
    for (const role of ["editor", "viewer"] as const) {
      const member = await aMember(role, home.workspace);
      const input = { id: randomUUID(), kind: "look", span: "hour" };
      expect(await grantSupport.run(member.key, input, new Date())).toMatchObject({ code: "forbidden" });
      expect(await openSupport.run(member.key, {}, new Date())).toMatchObject({ code: "forbidden" });
    }
  });
});

describe("a grant", () => {
  it("is told in the trail: given, each session that came in, taken back", async () => {
    const id = await grant();
    await look.run(adminKey(), {}, new Date());
    await look.run(adminKey(), {}, new Date());
    await withdrawSupport.run(home.key, { id }, new Date());
    expect(await trail()).toEqual([
      { kind: "support.granted", actorId: home.user.id },
      { kind: "support.entered", actorId: admin.user.id },
      { kind: "support.withdrawn", actorId: home.user.id },
    ]);
    const opened = await openSupport.run(home.key, {}, new Date());
    expect(opened).toMatchObject({
      value: { value: { live: null, earlier: [{ grantedBy: home.user.name, visits: [expect.any(Date)] }] } },
    });
  });

  it("is told to have run out once, by the job that waits for it", async () => {
    const id = await grant();
    const { rows } = await owner.query(
      "SELECT j.run_at > now() + interval '50 minutes' AS later FROM graphile_worker.jobs j WHERE j.key = $1",
      [`support-ran-out:${id}`],
    );
    expect(rows).toEqual([{ later: true }]);
    await tellSupportRanOut(home.workspace.id, id);
    expect((await trail()).map(({ kind }) => kind)).toEqual(["support.granted"]);
    await endNow(id);
    await tellSupportRanOut(home.workspace.id, id);
    await tellSupportRanOut(home.workspace.id, id);
    expect((await trail()).filter(({ kind }) => kind === "support.ran_out")).toEqual([
      { kind: "support.ran_out", actorId: null },
    ]);
  });

  it("is one at a time; another can follow, also before the job came", async () => {
    const first = await grant();
    const again = { id: randomUUID(), kind: "change", span: "week" };
    expect(await grantSupport.run(home.key, again, new Date())).toMatchObject({ code: "conflict" });
    expect(await grantSupport.run(home.key, { ...again, id: first }, new Date())).toMatchObject({ ok: true });
    await endNow(first);
    expect(await grantSupport.run(home.key, again, new Date())).toMatchObject({ ok: true });
    expect((await trail()).map(({ kind }) => kind)).toContain("support.ran_out");
  });

  it("cannot be made longer or wider by anybody of the server", async () => {
    const id = await grant();
    for (const change of [
      "expires_at = now() + interval '6 days'",
      "may_change = true",
      "withdrawn_at = now()",
    ]) {
      const client = new pg.Client({ connectionString: testDatabase().system });
      await client.connect();
      await expect(client.query(`UPDATE support_grants SET ${change} WHERE id = $1`, [id])).rejects.toThrow(
        /permission denied/,
      );
      await client.end();
    }
    await expect(
      tenantClient().$executeRaw`UPDATE support_grants SET expires_at = now() + interval '6 days'`,
    ).rejects.toThrow(/permission denied/);
    await expect(
      owner.query("UPDATE support_grants SET expires_at = granted_at + interval '8 days' WHERE id = $1", [
        id,
      ]),
    ).rejects.toThrow(/at_most_a_week/);
  });

  it("is found by platform admins, with no word of the organisation but its name", async () => {
    await grant("change");
    const found = await findGranted.run(admin.sessionHash, {}, new Date());
    expect(found).toMatchObject({ ok: true });
    const rows = found.ok ? found.value.value.rows : [];
    expect(rows.find((row) => row.slug === home.workspace.slug)).toEqual({
      slug: home.workspace.slug,
      name: expect.any(String),
      mayChange: true,
      until: expect.any(Date),
    });
    const live = await systemClient().$transaction((tx) => findLiveGrant(tx, home.workspace.id, new Date()));
    expect(live).toMatchObject({ mayChange: true });
  });
});

describe("at the database itself", () => {
  it("the door asks for the second factor unless the server is in demo mode", async () => {
    await grant();
    const hash = randomUUID();
    await systemClient().session.create({
      data: { userId: admin.user.id, sessionToken: hash, expires: new Date("2200-01-01") },
    });
    const client = new pg.Client({ connectionString: testDatabase().tenant });
    await client.connect();
    const enter = async (demo: boolean) => {
      const { rows } = await client.query("SELECT enter($1, $2, false, $3) ->> 'outcome' AS outcome", [
        hash,
        home.workspace.slug,
        demo,
      ]);
      return rows[0].outcome;
    };
    expect(await enter(false)).toBe("not_found");
    expect(await enter(true)).toBe("entered");
    await expect(
      client.query("SELECT set_tenant_for_support($1, $2, false, true)", [hash, home.workspace.id]),
    ).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
