import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TypedValues, toInput } from "@/lib/access/form-data";
import { findActivities } from "@/lib/features/activities/find-activities";
import { getActivity } from "@/lib/features/activities/get-activity";
import { logActivity } from "@/lib/features/activities/log-activity";
import { openActivityForm } from "@/lib/features/activities/open-activity-form";
import { openPromiseForm } from "@/lib/features/activities/open-promise-form";
import { recordPromise } from "@/lib/features/activities/record-promise";
import { removeActivity } from "@/lib/features/activities/remove-activity";
import { removePromise } from "@/lib/features/activities/remove-promise";
import { reviseActivity } from "@/lib/features/activities/revise-activity";
import { revisePromise } from "@/lib/features/activities/revise-promise";
import { reviseFollowUp } from "@/lib/features/follow-ups/revise-follow-up";
import { restoreRecord } from "@/lib/features/trash/restore-record";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-06-01T09:00:00Z");
const typing = { form: null };
const owner = new pg.Client({ connectionString: testDatabase().owner });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** What the form sends: every field, most of them empty. */
function sent(typed: TypedValues = {}): Record<string, unknown> & { id: string } {
  const id = typed.id?.[0] ?? randomUUID();
  const input = toInput({
    title: ["Open day"],
    kind: ["welcome"],
    ownKind: [""],
    startsOn: ["4 March 2026"],
    endsOn: [""],
    place: ["The hall, Mill Lane, LS1 4AP"],
    whose: ["ours"],
    publicBody: ["Northfield Council"],
    hours: ["2.5"],
    people_members: ["14"],
    brought_members: ["experience", "jobs"],
    people_families: [""],
    brought_businesses: ["money"],
    role_1: [""],
    role_2: ["Head of housing"],
    office_2: ["Housing department"],
    body_2: [""],
    role_3: ["Nurse lead"],
    body_3: ["Eastvale NHS Trust"],
    outcomes: ["less_isolation"],
    outcomesSource: ["What people said"],
    topics: ["Housing", "Gardens"],
    notes: [""],
    ...typed,
  });
  return { ...input, id };
}

