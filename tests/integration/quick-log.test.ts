import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TypedValues, toInput } from "@/lib/access/form-data";
import { type Key, keepDraft } from "@/lib/db/doors";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openLogForm } from "@/lib/features/consultations/open-log-form";
import { reviseConsultation } from "@/lib/features/consultations/revise-consultation";
import { getDashboard } from "@/lib/features/dashboard/get-dashboard";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { allWeKnow } from "@/lib/features/quick-log/all-we-know";
import { quickLogKey } from "@/lib/features/quick-log/form-key";
import { getLogged } from "@/lib/features/quick-log/get-logged";
import { listToFinish } from "@/lib/features/quick-log/list-to-finish";
import { logQuickly } from "@/lib/features/quick-log/log-quickly";
import { openQuickLog } from "@/lib/features/quick-log/open-quick-log";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-06-01T09:00:00Z");
const owner = new pg.Client({ connectionString: testDatabase().owner });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** The screen as somebody filled it in: who, what, today, 15 people, an hour and a half. */
function screen(typed: TypedValues = {}): TypedValues & { id: string[] } {
  return {
    id: [randomUUID()],
    publicBody: ["Northfield Council"],
    title: ["Housing allocations"],
    day: ["2026-06-01"],
    dayOn: [""],
    people: ["15"],
    peopleOther: [""],
    minutes: ["90"],
    minutesOther: [""],
    kind: ["meeting"],
    otherKind: ["other"],
    promise: [""],
    ...typed,
  };
}

function log(key: Key, typed: TypedValues) {
  return logQuickly.run(key, toInput(typed), now, { form: quickLogKey(typed.like?.[0] ?? null) });
}

