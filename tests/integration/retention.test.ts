import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { eraseOn } from "@/lib/domain/retention";
import { eraseRecord } from "@/lib/features/retention/erase-record";
import { eraseWhatIsOld } from "@/lib/features/retention/erase-what-is-old";
import { findOldRecords } from "@/lib/features/retention/find-old-records";
import { keepRecord } from "@/lib/features/retention/keep-record";
import { openSettings } from "@/lib/features/settings/open-settings";
import { reviseSettings } from "@/lib/features/settings/revise-settings";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-11-23T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const earlier = (days: number) => later(-days);
type Somebody = Awaited<ReturnType<typeof aMember>>;

let database: pg.Client;
let owner: Somebody;
let w: string;

beforeAll(async () => {
  database = new pg.Client({ connectionString: testDatabase().owner });
  await database.connect();
});
afterAll(() => database.end());
beforeEach(async () => {
  await database.query("DELETE FROM workspaces");
  await database.query("DELETE FROM erasures");
  await systemClient().mail.deleteMany();
  owner = await aMember("owner");
  w = owner.workspace.id;
  await keepFor(5);
});

async function keepFor(years: number | null) {
  await database.query("UPDATE workspaces SET retention_years = $2 WHERE id = $1", [w, years]);
}
const rows = async (sql: string, ...given: unknown[]) => (await database.query(sql, given)).rows;

/** A consultation that ended on a day; its answer was due on the day itself. */
async function consultation(endedOn: string): Promise<string> {
  const id = randomUUID();
  await database.query("INSERT INTO public_bodies (workspace_id, id, name) VALUES ($1, $2, $3)", [
    w,
    id,
    `Body ${id}`,
  ]);
  await database.query(
    `INSERT INTO consultations (workspace_id, id, title, public_body_id, starts_on, ends_on, answer_promised_on)
     VALUES ($1, $2, 'Old plan', $2, $3, $3, $3)`,
    [w, id, endedOn],
  );
  return id;
}
async function activity(on: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    "INSERT INTO activities (workspace_id, id, title, kind, starts_on) VALUES ($1, $2, 'Old open day', 'welcome', $3)",
    [w, id, on],
  );
  return id;
}
const followUp = (consultationId: string, columns: { made: string; due?: string; done?: string }) =>
  database.query(
    `INSERT INTO follow_ups (workspace_id, id, consultation_id, title, made_on, due_on, done_on, body_says)
     VALUES ($1, gen_random_uuid(), $2, 'A promise', $3, $4, $5, $6)`,
    [w, consultationId, columns.made, columns.due, columns.done, columns.done ? "done" : "not_started"],
  );

const listed = async () =>
  (await rows("SELECT id FROM retention_reviews WHERE workspace_id = $1", w)).map(({ id }) => id);
const there = async (id: string) =>
  (await rows("SELECT id FROM consultations WHERE id = $1 UNION SELECT id FROM activities WHERE id = $1", id))
    .length === 1;
const mails = () => systemClient().mail.findMany({ select: { kind: true, recipient: true, params: true } });
const events = async (kind: string) =>
  await rows("SELECT actor_id, detail FROM audit_events WHERE workspace_id = $1 AND kind = $2", w, kind);

