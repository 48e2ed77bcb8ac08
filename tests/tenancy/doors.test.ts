import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import { systemClient, tenantClient } from "@/lib/db/clients";
import { keepDraft, withWorkspace } from "@/lib/db/doors";
import { done, failed } from "@/lib/domain/result";
import { aMember, signedInPerson } from "@/tests/factories/member";

const now = new Date("2026-11-23T12:00:00Z");
const schema = z.strictObject({});

describe("the door to a workspace", () => {
  let owner: Awaited<ReturnType<typeof aMember>>;
  let viewer: Awaited<ReturnType<typeof aMember>>;
  beforeAll(async () => {
    owner = await aMember("owner");
    viewer = await aMember("viewer", owner.workspace);
  });

  const addBody = defineUseCase(
    { permission: "record:write", audit: ["record.restored"], schema },
    async ({ tx, member, record }) => {
      const body = await tx.publicBody.create({
        data: { workspaceId: member.workspace.id, name: `Body ${Math.random()}` },
      });
      await record({ kind: "record.restored", subjectId: body.id, detail: { trashId: body.id } });
      return done(body.id);
    },
  );

  it("makes a reading use case read-only at the database", async () => {
    const sneaky = defineUseCase(
      { permission: "record:read", audit: "none", schema },
      async ({ tx, member }) => {
        await tx.publicBody.create({
          data: { workspaceId: member.workspace.id, name: "written by a reader" },
        });
        return done(null);
      },
    );
    await expect(sneaky.run(owner.key, {}, now)).rejects.toThrow(/read-only/);
  });

  it("gives a viewer a read-only transaction even where the code would write", async () => {
    const outcome = withWorkspace(viewer.key, { wantsWrite: true, timeoutMs: 5000 }, (tx) =>
      tx.publicBody.create({ data: { workspaceId: owner.workspace.id, name: "written by a viewer" } }),
    );
    await expect(outcome).rejects.toThrow(/read-only/);
  });

  it("lets nobody write in a suspended workspace, and lets its members read", async () => {
    const suspended = await aMember("owner");
    await systemClient().workspace.update({
      where: { id: suspended.workspace.id },
      data: { state: "suspended" },
    });
    expect(await addBody.run(suspended.key, {}, now)).toMatchObject({ ok: false, code: "read_only" });
    const read = defineUseCase({ permission: "record:read", audit: "none", schema }, async ({ member }) =>
      done(member.workspace.state),
    );
    expect(await read.run(suspended.key, {}, now)).toMatchObject({ ok: true, value: { value: "suspended" } });
  });

  it("does not commit a change without an audit event", async () => {
    const forgetful = defineUseCase(
      { permission: "record:write", audit: ["record.restored"], schema },
      async ({ tx, member }) => {
        await tx.publicBody.create({ data: { workspaceId: member.workspace.id, name: "unaudited" } });
        return done(null);
      },
    );
    await expect(forgetful.run(owner.key, {}, now)).rejects.toThrow(/audit/);
    const left = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
      tx.publicBody.count({ where: { name: "unaudited" } }),
    );
    expect(left).toBe(0);
  });

  it("does not commit a change whose statement left its audit event out", async () => {
    const forgetful = defineUseCase(
      { permission: "record:write", audit: ["record.restored"], schema },
      async ({ tx, member, recordWith }) => {
        const id = crypto.randomUUID();
        await recordWith({ kind: "record.restored", subjectId: id, detail: { trashId: id } }, async () => {
          await tx.publicBody.create({ data: { workspaceId: member.workspace.id, name: "unaudited too" } });
          return { eventId: id };
        });
        return done(null);
      },
    );
    await expect(forgetful.run(owner.key, {}, now)).rejects.toThrow(/audit/);
    const left = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
      tx.publicBody.count({ where: { name: "unaudited too" } }),
    );
    expect(left).toBe(0);
  });

  it("rolls everything back when a use case fails", async () => {
    const failing = defineUseCase(
      { permission: "record:write", audit: ["record.restored"], schema },
      async ({ tx, member, record }) => {
        const body = await tx.publicBody.create({
          data: { workspaceId: member.workspace.id, name: "half saved" },
        });
        await record({ kind: "record.restored", subjectId: body.id, detail: { trashId: body.id } });
        return failed("conflict");
      },
    );
    expect(await failing.run(owner.key, {}, now)).toMatchObject({ ok: false, code: "conflict" });
    const left = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, async (tx) => [
      await tx.publicBody.count({ where: { name: "half saved" } }),
      await tx.auditEvent.count(),
    ]);
    expect(left).toEqual([0, 0]);
  });

  it("writes the audit event in the transaction of the change", async () => {
    const added = await addBody.run(owner.key, {}, now);
    if (!added.ok) throw new Error(added.code);
    const events = await withWorkspace(owner.key, { wantsWrite: false, timeoutMs: 5000 }, (tx) =>
      tx.auditEvent.findMany({ where: { subjectId: added.value.value } }),
    );
    expect(events).toMatchObject([{ kind: "record.restored", actorId: owner.user.id }]);
  });

  it("lets a job in only while its member still belongs", async () => {
    const leaving = await aMember("editor");
    const key = { kind: "job", userId: leaving.user.id, workspaceId: leaving.workspace.id } as const;
    expect(await addBody.run(key, {}, now)).toMatchObject({ ok: true });
    await systemClient().membership.deleteMany({ where: { userId: leaving.user.id } });
    expect(await addBody.run(key, {}, now)).toMatchObject({ ok: false, code: "not_found" });
  });

  it("shows each tenant their own rows through statements that stay prepared", async () => {
    const both = [await aMember("owner"), await aMember("owner")];
    for (let turn = 1; turn <= 10; turn += 1)
      for (const { key, workspace } of both) {
        const [names, prepared] = await withWorkspace(
          key,
          { wantsWrite: true, timeoutMs: 5000 },
          async (tx) => {
            await tx.publicBody.create({ data: { workspaceId: workspace.id, name: `Body ${turn}` } });
            const bodies = await tx.publicBody.findMany({ select: { workspaceId: true } });
            const kept = await tx.$queryRaw<{ generic: number }[]>`
              SELECT max(generic_plans)::int AS generic FROM pg_prepared_statements WHERE ${turn} > 0`;
            return [bodies.map(({ workspaceId }) => workspaceId), kept[0]?.generic ?? 0] as const;
          },
        ).then((seen) => ("outcome" in seen ? [] : seen));
        expect(names).toEqual(Array.from({ length: turn }, () => workspace.id));
        if (turn === 10) expect(prepared).toBeGreaterThan(5);
      }
  });

  it("can be gone through again after a first statement that failed", async () => {
    const failing = () => tenantClient().$transaction(async (tx) => tx.$queryRaw`SELECT ${"none"}::int`);
    for (let time = 0; time < 12; time += 1) await expect(failing()).rejects.toThrow(/invalid input syntax/);
    const [row] = await tenantClient().$transaction(
      (tx) => tx.$queryRaw<{ level: string }[]>`SELECT current_setting('transaction_isolation') AS level`,
      { isolationLevel: "RepeatableRead" },
    );
    expect(row?.level).toBe("repeatable read");
  });

  it("shows no row of any tenant without a workspace", async () => {
    expect(await addBody.run(owner.key, {}, now)).toMatchObject({ ok: true });
    expect(await tenantClient().publicBody.count()).toBe(0);
    expect(await tenantClient().workspace.count()).toBe(0);
    expect(await tenantClient().user.findMany({ select: { id: true } })).toEqual([]);
  });
});

describe("drafts of an ended session", () => {
  it("are kept for their person for a week and open nothing", async () => {
    const member = await aMember("editor");
    await systemClient().session.updateMany({
      where: { userId: member.user.id },
      data: { expires: new Date(Date.now() + 3 * 24 * 3600 * 1000) },
    });
    const read = defineUseCase({ permission: "record:read", audit: "none", schema }, async () => done(null));
    expect(await read.run(member.key, {}, now)).toMatchObject({ ok: false, code: "signed_out" });
    expect(
      await keepDraft(member.sessionHash, member.workspace.slug, "consultation:new", { values: {} }),
    ).toBe(true);
  });

  it("are not kept for a stranger, a viewer, or another organisation", async () => {
    const stranger = await signedInPerson();
    const home = await aMember("owner");
    const viewer = await aMember("viewer", home.workspace);
    expect(await keepDraft("nobody", home.workspace.slug, "f", {})).toBe(false);
    expect(await keepDraft(stranger.sessionHash, home.workspace.slug, "f", {})).toBe(false);
    expect(await keepDraft(viewer.sessionHash, home.workspace.slug, "f", {})).toBe(false);
  });
});