async function logged(key: Key, typed: TypedValues = screen()): Promise<string> {
  const result = await log(key, typed);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

async function value<T>(running: Promise<{ ok: true; value: { value: T } } | { ok: false; code: string }>) {
  const result = await running;
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

async function recorded(id: string) {
  const { rows } = await owner.query(
    `SELECT c.title, b.name AS body, c.kind, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.participants,
       c.minutes_each AS "minutesEach", c.to_finish_since IS NOT NULL AS waits
     FROM consultations c JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id WHERE c.id = $1`,
    [id],
  );
  return rows[0];
}

async function promises(id: string) {
  const { rows } = await owner.query(
    `SELECT owner, title, promised_words AS words, basis, made_on::text AS "madeOn", due_on AS "dueOn" FROM follow_ups WHERE consultation_id = $1`,
    [id],
  );
  return rows;
}

describe("logging on one screen", () => {
  test("keeps plain numbers, ends a meeting on its day, and keeps a promise in their words", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key, screen({ promise: ["We will publish\nthe new rules by summer."] }));
    expect(await recorded(id)).toEqual({
      title: "Housing allocations",
      body: "Northfield Council",
      kind: "meeting",
      startsOn: "2026-06-01",
      endsOn: "2026-06-01",
      participants: 15,
      minutesEach: 90,
      waits: true,
    });
    expect(await promises(id)).toEqual([
      {
        owner: "body",
        title: "We will publish the new rules by summer.",
        words: "We will publish\nthe new rules by summer.",
        basis: "spoken",
        madeOn: "2026-06-01",
        dueOn: null,
      },
    ]);
    const { record } = await value(getLogged.run(key, { id }, now));
    expect(record).toMatchObject({ minutesAsked: 1350, promiseDueOn: "2026-11-30" });
    const { rows } = await owner.query("SELECT kind FROM audit_events WHERE subject_id = $1", [id]);
    expect(rows).toEqual([{ kind: "consultation.logged" }]);
  });

  test.each([
    [{ day: ["2026-05-31"] }, { startsOn: "2026-05-31", endsOn: "2026-05-31" }],
    [
      { day: ["other"], dayOn: ["4 March 2026"] },
      { startsOn: "2026-03-04", endsOn: "2026-03-04" },
    ],
    [{ people: ["other"], peopleOther: ["46"] }, { participants: 46 }],
    [{ people: ["other"] }, { participants: null }],
    [{ minutes: ["other"], minutesOther: ["45"] }, { minutesEach: 45 }],
    [{ people: ["10"], peopleOther: ["46"] }, { participants: 10 }],
    [
      { kind: ["survey"], stillRunning: ["yes"] },
      { kind: "survey", endsOn: null },
    ],
    [
      { kind: ["survey"], stillRunning: ["no"] },
      { kind: "survey", endsOn: "2026-06-01" },
    ],
    [
      { kind: ["other"], otherKind: ["co_design"] },
      { kind: "co_design", endsOn: "2026-06-01" },
    ],
    [
      { kind: ["other"], otherKind: ["advisory_group"], stillRunning: ["yes"] },
      { kind: "advisory_group", endsOn: null },
    ],
    [
      { kind: ["one_to_one"], stillRunning: ["yes"] },
      { kind: "one_to_one", endsOn: "2026-06-01" },
    ],
  ])("%j reads %j", async (typed, expected) => {
    const { key } = await aMember("editor");
    expect(await recorded(await logged(key, screen(typed)))).toMatchObject(expected);
  });

  test("says all mistakes at once and keeps the screen", async () => {
    const { key } = await aMember("editor");
    const wrong = screen({
      publicBody: [""],
      title: [" "],
      day: ["other"],
      people: ["other"],
      peopleOther: ["a few"],
      kind: ["survey"],
    });
    const result = await log(key, wrong);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      "dayOn required",
      "peopleOther not_a_number",
      "publicBody required",
      "stillRunning unknown_choice",
      "title required",
    ]);
  });

  test("sent twice, it is one record with one promise; with other words nothing is lost", async () => {
    const { key, user, workspace } = await aMember("editor");
    const typed = screen({ promise: ["New rules"] });
    const both = await Promise.all([log(key, typed), log(key, typed)]);
    expect(both.map((one) => one.ok && one.value.value.outcome).sort()).toEqual(["already", "logged"]);
    const id = typed.id[0] ?? "";
    expect(await promises(id)).toHaveLength(1);

    // A colleague added what was missing in the meantime: that is no difference.
    await owner.query("UPDATE consultations SET voice = 'members' WHERE id = $1", [id]);
    expect(await value(log(key, typed))).toEqual({ id, outcome: "already" });
    expect(await value(log(key, { ...typed, promise: ["And a date"] }))).toEqual({ id, outcome: "promise" });
    expect(await value(log(key, { ...typed, title: ["Homes"] }))).toEqual({ id, outcome: "differs" });
    expect(await promises(id)).toHaveLength(1);
    const { rows } = await owner.query(
      "SELECT form, payload -> 'values' AS values FROM drafts WHERE workspace_id = $1 AND user_id = $2 ORDER BY form",
      [workspace.id, user.id],
    );
    expect(rows).toMatchObject([
      { form: formKeys.consultation(id), values: { title: ["Homes"], voice: ["members"] } },
      { form: formKeys.newFollowUp(id), values: { promisedWords: ["And a date"], owner: ["body"] } },
    ]);
    const stranger = await aMember("editor", workspace);
    expect(await log(stranger.key, typed)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("the screen", () => {
  test("starts with today, the bodies that asked last, and the last of each kind to do again", async () => {
    const { key } = await aMember("editor");
    const empty = await value(openQuickLog.run(key, { like: null }, now));
    expect(empty).toMatchObject({ askers: [], repeats: [], unfinished: null });
    expect(empty.view.values).toMatchObject({ day: ["2026-06-01"], kind: ["meeting"] });
    await logged(key, screen({ publicBody: ["Eastvale NHS Trust"], day: ["2026-05-18"] }));
    await owner.query("UPDATE consultations SET created_at = created_at - interval '1 day'");
    await logged(key, screen({ title: ["Last week"], day: ["2026-05-25"] }));
    const id = await logged(key, screen({ title: ["This week"] }));
    const { askers, repeats } = await value(openQuickLog.run(key, { like: null }, now));
    expect(askers).toEqual(["Northfield Council", "Eastvale NHS Trust"]);
    expect(repeats.map(({ title, body }) => [title, body])).toEqual([
      ["This week", "Northfield Council"],
      ["Housing allocations", "Eastvale NHS Trust"],
    ]);
    expect(repeats[0]?.id).toBe(id);
  });

  test("is filled in like last time, for today, with the same topics", async () => {
    const { key } = await aMember("editor");
    const last = await logged(key, screen({ people: ["other"], peopleOther: ["12"], day: ["2026-05-25"] }));
    await value(
      reviseConsultation.run(
        key,
        toInput({
          id: [last],
          version: ["1"],
          publicBody: ["Northfield Council"],
          title: ["Housing allocations"],
          kind: ["meeting"],
          startsOn: ["2026-05-25"],
          endsOn: ["2026-05-25"],
          participants: ["12"],
          minutesEach: ["90"],
          sessions: ["1"],
          topics: ["Housing"],
          voice: ["members"],
        }),
        now,
        { form: null },
      ),
    );
    const { view, like } = await value(openQuickLog.run(key, { like: last }, now));
    expect(like).toBe(last);
    expect(view.values).toMatchObject({
      publicBody: ["Northfield Council"],
      title: ["Housing allocations"],
      day: ["2026-06-01"],
      people: ["other"],
      peopleOther: ["12"],
      minutes: ["90"],
      kind: ["meeting"],
      like: [last],
    });
    const again = await logged(key, { ...screen(), ...view.values, promise: [""] });
    const { adds } = await value(getLogged.run(key, { id: again }, now));
    expect(adds).toMatchObject({ topic: { name: "Housing" }, times: 2, silent: 0, later: false });

    const another = await logged(key, { ...screen({ like: [last] }), title: ["Buses"] });
    expect((await value(getLogged.run(key, { id: another }, now))).adds).toMatchObject({
      topic: null,
      times: 3,
    });
  });

  test("brings back what was typed, with its day, to its writer alone, and says what else was begun", async () => {
    const { key, sessionHash, workspace } = await aMember("editor");
    const colleague = await aMember("editor", workspace);
    const last = await logged(key, screen({ title: ["Weekly"] }));
    const typed = screen({ title: ["Half of it"], day: ["2026-06-01"] });
    const payload = { values: typed, errors: [], code: null };
    await keepDraft(sessionHash, workspace.slug, quickLogKey(null), payload);
    const later = new Date("2026-06-04T09:00:00Z");
    const { view } = await value(openQuickLog.run(key, { like: null }, later));
    expect(view).toMatchObject({
      kept: true,
      values: { title: ["Half of it"], day: ["other"], dayOn: ["2026-06-01"] },
    });
    expect((await value(openQuickLog.run(colleague.key, { like: null }, later))).view.kept).toBe(false);

    const { unfinished } = await value(openQuickLog.run(key, { like: last }, now));
    expect(unfinished).toEqual({ path: "/log", title: "Half of it" });

    // Saved, and the keeping arrives late: nothing new.
    await logged(key, typed);
    await keepDraft(sessionHash, workspace.slug, quickLogKey(null), payload);
    expect((await value(openQuickLog.run(key, { like: null }, now))).view.kept).toBe(false);
    expect((await value(openQuickLog.run(key, { like: last }, now))).unfinished).toBeNull();
  });
});

describe("going on in the long form", () => {
  const promise = ["A crossing\nby summer"];
  const begun = async () => {
    const member = await aMember("editor");
    const typed = screen({
      day: ["other"],
      dayOn: ["4 March 2026"],
      people: ["other"],
      peopleOther: ["a few"],
      promise,
    });
    const keep = (form: string, values: TypedValues) =>
      keepDraft(member.sessionHash, member.workspace.slug, form, { values, errors: [], code: null });
    await keep(quickLogKey(null), typed);
    const id = typed.id[0] ?? "";
    const open = async () => (await value(openLogForm.run(member.key, { begun: id }, now))).view;
    return { ...member, id, typed, keep, open, form: formKeys.newConsultationOf(id) };
  };
  const send = (key: Key, form: string, typed: TypedValues) =>
    logConsultation.run(key, toInput(typed), now, { form });

  test("fills in everything that was typed, for its writer alone, and saves nothing", async () => {
    const { key, workspace, id, open } = await begun();
    expect(await open()).toMatchObject({
      drafted: false,
      values: {
        id: [id],
        publicBody: ["Northfield Council"],
        title: ["Housing allocations"],
        startsOn: ["4 March 2026"],
        endsOn: ["4 March 2026"],
        participants: ["a few"],
        minutesEach: ["90"],
        kind: ["meeting"],
        sessions: ["1"],
        promise,
      },
    });
    const colleague = await aMember("editor", workspace);
    const theirs = await value(openLogForm.run(colleague.key, { begun: id }, now));
    expect(theirs.begun).toBeNull();
    expect(theirs.view.values.title).toBeUndefined();
    expect(await recorded(id)).toBeUndefined();
    // Back on the screen, all of it is still there.
    expect((await value(openQuickLog.run(key, { like: null }, now))).view.values).toMatchObject({ promise });
  });

  test("has the topics of what is done again, as the screen itself would", async () => {
    const { key, workspace, id, typed, keep, open } = await begun();
    const like = await logged(key, screen());
    await owner.query(
      `WITH t AS (INSERT INTO topics (workspace_id, id, name) VALUES ($2, gen_random_uuid(), 'Allotments') RETURNING id)
       INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id) SELECT $2, $1, id FROM t`,
      [like, workspace.id],
    );
    await keep(quickLogKey(null), { id: [randomUUID()] });
    await keep(quickLogKey(like), { ...typed, like: [like] });
    expect((await open()).values).toMatchObject({ id: [id], topics: ["Allotments"] });
  });

  test("keeps what was added there, and what was changed on the screen since", async () => {
    const { key, typed, id, keep, open, form } = await begun();
    const { values } = await open();
    await keep(form, { ...values, purpose: ["To hear us"] });
    expect(await open()).toMatchObject({
      kept: true,
      values: { purpose: ["To hear us"], participants: ["a few"] },
    });
    expect((await value(openQuickLog.run(key, { like: null }, now))).unfinished).toEqual({
      path: `/consultations/new?begun=${id}`,
      title: "Housing allocations",
    });
    await keep(quickLogKey(null), { ...typed, title: ["Allocations"] });
    expect((await open()).values).toMatchObject({ purpose: ["To hear us"], title: ["Allocations"] });
  });

  test("saved there, it is one record with one promise, and the screen is empty again", async () => {
    const { key, id, open, form } = await begun();
    const { values } = await open();
    const typed = { ...values, participants: ["12"], purpose: ["To hear us"] };
    expect(await send(key, form, typed)).toMatchObject({
      ok: true,
      value: { value: { id, outcome: "logged" } },
    });
    expect(await recorded(id)).toMatchObject({ participants: 12, startsOn: "2026-03-04", waits: false });
    expect(await promises(id)).toMatchObject([{ words: promise[0], basis: "spoken", madeOn: "2026-03-04" }]);
    const screenNow = await value(openQuickLog.run(key, { like: null }, now));
    expect(screenNow).toMatchObject({ unfinished: null, view: { kept: false } });
    expect(screenNow.view.values.title).toBeUndefined();

    // Sent again: nothing new. With another promise: that one waits to be recorded.
    expect(await send(key, form, typed)).toMatchObject({ value: { value: { outcome: "already" } } });
    const another = await send(key, form, { ...typed, promise: ["A bench"] });
    expect(another).toMatchObject({ value: { value: { outcome: "promise" } } });
    expect(await promises(id)).toHaveLength(1);
  });

  test("saved on the screen after all, the long form is over, unless it says more", async () => {
    const { key, typed, keep, open, form } = await begun();
    const right = { ...typed, peopleOther: ["12"] };
    await keep(quickLogKey(null), right);
    await keep(form, (await open()).values);
    await logged(key, right);
    expect((await value(openQuickLog.run(key, { like: null }, now))).unfinished).toBeNull();

    const more = await begun();
    await more.keep(more.form, { ...(await more.open()).values, purpose: ["To hear us"] });
    await logged(more.key, { ...more.typed, peopleOther: ["12"] });
    expect((await more.open()).values).toMatchObject({ purpose: ["To hear us"] });
  });
});

describe("what it adds to", () => {
  test("counts the same body's, and those of them without an answer; what is called off or to come does not count", async () => {
    const { key } = await aMember("editor");
    for (const day of ["2025-01-10", "2025-06-10", "2026-01-10"])
      await logged(key, screen({ day: ["other"], dayOn: [day] }));
    const off = await logged(key, screen({ day: ["other"], dayOn: ["2025-02-01"] }));
    await owner.query("UPDATE consultations SET cancelled_on = '2025-01-20' WHERE id = $1", [off]);
    await logged(key, screen({ publicBody: ["Eastvale NHS Trust"] }));
    await logged(key, screen({ day: ["other"], dayOn: ["2026-07-01"] }));
    const id = await logged(key, screen());
    expect((await value(getLogged.run(key, { id }, now))).adds).toEqual({
      topic: null,
      times: 4,
      silent: 3,
      later: false,
    });
    const older = await logged(key, screen({ day: ["2025-03-01"] }));
    expect((await value(getLogged.run(key, { id: older }, now))).adds).toMatchObject({
      times: 5,
      later: true,
    });
  });

  test("is not there for another organisation", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key);
    const neighbour = await aMember("owner");
    expect(await getLogged.run(neighbour.key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    expect(await allWeKnow.run(neighbour.key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("to finish", () => {
  const all = ["topics", "voice", "participationLevel"];

  test("lists what was logged on one screen and lacks something, the newest first, until it is complete", async () => {
    const { key, workspace } = await aMember("editor");
    await logged(key, screen({ title: ["First"] }));
    await owner.query("UPDATE consultations SET to_finish_since = to_finish_since - interval '1 hour'");
    const second = await logged(key, screen({ title: ["Second"], people: [""], minutes: [""] }));
    const list = await value(listToFinish.run(key, {}, now));
    expect(list.total).toBe(2);
    expect(list.items).toMatchObject([
      { title: "Second", missing: [...all, "participants", "minutesEach"] },
      { title: "First", missing: all },
    ]);

    await owner.query(
      "UPDATE consultations SET voice = 'members', participation_level = 'consulted', participants = 3, minutes_each = 30 WHERE id = $1",
      [second],
    );
    expect((await value(listToFinish.run(key, {}, now))).items[0]).toMatchObject({ missing: ["topics"] });
    await owner.query(
      `WITH t AS (INSERT INTO topics (workspace_id, id, name) VALUES ($2, gen_random_uuid(), 'Allotments') RETURNING id)
       INSERT INTO consultation_topics (workspace_id, consultation_id, topic_id) SELECT $2, $1, id FROM t`,
      [second, workspace.id],
    );
    const left = await value(listToFinish.run(key, {}, now));
    expect(left.items.map(({ title }) => title)).toEqual(["First"]);
  });

  test("asks for the last day of one that has been running for four weeks", async () => {
    const { key } = await aMember("editor");
    await logged(key, screen({ kind: ["survey"], stillRunning: ["yes"], day: ["2026-05-04"] }));
    await logged(key, screen({ kind: ["survey"], stillRunning: ["yes"], day: ["2026-05-05"] }));
    const { items } = await value(listToFinish.run(key, {}, now));
    expect(items.map(({ startsOn, missing }) => [startsOn, missing.includes("endsOn")]).sort()).toEqual([
      ["2026-05-04", true],
      ["2026-05-05", false],
    ]);
  });

  test("goes when that is all we know, audited once, and is not for those who may not write", async () => {
    const { key, workspace } = await aMember("editor");
    const viewer = await aMember("viewer", workspace);
    const id = await logged(key);
    const dashboard = await value(getDashboard.run(key, {}, now));
    expect(dashboard.toFinish).toMatchObject({ total: 1, items: [{ id }] });
    expect((await value(getDashboard.run(viewer.key, {}, now))).toFinish.total).toBe(0);
    await value(allWeKnow.run(key, { id }, now));
    await value(allWeKnow.run(key, { id }, now));
    expect((await value(getDashboard.run(key, {}, now))).toFinish.total).toBe(0);
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n FROM audit_events WHERE subject_id = $1 AND kind = 'consultation.all_known'",
      [id],
    );
    expect(rows[0].n).toBe(1);
  });
});