async function logged(key: Parameters<typeof logActivity.run>[0], typed: TypedValues = {}): Promise<string> {
  const result = await logActivity.run(key, sent(typed), now, typing);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

describe("an activity", () => {
  test("is logged as the form sends it, a place with its postcode too, and read back whole", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key);
    const read = await getActivity.run(key, { id }, now);
    expect(read.ok && read.value.value.record).toMatchObject({
      title: "Open day",
      kind: "welcome",
      startsOn: "2026-03-04",
      endsOn: null,
      place: "The hall, Mill Lane, LS1 4AP",
      whose: "ours",
      body: "Northfield Council",
      hours: 2.5,
      groups: [
        { group: "members", people: 14, brought: ["experience", "jobs"] },
        { group: "businesses", people: null, brought: ["money"] },
      ],
      officials: [
        { role: "Head of housing", office: "Housing department", body: "Northfield Council" },
        { role: "Nurse lead", office: null, body: "Eastvale NHS Trust" },
      ],
      outcomes: ["less_isolation"],
      topics: [{ name: "Gardens" }, { key: "housing" }],
      promises: [],
    });
  });

  test("is made once from one form; other content of the same form waits as a draft", async () => {
    const { key } = await aMember("editor");
    const typed = sent();
    await logActivity.run(key, typed, now, typing);
    expect(await logActivity.run(key, typed, now, typing)).toMatchObject({
      value: { value: { outcome: "already" } },
    });
    expect(await logActivity.run(key, { ...typed, title: "Another day" }, now, typing)).toMatchObject({
      value: { value: { id: typed.id, outcome: "differs" } },
    });
    const form = await openActivityForm.run(key, { id: typed.id }, now);
    expect(form).toMatchObject({
      value: { value: { title: "Open day", view: { sentTwice: true, values: { title: ["Another day"] } } } },
    });
  });

  test.each([
    [{ title: [""] }, "title", "required"],
    [{ kind: [""] }, "kind", "unknown_choice"],
    [{ kind: ["own"] }, "ownKind", "required"],
    [{ endsOn: ["1 March 2026"] }, "endsOn", "before_start"],
    [{ office_4: ["Mayor’s office"] }, "role_4", "required"],
    [{ people_members: ["a few"] }, "people_members", "not_a_number"],
    [{ notes: ["call me on 07700 900123"] }, "notes", "personal_identifier"],
    [{ title: ["Tea at LS1 4AP"] }, "title", "personal_identifier"],
  ])("is not saved with %o", async (typed, field, code) => {
    const { key } = await aMember("editor");
    const result = await logActivity.run(key, sent(typed), now, typing);
    expect(result).toMatchObject({ ok: false, code: "invalid", errors: [{ field, code }] });
  });

  test("of a kind of our own is offered again by its name", async () => {
    const { key } = await aMember("editor");
    await logged(key, { kind: ["own"], ownKind: ["Community  garden"] });
    const form = await openActivityForm.run(key, { id: null }, now);
    expect(form).toMatchObject({ value: { value: { choices: { ownKinds: ["Community garden"] } } } });
  });

  test("revised by two people is a conflict for the second, who sees both versions", async () => {
    const first = await aMember("editor");
    const second = await aMember("owner", first.workspace);
    const id = await logged(first.key);
    const revised = (typed: TypedValues) => ({ ...sent({ id: [id], ...typed }), version: "1" });
    expect(
      await reviseActivity.run(second.key, revised({ people_members: ["20"] }), now, typing),
    ).toMatchObject({ ok: true });
    expect(await reviseActivity.run(first.key, revised({ hours: ["3"] }), now, typing)).toMatchObject({
      ok: false,
      code: "conflict",
    });
    const events = await owner.query(
      "SELECT detail FROM audit_events WHERE kind = 'activity.revised' AND subject_id = $1",
      [id],
    );
    expect(events.rows).toEqual([{ detail: { fields: ["people_members"] } }]);
  });

  test("is removed whole, with its promises, and put back whole", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key);
    await recordPromise.run(key, { id: randomUUID(), activityId: id, title: "A drop-in" }, now, typing);
    const before = await getActivity.run(key, { id }, now);
    const removed = await removeActivity.run(key, { id }, now);
    expect(await getActivity.run(key, { id }, now)).toMatchObject({ ok: false, code: "not_found" });
    const trashId = removed.ok ? removed.value.value.trashId : "";
    expect(await restoreRecord.run(key, { trashId }, now)).toMatchObject({
      value: { value: { outcome: "restored", activityId: id } },
    });
    expect(await getActivity.run(key, { id }, now)).toEqual(before);
  });

  test("can be read by a viewer, and changed by none", async () => {
    const { key, workspace } = await aMember("editor");
    const viewer = await aMember("viewer", workspace);
    const neighbour = await aMember("owner");
    const id = await logged(key);
    expect(await getActivity.run(viewer.key, { id }, now)).toMatchObject({ ok: true });
    expect(await logActivity.run(viewer.key, sent(), now, typing)).toMatchObject({ code: "forbidden" });
    expect(await removeActivity.run(viewer.key, { id }, now)).toMatchObject({ code: "forbidden" });
    expect(await getActivity.run(neighbour.key, { id }, now)).toMatchObject({ code: "not_found" });
    expect(await removeActivity.run(neighbour.key, { id }, now)).toMatchObject({ code: "not_found" });
  });
});

