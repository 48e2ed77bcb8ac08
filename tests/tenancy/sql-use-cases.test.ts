import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineSqlUseCase } from "@/lib/access/use-case";
import { tenantConnections } from "@/lib/db/clients";
import { type Key, type SqlTx, withWorkspace, withWorkspaceSql } from "@/lib/db/doors";
import { done, failed } from "@/lib/domain/result";
import { aMember } from "@/tests/factories/member";

// The door of what is asked SQL alone: the same checks as the other door, on the driver's own transaction.

const now = new Date("2026-11-23T12:00:00Z");
const schema = z.strictObject({});
const ids = z.array(z.object({ id: z.string() }));
const pids = z.array(z.object({ pid: z.number() }));
const DOOR = { wantsWrite: false, timeoutMs: 5000 };

describe("a use case that is asked SQL alone", () => {
  let ours: Awaited<ReturnType<typeof aMember>>;
  let theirs: Awaited<ReturnType<typeof aMember>>;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([aMember("viewer"), aMember("owner")]);
  });

  const whose = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) => {
    const both = [ours.workspace.id, theirs.workspace.id];
    const rows = await tx.$queryRaw`SELECT id FROM workspaces WHERE id = ANY (${both}::uuid[])`;
    return done(ids.parse(rows).map(({ id }) => id));
  });

  it("sees the workspace of whoever asks and no other, however often it goes to and fro", async () => {
    for (let times = 0; times < 12; times++)
      for (const { key, workspace } of [ours, theirs])
        expect(await whose.run(key, {}, now)).toMatchObject({ ok: true, value: { value: [workspace.id] } });
  });

  it("turns strangers away, and members who may not", async () => {
    const elsewhere = { ...ours.key, slug: theirs.workspace.slug };
    expect(await whose.run(elsewhere, {}, now)).toMatchObject({ ok: false, code: "not_found" });
    const settings = defineSqlUseCase({ permission: "settings:manage", audit: "none", schema }, async () =>
      done(null),
    );
    expect(await settings.run(ours.key, {}, now)).toMatchObject({ ok: false, code: "forbidden" });
    expect(await whose.run(ours.key, { more: 1 }, now)).toMatchObject({ ok: false, code: "invalid" });
  });

  it("writes nothing: PostgreSQL refuses, also an owner", async () => {
    const sneaky = defineSqlUseCase(
      { permission: "record:read", audit: "none", schema },
      async ({ tx, member }) => {
        await tx.$queryRaw`
        INSERT INTO public_bodies (workspace_id, name) VALUES (${member.workspace.id}::uuid, 'written by a query')`;
        return done(null);
      },
    );
    await expect(sneaky.run(theirs.key, {}, now)).rejects.toThrow(/read-only/);
  });

  it("gives its connection back clean after a failure and after a fault", async () => {
    const failing = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) => {
      await tx.$queryRaw`SELECT set_config('test.left_behind', 'yes', true)`;
      return failed("not_found");
    });
    const wrong = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) => {
      await tx.$queryRaw`SELECT 1 / ${0}::int`;
      return done(null);
    });
    const clean = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) =>
      done(await tx.$queryRaw`SELECT coalesce(current_setting('test.left_behind', true), '') AS left`),
    );
    // More often than there are connections.
    for (let times = 0; times < 12; times++) {
      expect(await failing.run(ours.key, {}, now)).toMatchObject({ ok: false, code: "not_found" });
      await expect(wrong.run(ours.key, {}, now)).rejects.toThrow(/division by zero/);
      expect(await clean.run(ours.key, {}, now)).toMatchObject({ value: { value: [{ left: "" }] } });
    }
  });

  it("says so when its connection breaks, and the next one works", async () => {
    const broken = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) =>
      done(await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`),
    );
    await expect(broken.run(ours.key, {}, now)).rejects.toThrow(/terminat/);
    expect(await whose.run(ours.key, {}, now)).toMatchObject({ ok: true });
  });

  it("is not harmed by connections that broke while they rested", async () => {
    const where = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) =>
      done(pids.parse(await tx.$queryRaw`SELECT pg_backend_pid() AS pid, pg_sleep(${0.05}::float8)::text`)),
    );
    const asked = await Promise.all(Array.from({ length: 5 }, () => where.run(ours.key, {}, now)));
    const found = asked.flatMap((one) => (one.ok ? one.value.value.map(({ pid }) => pid) : []));
    expect(new Set(found).size).toBe(5);
    const stop = defineSqlUseCase({ permission: "record:read", audit: "none", schema }, async ({ tx }) => {
      await tx.$queryRaw`
        SELECT pg_terminate_backend(pid) FROM unnest(${found}::int[]) AS pid WHERE pid <> pg_backend_pid()`;
      return done(null);
    });
    const { pool } = tenantConnections();
    const before = pool.totalCount;
    await stop.run(ours.key, {}, now);
    await expect.poll(() => pool.totalCount).toBeLessThanOrEqual(before - 4);
    expect(await whose.run(ours.key, {}, now)).toMatchObject({ ok: true });
  });

  it("is given up when its time is over, and the next one finds a connection", async () => {
    const slow = defineSqlUseCase(
      { permission: "record:read", audit: "none", schema, timeoutMs: 200 },
      async ({ tx }) => done(await tx.$queryRaw`SELECT pg_sleep(${5}::float8)::text`),
    );
    await Promise.all(
      Array.from({ length: 10 }, () =>
        expect(slow.run(ours.key, {}, now)).rejects.toThrow("given up after 200 ms"),
      ),
    );
    expect(await whose.run(ours.key, {}, now)).toMatchObject({ ok: true });
  });

  const note = { kind: "record.restored" } as const;
  const names = (key: Key) =>
    withWorkspaceSql(key, DOOR, async (tx) => ({
      names: await tx.$queryRaw`SELECT name FROM public_bodies ORDER BY name`,
    }));
  const addBody = (name: string, told: boolean, after?: (tx: SqlTx) => Promise<unknown>) =>
    defineSqlUseCase(
      { permission: "record:write", audit: ["record.restored"], schema },
      async ({ tx, member, record }) => {
        const id = randomUUID();
        const rows = await tx.$executeRaw`
          INSERT INTO public_bodies (workspace_id, id, name) VALUES (${member.workspace.id}::uuid, ${id}::uuid, ${name})`;
        if (told) await record({ ...note, subjectId: id, detail: { trashId: id } });
        await after?.(tx);
        return done(rows);
      },
    );

  it("changes what it may, with its event; and nothing without one", async () => {
    const { key } = await aMember("owner");
    expect(await addBody("Told", true).run(key, {}, now)).toMatchObject({ ok: true, value: { value: 1 } });
    await expect(addBody("Untold", false).run(key, {}, now)).rejects.toThrow(/audit/);
    expect(await names(key)).toEqual({ names: [{ name: "Told" }] });
    expect(await addBody("By a viewer", true).run(ours.key, {}, now)).toMatchObject({ code: "forbidden" });
  });

  it("does not say that it changed something when a statement failed on the way", async () => {
    const { key } = await aMember("owner");
    const careless = addBody("Lost", true, (tx) => tx.$queryRaw`SELECT 1 / ${0}::int`.catch(() => null));
    await expect(careless.run(key, {}, now)).rejects.toThrow(/does not commit/);
    expect(await names(key)).toEqual({ names: [] });
  });
});

describe("what a statement gives", () => {
  const ID = "0190a2d4-0000-7000-8000-000000000001";
  const ask = (tx: SqlTx) => tx.$queryRaw`
    SELECT ${true}::bool AS yes, 7::int2 AS small, 7::int AS whole, 9007199254740993::int8 AS large, 0.5::float8 AS half,
      ${"Zoë – ١٢"} AS words, ${["a,b", '"', "NULL", null]}::text[] AS list, ${"{}"}::jsonb AS nothing,
      jsonb_build_object('n', 1.5, 'l', ${JSON.stringify([1, "x"])}::jsonb) AS json, ${null}::text AS none,
      ${ID}::uuid AS id, ARRAY[${ID}::uuid] AS ids, timestamptz '2026-03-04 05:06:07.089+02' AS moment, 'us'::waiting_on AS own`;

  it("is read as the other door reads it", async () => {
    const { key } = await aMember("viewer");
    const asked = withWorkspaceSql(key, DOOR, async (tx) => ({ given: await ask(tx) }));
    const other = withWorkspace(key, DOOR, async (tx) => ({
      given: await ask(tx),
    }));
    expect(await asked).toEqual(await other);
    const moment = new Date("2026-03-04T03:06:07.089Z");
    expect(await asked).toMatchObject({ given: [{ large: 9007199254740993n, own: "us", moment }] });
  });

  it.each(["date '2026-03-04'", "1.5::numeric", "ARRAY[1]", "time '10:00'"])(
    "is refused where everybody reads it differently: %s",
    async (value) => {
      const { key } = await aMember("viewer");
      const statement = Object.assign([`SELECT ${value} AS one`], { raw: [] });
      const asked = withWorkspaceSql(key, DOOR, async (tx) => ({ given: await tx.$queryRaw(statement) }));
      await expect(asked).rejects.toThrow("cast them");
    },
  );
});
