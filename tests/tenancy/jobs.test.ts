import { randomUUID } from "node:crypto";
import type { JobHelpers } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { tasks } from "@/lib/features/jobs/start-worker";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// Every task of the queue. Those that carry what a member gave them are run with what is not theirs; of the others it
// is said why nobody can give them anything.

const GIVEN_BY_MEMBERS = ["run-import"];
const TAKE_NOTHING: Record<string, string> = {
  "send-mail": "the id of a mail, which only queue_mail() writes; a mail that is not there is passed over",
  "support-ran-out": "ids that the trigger of a new grant writes; tells that grant's own organisation",
  "sweep-files": "nothing: removes stored files that no record of any organisation names",
  "keep-erasures": "nothing: copies the whole ledger",
  "erase-old-records": "nothing: comes round by itself, looks at every organisation by its own rules",
  "forget-api-answers": "nothing: comes round by itself, forgets what is older than a day",
  "look-at-pages":
    "nothing: comes round by itself; what a page says is proposed to the organisation whose record names it",
  "end-workspaces": "nothing: erases those whose day has come",
};

let db: pg.Client;
let tenant: pg.Client;
let home: Awaited<ReturnType<typeof aMember>>;
let neighbour: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  const database = testDatabase();
  [db, tenant] = [database.owner, database.tenant].map((url) => new pg.Client({ connectionString: url })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([db.connect(), tenant.connect()]);
  home = await aMember("editor");
  neighbour = await aMember("editor");
});
afterAll(() => Promise.all([db.end(), tenant.end()]));

/** Runs a task as the worker would, on its last try; answers what it threw. */
async function work(name: string, payload: unknown): Promise<unknown> {
  const task = tasks[name];
  if (!task) throw new Error(`no task ${name}`);
  const helpers = { job: { attempts: 5, max_attempts: 5 } } as JobHelpers;
  try {
    await task(payload, helpers);
    return null;
  } catch (error) {
    return error;
  }
}

async function anImport(of: typeof home): Promise<string> {
  const id = randomUUID();
  await db.query(
    "INSERT INTO imports (workspace_id, id, file_name, state, created_by, headers) VALUES ($1, $2, 'a.csv', 'checking', $3, '[\"Title\"]')",
    [of.workspace.id, id, of.user.id],
  );
  return id;
}

async function stateOf(id: string): Promise<unknown> {
  const { rows } = await db.query("SELECT to_jsonb(i) AS whole FROM imports i WHERE id = $1", [id]);
  return rows[0]?.whole;
}

describe("the tasks of the queue", () => {
  it("are all listed here", () => {
    expect(Object.keys(tasks).sort()).toEqual([...GIVEN_BY_MEMBERS, ...Object.keys(TAKE_NOTHING)].sort());
  });

  it("do nothing to another organisation's import", async () => {
    const id = await anImport(neighbour);
    const before = await stateOf(id);
    await work("run-import", { workspaceId: home.workspace.id, userId: home.user.id, subjectId: id });
    await work("run-import", { workspaceId: neighbour.workspace.id, userId: home.user.id, subjectId: id });
    expect(await stateOf(id)).toEqual(before);
  });

  it("do nothing for somebody who is a member no more, or a viewer now", async () => {
    const leaving = await aMember("editor");
    const id = await anImport(leaving);
    const before = await stateOf(id);
    const payload = { workspaceId: leaving.workspace.id, userId: leaving.user.id, subjectId: id };
    const { workspaceId, userId } = payload;
    const where = { workspaceId_userId: { workspaceId, userId } };
    await systemClient().membership.update({ where, data: { role: "viewer" } });
    await work("run-import", payload);
    expect(await stateOf(id)).toEqual(before);
    await systemClient().membership.delete({ where });
    await work("run-import", payload);
    expect(await stateOf(id)).toEqual(before);
  });

  it("do nothing in an organisation that is suspended", async () => {
    const paused = await aMember("editor");
    const id = await anImport(paused);
    await systemClient().workspace.update({
      where: { id: paused.workspace.id },
      data: { state: "suspended" },
    });
    const before = await stateOf(id);
    await work("run-import", { workspaceId: paused.workspace.id, userId: paused.user.id, subjectId: id });
    expect(await stateOf(id)).toEqual(before);
  });

  it.each(Object.keys(tasks))("%s does nothing with a payload somebody made up", async (name) => {
    const before = await db.query("SELECT count(*)::int AS n FROM workspaces");
    const made = {
      workspaceId: randomUUID(),
      userId: randomUUID(),
      subjectId: randomUUID(),
      mailId: randomUUID(),
      grantId: randomUUID(),
    };
    expect(await work(name, made)).toBeNull();
    expect((await db.query("SELECT count(*)::int AS n FROM workspaces")).rows).toEqual(before.rows);
  });
});

describe("the queue", () => {
  it("is out of the tenant role's reach but for what it may ask for", async () => {
    await expect(tenant.query("SELECT * FROM graphile_worker._private_jobs")).rejects.toThrow(
      /permission denied/,
    );
    await expect(tenant.query("SELECT graphile_worker.add_job('run-import', '{}')")).rejects.toThrow(
      /permission denied/,
    );
    await expect(tenant.query("SELECT enqueue('run-import', gen_random_uuid())")).rejects.toThrow(
      /outside of a workspace/,
    );
  });

  it("takes the workspace and the person from the transaction, whatever is asked for", async () => {
    await tenant.query("BEGIN");
    try {
      await tenant.query(
        "SELECT set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true)",
        [home.workspace.id, home.user.id],
      );
      await expect(tenant.query("SELECT enqueue('end-workspaces', gen_random_uuid())")).rejects.toThrow(
        /unknown task/,
      );
    } finally {
      await tenant.query("ROLLBACK");
    }
  });
});
