import { randomUUID } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { withWorkspace } from "@/lib/db/doors";
import { replayErasures } from "@/lib/db/replay-erasures";
import { settings } from "@/lib/env";
import { keepErasures } from "@/lib/features/erasures/keep-erasures";
import { recordErasure } from "@/lib/features/erasures/record-erasure";
import { appendErasures, erasureFile, readErasures } from "@/lib/services/erasure-file";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().owner });
  await owner.connect();
});
afterAll(() => owner.end());
beforeEach(async () => {
  await owner.query("DELETE FROM erasures");
  await rm(erasureFile(settings().dataDir), { force: true });
});

const write = { wantsWrite: true, timeoutMs: 5000 };

async function aConsultation(workspace: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH b AS (INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, gen_random_uuid(), $2) RETURNING id)
     INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on) SELECT $1, gen_random_uuid(), 'Housing', b.id, '2026-06-01' FROM b RETURNING id`,
    [workspace, `Council ${randomUUID()}`],
  );
  return rows[0]?.id ?? "";
}

describe("the erasure ledger", () => {
  it("writes an entry in the transaction of the erasure, and none when that is taken back", async () => {
    const member = await aMember("owner");
    const id = await aConsultation(member.workspace.id);
    const undone = withWorkspace(member.key, write, async (tx) => {
      await recordErasure(tx, "consultation", id);
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect(await systemClient().erasure.count()).toBe(0);

    await withWorkspace(member.key, write, (tx) => recordErasure(tx, "consultation", id));
    expect(await systemClient().erasure.findMany()).toMatchObject([
      { kind: "consultation", subjectId: id, within: member.workspace.id },
    ]);
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'keep-erasures'",
    );
    expect(rows[0].n).toBe(1);
  });

  it("takes no person and no workspace from inside of a workspace, and nothing unheard of", async () => {
    const member = await aMember("owner");
    for (const kind of ["person", "workspace"] as const)
      await expect(
        withWorkspace(member.key, write, (tx) => recordErasure(tx, kind, member.user.id)),
      ).rejects.toThrow(/not erased from inside/);
    await expect(
      systemClient().$executeRaw`SELECT record_erasure('diary', ${randomUUID()}::uuid, NULL)`,
    ).rejects.toThrow(/erasures_kind/);
  });

  it("can be changed by no role of the server", async () => {
    for (const role of ["tenant", "system", "share"])
      for (const verb of ["INSERT", "UPDATE", "DELETE"]) {
        const { rows } = await owner.query("SELECT has_table_privilege($1, 'erasures', $2) AS may", [
          `followthrough_${role}`,
          verb,
        ]);
        expect({ role, verb, may: rows[0].may }).toEqual({ role, verb, may: false });
      }
  });

  it("is copied to a file that only the server reads, each entry once", async () => {
    const { user } = await signedInPerson();
    await recordErasure(systemClient(), "person", user.id);
    expect(await keepErasures()).toBe(1);
    expect(await keepErasures()).toBe(0);
    const file = erasureFile(settings().dataDir);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readErasures(file)).toMatchObject([{ kind: "person", subjectId: user.id, within: null }]);
    expect(await readFile(file, "utf8")).not.toContain(user.email);
  });

  it("survives a last line that was cut short, and says which other line is broken", async () => {
    const file = erasureFile(settings().dataDir);
    const entry = {
      id: randomUUID(),
      kind: "person",
      subjectId: randomUUID(),
      within: null,
      erasedAt: "2026-11-22T10:00:00.000Z",
    } as const;
    await writeFile(file, `${JSON.stringify(entry)}\n{"id":"cut`);
    expect(await readErasures(file)).toEqual([entry]);
    const next = { ...entry, id: randomUUID() };
    await appendErasures(file, [next]);
    expect(await readErasures(file)).toEqual([entry, next]);
    await writeFile(file, `not an entry\n${JSON.stringify(entry)}\n`);
    await expect(readErasures(file)).rejects.toThrow("Line 1");
  });
});

describe("replaying it over an older copy", () => {
  const entry = (
    kind: "workspace" | "person" | "consultation",
    subjectId: string,
    within: string | null = null,
  ) => ({
    id: randomUUID(),
    kind,
    subjectId,
    within,
    erasedAt: "2026-11-22T10:00:00.000Z",
  });

  it("erases workspaces, people and records again, and nothing else", async () => {
    const gone = await aMember("owner");
    const stays = await aMember("owner");
    const leaver = await aMember("editor", stays.workspace);
    await aConsultation(gone.workspace.id);
    const old = await aConsultation(stays.workspace.id);
    const kept = await aConsultation(stays.workspace.id);
    const ledger = [
      entry("workspace", gone.workspace.id),
      entry("person", leaver.user.id),
      entry("consultation", old, stays.workspace.id),
      entry("person", randomUUID()),
    ];
    expect(await replayErasures(testDatabase().owner, ledger)).toEqual({ entries: 4, erased: 3 });
    expect(await replayErasures(testDatabase().owner, ledger)).toEqual({ entries: 4, erased: 0 });

    expect(await systemClient().workspace.count({ where: { id: gone.workspace.id } })).toBe(0);
    expect(await systemClient().user.count({ where: { id: { in: [leaver.user.id, gone.user.id] } } })).toBe(
      0,
    );
    expect(await systemClient().user.count({ where: { id: stays.user.id } })).toBe(1);
    const { rows } = await owner.query("SELECT id FROM consultations WHERE workspace_id = $1", [
      stays.workspace.id,
    ]);
    expect(rows).toEqual([{ id: kept }]);
    // The ledger of the restored database is whole again, whoever was wiped along with the workspace included.
    const known = await systemClient().erasure.findMany({ select: { id: true } });
    expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining(ledger.map(({ id }) => id)));
    expect(await systemClient().erasure.count({ where: { subjectId: gone.user.id } })).toBe(1);
  });

  it("leaves a record alone that only has the same id in another workspace", async () => {
    const one = await aMember("owner");
    const other = await aMember("owner");
    const id = await aConsultation(one.workspace.id);
    await replayErasures(testDatabase().owner, [entry("consultation", id, other.workspace.id)]);
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM consultations WHERE id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });

  it("does all of it or none", async () => {
    const gone = await aMember("owner");
    const bad = { ...entry("person", randomUUID()), erasedAt: "no day" };
    await expect(
      replayErasures(testDatabase().owner, [entry("workspace", gone.workspace.id), bad]),
    ).rejects.toThrow();
    expect(await systemClient().workspace.count({ where: { id: gone.workspace.id } })).toBe(1);
  });
});
