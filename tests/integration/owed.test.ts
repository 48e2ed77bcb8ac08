import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Key } from "@/lib/db/doors";
import { logActivity } from "@/lib/features/activities/log-activity";
import { recordPromise } from "@/lib/features/activities/record-promise";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";
import { findOwed } from "@/lib/features/owed/find-owed";
import { recordTold } from "@/lib/features/owed/record-told";
import { withdrawTold } from "@/lib/features/owed/withdraw-told";
import { recordResponse } from "@/lib/features/responses/record-response";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

// 1 June 2026. A consultation of the factory ended on 30 April, so its answer is due on 23 July.
const now = new Date("2026-06-01T09:00:00Z");
const typing = { form: null };
const owner = new pg.Client({ connectionString: testDatabase().owner });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function aConsultation(key: Key, typed: Record<string, string[]> = {}): Promise<string> {
  const result = await logConsultation.run(key, sent(consultationForm(typed)), now, typing);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

async function owed(key: Key, input: Record<string, unknown> = {}) {
  const result = await findOwed.run(key, input, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value;
}

async function titles(key: Key, input: Record<string, unknown> = {}): Promise<string[]> {
  return (await owed(key, input)).items.map(({ title, state }) => `${title}: ${state}`);
}

async function promise(key: Key, consultationId: string, typed: Record<string, string>): Promise<string> {
  const id = randomUUID();
  const input = { id, consultationId, madeOn: "2026-04-01", title: "A promise", ...typed };
  const result = await recordFollowUp.run(key, input, now, typing);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return id;
}

describe("what is owed", () => {
  test("lists answers and promises on their side, late first, then by date", async () => {
    const { key } = await aMember("editor");
    const late = await aConsultation(key, {
      title: ["Buses"],
      startsOn: ["2025-01-02"],
      endsOn: ["2025-01-31"],
    });
    await aConsultation(key, { title: ["Parks"] });
    const promised = await aConsultation(key, { title: ["Housing"] });
    await promise(key, promised, { title: "Late", dueOn: "2026-05-20" });
    await promise(key, promised, { title: "Soon", dueOn: "2026-06-10" });
    await promise(key, promised, {
      title: "Denied",
      dueOn: "2026-05-01",
      bodySays: "done",
      communitySays: "no",
    });
    await promise(key, promised, { title: "Kept", dueOn: "2026-05-01", bodySays: "done" });
    await promise(key, promised, { title: "Without a date" });
    await promise(key, promised, {
      title: "Both, our turn",
      owner: "joint",
      waitingOn: "us",
      dueOn: "2026-05-02",
    });
    await promise(key, promised, { title: "Ours", owner: "us", dueOn: "2026-05-03" });

    expect(await titles(key)).toEqual([
      "Buses: late",
      "Denied: disputed",
      "Late: late",
      "Soon: open",
      "Parks: open",
      "Without a date: open",
    ]);
    expect(await titles(key, { state: "late" })).toHaveLength(3);
    expect(await titles(key, { state: "open" })).toEqual([
      "Soon: open",
      "Parks: open",
      "Without a date: open",
    ]);
    expect(await titles(key, { state: "done" })).toEqual(["Kept: done"]);
    expect(await titles(key, { side: "by_us" })).toEqual(["Ours: late", "Both, our turn: open"]);

    const { items, counts } = await owed(key);
    expect(counts).toEqual([
      { side: "to_us", count: 6 },
      { side: "by_us", count: 2 },
      { side: "tell", count: 0 },
    ]);
    expect(items[0]).toMatchObject({
      kind: "answer",
      source: "benchmark",
      parent: "consultation",
      parentId: late,
    });
    expect(items[3]).toMatchObject({ kind: "follow_up", dueOn: "2026-06-10", source: "given" });
    expect(items[5]).toMatchObject({ dueOn: "2026-09-30", source: "benchmark" });
  });

  test("counts a promise made at an activity, and leaves the standing of consultations alone", async () => {
    const { key } = await aMember("editor");
    const activity = { id: randomUUID(), title: "Open day", kind: "welcome", startsOn: "2026-04-01" };
    const lists = { topics: [], outcomes: [], publicBody: "Northfield Council" };
    const logged = await logActivity.run(key, { ...activity, ...lists }, now, typing);
    expect(logged).toMatchObject({ ok: true });
    const made = { id: randomUUID(), activityId: activity.id, title: "A drop-in", dueOn: "2026-05-01" };
    expect(await recordPromise.run(key, made, now, typing)).toMatchObject({ ok: true });
    expect((await owed(key)).items).toMatchObject([
      {
        title: "A drop-in",
        state: "late",
        body: "Northfield Council",
        parent: "activity",
        parentId: activity.id,
      },
    ]);
  });

  test("is narrowed to a public body, and pages both ways without losing an entry", async () => {
    const { key } = await aMember("editor");
    const one = await aConsultation(key);
    const other = await aConsultation(key, { publicBody: ["Eastvale NHS Trust"] });
    for (let day = 1; day <= 5; day++) {
      await promise(key, one, { title: `One ${day}`, dueOn: day % 2 ? "2026-05-01" : "2026-06-20" });
      await promise(key, other, { title: `Other ${day}`, dueOn: "2026-05-02" });
    }
    expect(await titles(key, { body: "eastvale nhs trust" })).toHaveLength(5);
    const all = (await owed(key)).items.map(({ id }) => id);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page = await owed(key, { limit: 4, after });
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(walked).toEqual(all);
    const second = await owed(key, { limit: 4, after: (await owed(key, { limit: 4 })).next });
    expect((await owed(key, { limit: 4, before: second.previous })).items.map(({ id }) => id)).toEqual(
      all.slice(0, 4),
    );
  });

  test("is each organisation's own, and a viewer's to read", async () => {
    const { key, workspace } = await aMember("editor");
    await promise(key, await aConsultation(key), { dueOn: "2026-05-01" });
    const viewer = await aMember("viewer", workspace);
    const neighbour = await aMember("owner");
    expect(await titles(viewer.key)).toEqual(["A promise: late"]);
    expect(await owed(neighbour.key)).toMatchObject({ items: [], any: false });
  });
});

describe("have we told our people?", () => {
  test("asks about every answer that says something, until the day is recorded, and again when it is taken back", async () => {
    const { key, workspace } = await aMember("editor");
    const consultationId = await aConsultation(key, { title: ["Parks"] });
    const id = randomUUID();
    const answer = { id, consultationId, kind: "decision", receivedOn: "2026-05-20" };
    await recordResponse.run(key, { ...answer, summary: "Two benches more" }, now, typing);
    const thanks = { ...answer, id: randomUUID(), kind: "acknowledgement" };
    await recordResponse.run(key, thanks, now, typing);
    expect((await owed(key, { side: "tell" })).items).toMatchObject([
      {
        id,
        title: "Parks",
        words: "Two benches more",
        responseKind: "decision",
        dueOn: "2026-05-20",
        toldOn: null,
      },
    ]);

    expect(await recordTold.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await recordTold.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await titles(key, { side: "tell" })).toEqual([]);
    expect((await owed(key, { side: "tell", state: "done" })).items).toMatchObject([
      { toldOn: "2026-06-01" },
    ]);
    expect(await withdrawTold.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await titles(key, { side: "tell" })).toEqual(["Parks: open"]);

    const { rows } = await owner.query(
      "SELECT kind FROM audit_events WHERE workspace_id = $1 AND subject_id = $2 ORDER BY at, id",
      [workspace.id, id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "response.recorded",
      "response.told",
      "response.told_withdrawn",
    ]);
    expect(await recordTold.run(key, { id: thanks.id }, now)).toMatchObject({ code: "not_found" });
    const viewer = await aMember("viewer", workspace);
    expect(await recordTold.run(viewer.key, { id }, now)).toMatchObject({ code: "forbidden" });
  });
});
