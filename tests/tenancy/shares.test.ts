import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashShareToken } from "@/lib/access/share-keys";
import { systemClient } from "@/lib/db/clients";
import { aMember, signedInPerson } from "@/tests/factories/member";
import { aShare } from "@/tests/factories/share";
import { testDatabase } from "@/tests/setup/database";

// Views for officers at the database, where they are opened: with somebody else's token, with none that works any
// more, and by people they were not released to.

let db: pg.Client;
let share: pg.Client;
let home: Awaited<ReturnType<typeof aMember>>;
let neighbour: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  const database = testDatabase();
  db = new pg.Client({ connectionString: database.owner });
  share = new pg.Client({ connectionString: database.share });
  await Promise.all([db.connect(), share.connect()]);
  home = await aMember("owner");
  neighbour = await aMember("owner");
});
afterAll(() => Promise.all([db.end(), share.end()]));

type Answer = { outcome: string; id?: string; snapshot?: unknown };
async function open(token: string): Promise<Answer> {
  const { rows } = await share.query("SELECT open_share($1, NULL, 'page', 'ab12') AS answer", [
    hashShareToken(token),
  ]);
  return rows[0].answer;
}
async function listFor(sessionHash: string): Promise<string[] | null> {
  const { rows } = await share.query("SELECT shares_for($1, 'ab12') AS answer", [sessionHash]);
  return rows[0].answer?.map(({ id }: { id: string }) => id) ?? null;
}
async function openFor(sessionHash: string, id: string): Promise<Answer | null> {
  const { rows } = await share.query("SELECT open_share_for($1, $2, 'page', 'ab12') AS answer", [
    sessionHash,
    id,
  ]);
  return rows[0].answer;
}
async function openings(id: string): Promise<number> {
  const { rows } = await db.query("SELECT count(*)::int AS n FROM share_openings WHERE share_id = $1", [id]);
  return rows[0].n;
}

describe("a link", () => {
  it("opens its own view and no other, and that is written down for its organisation", async () => {
    const mine = await aShare(db, home.workspace.id, { snapshot: { whose: "home" } });
    const theirs = await aShare(db, neighbour.workspace.id, { snapshot: { whose: "neighbour" } });
    expect(await open(mine.token)).toMatchObject({
      outcome: "open",
      id: mine.id,
      snapshot: { whose: "home" },
    });
    expect([await openings(mine.id), await openings(theirs.id)]).toEqual([1, 0]);
    const { rows } = await db.query("SELECT workspace_id FROM share_openings WHERE share_id = $1", [mine.id]);
    expect(rows).toEqual([{ workspace_id: home.workspace.id }]);
  });

  it.each([
    ["unknown", () => ({ token: "x".repeat(43), id: randomUUID() })],
    ["stopped", () => aShare(db, home.workspace.id, { stopped: true })],
    ["expired", () => aShare(db, home.workspace.id, { expiresOn: "2026-01-01" })],
    ["not released yet", () => aShare(db, home.workspace.id, { released: false })],
  ] as const)("that is %s opens nothing, in the same words as any other", async (_, make) => {
    const { token, id } = await make();
    expect(await open(token)).toEqual({ outcome: "gone" });
    expect(await openings(id)).toBe(0);
  });

  it.each(["suspended", "closing"] as const)("opens nothing while its organisation is %s", async (state) => {
    const paused = await aMember("owner");
    const { token } = await aShare(db, paused.workspace.id);
    expect(await open(token)).toMatchObject({ outcome: "open" });
    await db.query("UPDATE workspaces SET state = $2 WHERE id = $1", [paused.workspace.id, state]);
    expect(await open(token)).toEqual({ outcome: "gone" });
  });

  it("is not opened by its hash, nor by its id", async () => {
    const { token, id } = await aShare(db, home.workspace.id);
    for (const guess of [hashShareToken(token), id, token.toUpperCase(), `${token} `])
      expect(await open(guess)).toEqual({ outcome: "gone" });
  });
});

describe("a view for an officer's address", () => {
  let officer: Awaited<ReturnType<typeof signedInPerson>>;
  let ids: { home: string; neighbour: string; other: string; stopped: string };
  beforeAll(async () => {
    officer = await signedInPerson();
    const other = await signedInPerson();
    const { email } = officer.user;
    ids = {
      home: (await aShare(db, home.workspace.id, { email })).id,
      neighbour: (await aShare(db, neighbour.workspace.id, { email })).id,
      other: (await aShare(db, home.workspace.id, { email: other.user.email })).id,
      stopped: (await aShare(db, home.workspace.id, { email, stopped: true })).id,
    };
  });

  it("is listed for whoever holds that address, across organisations, and nothing else is", async () => {
    expect((await listFor(officer.sessionHash))?.sort()).toEqual([ids.home, ids.neighbour].sort());
    expect(await openFor(officer.sessionHash, ids.home)).toMatchObject({ outcome: "open" });
    expect(await openFor(officer.sessionHash, ids.other)).toEqual({ outcome: "gone" });
    expect(await openFor(officer.sessionHash, ids.stopped)).toEqual({ outcome: "gone" });
  });

  it("is not there for a neighbour, a member of the organisation itself, a platform admin or a stranger", async () => {
    const viewer = await aMember("viewer", home.workspace);
    const admin = await signedInPerson({ isPlatformAdmin: true });
    for (const { sessionHash } of [neighbour, home, viewer, admin]) {
      expect(await listFor(sessionHash)).toEqual([]);
      expect(await openFor(sessionHash, ids.home)).toEqual({ outcome: "gone" });
    }
    const ended = await signedInPerson({ expiresIn: -3600 });
    for (const hash of ["no such session", ended.sessionHash]) {
      expect(await listFor(hash)).toBeNull();
      expect(await openFor(hash, ids.home)).toBeNull();
    }
  });

  it("follows the address, not the person: one who changes it sees it no more", async () => {
    const moved = await signedInPerson();
    const { id } = await aShare(db, home.workspace.id, { email: moved.user.email });
    expect(await listFor(moved.sessionHash)).toEqual([id]);
    await systemClient().user.update({
      where: { id: moved.user.id },
      data: { email: `${randomUUID()}@example.org` },
    });
    expect(await listFor(moved.sessionHash)).toEqual([]);
  });
});

describe("the role that opens views", () => {
  it("has no table, no sequence and no queue, and sets no workspace for anybody", async () => {
    const { rows } = await db.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
         AND (CASE WHEN c.relkind = 'S' THEN has_sequence_privilege('followthrough_share', c.oid, 'USAGE, SELECT, UPDATE')
           ELSE has_any_column_privilege('followthrough_share', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
             OR has_table_privilege('followthrough_share', c.oid, 'DELETE, TRUNCATE, TRIGGER') END)`,
    );
    expect(rows).toEqual([]);
    await share.query("BEGIN");
    await share.query("SELECT set_config('app.workspace_id', $1, true)", [home.workspace.id]);
    await expect(share.query("SELECT count(*) FROM share_snapshots")).rejects.toThrow(/permission denied/);
    await share.query("ROLLBACK");
  });
});