describe("the list", () => {
  test("searches, filters by kind, public body and period, and pages both ways", async () => {
    const { key } = await aMember("editor");
    for (let day = 1; day <= 5; day++)
      await logged(key, { title: [`Class ${day}`], kind: ["language_class"], startsOn: [`${day} May 2026`] });
    const visit = await logged(key, {
      title: ["Visite à la mairie"],
      kind: ["visit"],
      startsOn: ["1 April 2026"],
      publicBody: [""],
      role_2: [""],
      office_2: [""],
    });
    const titles = async (input: Record<string, unknown>) => {
      const result = await findActivities.run(key, input, now);
      if (!result.ok) throw new Error(result.code);
      return result.value.value.rows.map(({ title }) => title);
    };
    expect(await titles({ q: "visite mairie" })).toEqual(["Visite à la mairie"]);
    expect(await titles({ kind: "visit" })).toEqual(["Visite à la mairie"]);
    expect(await titles({ body: "northfield council" })).toHaveLength(5);
    expect(await titles({ body: "Eastvale NHS Trust" })).toHaveLength(6);
    expect(await titles({ fromOn: "2026-05-02", untilOn: "2026-05-03" })).toEqual(["Class 3", "Class 2"]);
    const first = await findActivities.run(key, { limit: 4 }, now);
    if (!first.ok) throw new Error(first.code);
    const { next, total } = first.value.value;
    expect(total).toBe(6);
    const second = await findActivities.run(key, { limit: 4, after: next }, now);
    expect(second).toMatchObject({
      value: { value: { from: 5, to: 6, next: null, rows: [{}, { id: visit }] } },
    });
    const back = second.ok ? second.value.value.previous : null;
    const again = await findActivities.run(key, { limit: 4, before: back }, now);
    expect(again.ok && again.value.value.rows).toEqual(first.value.value.rows);
  });
});

describe("a promise made at an activity", () => {
  test("belongs to it alone, keeps its moved dates, and is undone when removed", async () => {
    const { key } = await aMember("editor");
    const activityId = await logged(key);
    const id = randomUUID();
    const promise = { id, activityId, title: "A drop-in", dueOn: "2026-05-01", madeOn: "2026-03-04" };
    expect(await recordPromise.run(key, promise, now, typing)).toMatchObject({ ok: true });
    const { activityId: _, ...revision } = { ...promise, version: "1", dueOn: "2026-08-01" };
    expect(await reviseFollowUp.run(key, revision, now, typing)).toMatchObject({ code: "not_found" });
    expect(await revisePromise.run(key, revision, now, typing)).toMatchObject({
      errors: [{ field: "moveReason", code: "move_reason_needed" }],
    });
    expect(await revisePromise.run(key, { ...revision, moveReason: "New staff" }, now, typing)).toMatchObject(
      { ok: true },
    );
    const form = await openPromiseForm.run(key, { activityId, id }, now);
    expect(form).toMatchObject({
      value: { value: { moves: [{ fromOn: "2026-05-01", toOn: "2026-08-01" }] } },
    });
    const removed = await removePromise.run(key, { id }, now);
    const trashId = removed.ok ? removed.value.value.trashId : "";
    expect(await restoreRecord.run(key, { trashId }, now)).toMatchObject({
      value: { value: { outcome: "restored", activityId } },
    });
  });

  test("cannot come back to an activity that is gone", async () => {
    const { key } = await aMember("editor");
    const activityId = await logged(key);
    const id = randomUUID();
    await recordPromise.run(key, { id, activityId, title: "A drop-in" }, now, typing);
    const removed = await removePromise.run(key, { id }, now);
    await removeActivity.run(key, { id: activityId }, now);
    const trashId = removed.ok ? removed.value.value.trashId : "";
    expect(await restoreRecord.run(key, { trashId }, now)).toMatchObject({
      value: { value: { outcome: "activity_gone" } },
    });
  });

  test("says whose it is where no public body is known", async () => {
    const { key } = await aMember("editor");
    const activityId = await logged(key, { publicBody: [""] });
    const promise = { id: randomUUID(), activityId, title: "A drop-in" };
    expect(await recordPromise.run(key, promise, now, typing)).toMatchObject({
      errors: [{ field: "publicBody", code: "required" }],
    });
    expect(await recordPromise.run(key, { ...promise, owner: "us" }, now, typing)).toMatchObject({
      ok: true,
    });
  });

  test("never has two parents, nor none", async () => {
    const { key, workspace } = await aMember("editor");
    await logged(key);
    await expect(
      owner.query(
        "INSERT INTO follow_ups (workspace_id, id, title, made_on) VALUES ($1, gen_random_uuid(), 'Lost', '2026-01-01')",
        [workspace.id],
      ),
    ).rejects.toThrow(/follow_ups_one_parent/);
  });
});