describe("old records", () => {
  it("are listed by the last thing recorded about them, not by when they were typed", async () => {
    const old = await consultation("2021-11-22");
    const justInTime = await consultation("2021-11-23");
    const answered = await consultation("2015-01-01");
    await database.query(
      "INSERT INTO body_responses (workspace_id, id, consultation_id, kind, received_on) VALUES ($1, gen_random_uuid(), $2, 'update', '2023-01-01')",
      [w, answered],
    );
    const promised = await consultation("2015-01-01");
    await followUp(promised, { made: "2015-02-01", due: "2024-01-01" });
    const kept = await consultation("2015-01-01");
    await followUp(kept, { made: "2015-02-01", due: "2015-03-01", done: "2022-03-01" });
    const extended = await consultation("2015-01-01");
    await database.query(
      "INSERT INTO extensions (workspace_id, id, consultation_id, new_due_on, agreed_on) VALUES ($1, gen_random_uuid(), $2, '2022-06-01', '2015-02-01')",
      [w, extended],
    );
    const oldDay = await activity("2020-01-01");
    await activity("2026-01-01");
    expect(await eraseWhatIsOld(now)).toMatchObject({ listed: 2, consultations: 0, activities: 0 });
    expect((await listed()).sort()).toEqual([old, oldDay].sort());
    expect(await there(justInTime)).toBe(true);
  });

  it("are kept for good where the organisation says so", async () => {
    await keepFor(null);
    await consultation("1999-01-01");
    expect(await eraseWhatIsOld(now)).toMatchObject({ listed: 0 });
    expect(await listed()).toEqual([]);
  });

  it("are shown to owners, the oldest first, with the day they are erased", async () => {
    await consultation("2020-05-01");
    await activity("2019-05-01");
    await eraseWhatIsOld(now);
    const page = await findOldRecords.run(owner.key, { after: null }, now);
    if (!page.ok) throw new Error(page.code);
    expect(page.value.value).toMatchObject({
      years: 5,
      total: 2,
      next: null,
      records: [
        { kind: "activity", title: "Old open day", lastOn: "2019-05-01", eraseOn: "2026-12-23", kept: null },
        { kind: "consultation", title: "Old plan", lastOn: "2020-05-01" },
      ],
    });
    const editor = await aMember("editor", owner.workspace);
    expect(await findOldRecords.run(editor.key, { after: null }, now)).toMatchObject({ code: "forbidden" });
  });

  it("are erased for good after 30 days, and not before", async () => {
    const plan = await consultation("2020-05-01");
    await followUp(plan, { made: "2020-05-02", due: "2020-06-01" });
    const day = await activity("2019-05-01");
    await eraseWhatIsOld(now);
    expect(await eraseWhatIsOld(later(29.9))).toMatchObject({ consultations: 0, activities: 0 });
    expect([await there(plan), await there(day)]).toEqual([true, true]);
    expect(await eraseWhatIsOld(later(30))).toMatchObject({ consultations: 1, activities: 1 });
    expect([await there(plan), await there(day)]).toEqual([false, false]);
    expect(await rows("SELECT FROM follow_ups WHERE workspace_id = $1", w)).toEqual([]);
    expect(await rows("SELECT FROM trash WHERE workspace_id = $1", w)).toEqual([]);
    expect(await events("retention.erased")).toEqual([
      {
        actor_id: null,
        detail: { consultations: 1, activities: 1, removed: 0, uploads: 0, invitations: 0 },
      },
    ]);
    expect(await rows("SELECT kind, subject_id, within FROM erasures ORDER BY kind")).toEqual([
      { kind: "activity", subject_id: day, within: w },
      { kind: "consultation", subject_id: plan, within: w },
    ]);
  });

  it("are erased once by two jobs at once", async () => {
    await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    const ends = await Promise.all([eraseWhatIsOld(later(31)), eraseWhatIsOld(later(31))]);
    expect(ends.map(({ consultations }) => consultations).sort()).toEqual([0, 1]);
    expect(await events("retention.erased")).toHaveLength(1);
    expect(await eraseWhatIsOld(later(31))).toMatchObject({ consultations: 0 });
  });

  it("are told to every owner once, in neutral words", async () => {
    const second = await aMember("owner", owner.workspace);
    await aMember("editor", owner.workspace);
    await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    await eraseWhatIsOld(later(1));
    await consultation("2020-05-02");
    await eraseWhatIsOld(later(2));
    const params = { slug: owner.workspace.slug, days: 30 };
    expect((await mails()).sort((a, b) => ((a.recipient ?? "") < (b.recipient ?? "") ? -1 : 1))).toEqual(
      [owner, second]
        .map(({ user }) => ({ kind: "old_records", recipient: user.email, params }))
        .sort((a, b) => (a.recipient < b.recipient ? -1 : 1)),
    );
    // What grew old meanwhile is on the list of the next month, with a mail of its own.
    expect(await eraseWhatIsOld(later(29))).toMatchObject({ listed: 1 });
    expect(await mails()).toHaveLength(4);
    expect(await eraseWhatIsOld(later(31))).toMatchObject({ consultations: 1 });
  });

  it("that get news are not old any more", async () => {
    const plan = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    await followUp(plan, { made: "2026-12-01" });
    expect(await eraseWhatIsOld(later(31))).toMatchObject({ consultations: 0 });
    expect(await listed()).toEqual([]);
  });

  it("stay while the organisation is suspended, and have their whole grace after it", async () => {
    const plan = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    await systemClient().workspace.update({ where: { id: w }, data: { state: "suspended" } });
    for (const day of [10, 40]) expect(await eraseWhatIsOld(later(day))).toMatchObject({ consultations: 0 });
    await systemClient().workspace.update({ where: { id: w }, data: { state: "active" } });
    expect(await eraseWhatIsOld(later(69))).toMatchObject({ consultations: 0 });
    expect(await eraseWhatIsOld(later(70))).toMatchObject({ consultations: 1 });
    expect(await there(plan)).toBe(false);
  });
});

describe("an owner", () => {
  it("keeps a record for longer, with a reason, and is asked again when that is over", async () => {
    const plan = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    const kept = { id: plan, untilOn: "2027-11-23", reason: "The inquiry is still going on" };
    expect(await keepRecord.run(owner.key, kept, now)).toMatchObject({ ok: true });
    const page = await findOldRecords.run(owner.key, { after: null }, now);
    expect(page.ok && page.value.value.records).toMatchObject([
      { eraseOn: null, kept: { until: "2027-11-23", reason: "The inquiry is still going on" } },
    ]);
    expect((await events("retention.kept"))[0]?.detail).toEqual({ until: "2027-11-23" });
    expect(await eraseWhatIsOld(later(365))).toMatchObject({ consultations: 0, listed: 0 });
    expect(await eraseWhatIsOld(later(366))).toMatchObject({ consultations: 0, listed: 1 });
    expect(await mails()).toHaveLength(2);
    expect(await eraseWhatIsOld(later(396))).toMatchObject({ consultations: 1 });
  });

  it.each([
    ["2026-11-23", "Because", [{ field: "untilOn", code: "not_after_today" }]],
    ["2037-01-01", "Because", [{ field: "untilOn", code: "too_far" }]],
    ["soon", "Because", [{ field: "untilOn", code: "not_a_date" }]],
    ["2027-11-23", " ", [{ field: "reason", code: "required" }]],
    ["2027-11-23", "Ask Amina on 07700 900123", [{ field: "reason", code: "personal_identifier" }]],
  ])("is told what is wrong with keeping it until %s because of %j", async (untilOn, reason, errors) => {
    const plan = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    expect(await keepRecord.run(owner.key, { id: plan, untilOn, reason }, now)).toMatchObject({
      ok: false,
      errors,
    });
  });

  it("erases one at once, for good", async () => {
    const plan = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    expect(await eraseRecord.run(owner.key, { id: plan }, now)).toMatchObject({ ok: true });
    expect(await there(plan)).toBe(false);
    expect(await rows("SELECT FROM trash WHERE workspace_id = $1", w)).toEqual([]);
    expect(await rows("SELECT kind, subject_id FROM erasures")).toEqual([
      { kind: "consultation", subject_id: plan },
    ]);
    expect(await eraseRecord.run(owner.key, { id: plan }, now)).toMatchObject({ code: "not_found" });
  });

  it("erases this way only what is on the list, and nothing of others", async () => {
    const recent = await consultation("2026-05-01");
    expect(await eraseRecord.run(owner.key, { id: recent }, now)).toMatchObject({ code: "not_found" });
    const old = await consultation("2020-05-01");
    await eraseWhatIsOld(now);
    const neighbour = await aMember("owner");
    expect(await eraseRecord.run(neighbour.key, { id: old }, now)).toMatchObject({ code: "not_found" });
    expect([await there(recent), await there(old)]).toEqual([true, true]);
  });

  it("who says how long records are kept sees at once what that concerns", async () => {
    await keepFor(null);
    const second = await aMember("owner", owner.workspace);
    const plan = await consultation("2020-05-01");
    const save = async (retentionYears: string) => {
      const form = await openSettings.run(owner.key, {}, now);
      if (!form.ok) throw new Error(form.code);
      const { _since, ...values } = form.value.value.view.values;
      const typed = Object.entries(values).map(([name, texts]) => [
        name,
        name === "shareSections" ? texts : texts[0],
      ]);
      return reviseSettings.run(owner.key, { ...Object.fromEntries(typed), retentionYears }, now, {
        form: null,
      });
    };
    expect(await save("5")).toMatchObject({ ok: true, value: { value: { listed: 1 } } });
    expect(await listed()).toEqual([plan]);
    expect(await mails()).toMatchObject([{ kind: "old_records", recipient: second.user.email }]);
    expect(await save("10")).toMatchObject({ ok: true, value: { value: { listed: 0 } } });
    expect(await listed()).toEqual([]);
  });
});

describe("what comes to its end", () => {
  it("is removed records, uploads nobody ran, rows nobody mended, invitations nobody took, and what strangers typed", async () => {
    const insert = (sql: string, ...given: unknown[]) => database.query(sql, [w, ...given]);
    for (const [at, days] of [
      [earlier(31), "old"],
      [earlier(29), "new"],
    ] as const) {
      await insert(
        "INSERT INTO trash (workspace_id, id, kind, subject_id, payload, removed_at) VALUES ($1, gen_random_uuid(), 'response', gen_random_uuid(), '{}', $2)",
        at,
      );
      for (const state of ["reading", "ready", "checked", "failed", "queued", "done"])
        await insert(
          "INSERT INTO imports (workspace_id, id, file_name, state, created_by, moved_at) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)",
          `${days}-${state}.csv`,
          state,
          owner.user.id,
          at,
        );
      await insert(
        `INSERT INTO import_rows (workspace_id, import_id, row_no, cells, outcome)
         SELECT workspace_id, id, 1, '["mend me"]', 'refused' FROM imports WHERE workspace_id = $1 AND file_name = $2`,
        `${days}-done.csv`,
      );
      await insert(
        "INSERT INTO invitations (workspace_id, id, email, role, locale, token_hash, sent_at, expires_at) VALUES ($1, gen_random_uuid(), $2, 'viewer', 'en', $2, $3, $3)",
        `${days}@example.org`,
        at,
      );
    }
    await insert(
      "INSERT INTO drafts (workspace_id, user_id, form, payload, updated_at) VALUES ($1, gen_random_uuid(), 'f', '{}', $2), ($1, $3, 'f', '{}', $2)",
      earlier(400),
      owner.user.id,
    );
    expect(await eraseWhatIsOld(now)).toEqual({
      listed: 0,
      consultations: 0,
      activities: 0,
      removed: 1,
      uploads: 5,
      invitations: 1,
    });
    const names = await rows(
      "SELECT file_name FROM imports WHERE workspace_id = $1 AND file_name LIKE 'old%'",
      w,
    );
    expect(names).toEqual([{ file_name: "old-done.csv" }]);
    expect(
      await rows(
        "SELECT i.file_name FROM import_rows r JOIN imports i ON i.workspace_id = r.workspace_id AND i.id = r.import_id WHERE r.workspace_id = $1",
        w,
      ),
    ).toEqual([{ file_name: "new-done.csv" }]);
    expect(await rows("SELECT email FROM invitations WHERE workspace_id = $1", w)).toEqual([
      { email: "new@example.org" },
    ]);
    expect(await rows("SELECT user_id FROM drafts WHERE workspace_id = $1", w)).toEqual([
      { user_id: owner.user.id },
    ]);
    expect(await rows("SELECT kind FROM erasures")).toEqual([{ kind: "trash" }]);
    expect(await eraseWhatIsOld(now)).toMatchObject({ removed: 0, uploads: 0, invitations: 0 });
  });

  it("is the same in every organisation, each for itself", async () => {
    const neighbour = await aMember("owner");
    const at = earlier(31);
    for (const workspace of [w, neighbour.workspace.id])
      await database.query(
        "INSERT INTO trash (workspace_id, id, kind, subject_id, payload, removed_at) VALUES ($1, gen_random_uuid(), 'response', gen_random_uuid(), '{}', $2)",
        [workspace, at],
      );
    expect(await eraseWhatIsOld(now)).toMatchObject({ removed: 2 });
  });
});

it("a record listed on a day is erased 30 days later", () => {
  expect(eraseOn("2026-11-23")).toBe("2026-12-23");
});
