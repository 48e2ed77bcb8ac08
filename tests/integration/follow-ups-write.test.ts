import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Key } from "@/lib/db/doors";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { removeConsultation } from "@/lib/features/consultations/remove-consultation";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";
import { recordExtension } from "@/lib/features/extensions/record-extension";
import { removeExtension } from "@/lib/features/extensions/remove-extension";
import { reviseExtension } from "@/lib/features/extensions/revise-extension";
import { openFollowUpForm } from "@/lib/features/follow-ups/open-follow-up-form";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";
import { removeFollowUp } from "@/lib/features/follow-ups/remove-follow-up";
import { reviseFollowUp } from "@/lib/features/follow-ups/revise-follow-up";
import { openResponseForm } from "@/lib/features/responses/open-response-form";
import { recordResponse } from "@/lib/features/responses/record-response";
import { removeResponse } from "@/lib/features/responses/remove-response";
import { reviseResponse } from "@/lib/features/responses/revise-response";
import { restoreRecord } from "@/lib/features/trash/restore-record";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-06-01T09:00:00Z");
const typing = { form: null };
const owner = new pg.Client({ connectionString: testDatabase().owner });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function rows(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await owner.query(text, values)).rows;
}

async function aConsultation(key: Key): Promise<string> {
  const result = await logConsultation.run(key, sent(consultationForm()), now, typing);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

function promise(consultationId: string, typed: Record<string, string> = {}) {
  return { id: randomUUID(), consultationId, title: "Open a drop-in", ...typed };
}

describe("follow-ups", () => {
  test("of the body, of both and of us are recorded, a body of their own only when it is another one", async () => {
    const { key, workspace } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const theirs = promise(consultationId, {
      publicBody: "NORTHFIELD COUNCIL",
      basis: "spoken",
      madeByRole: "head of housing",
      madeOn: "2026-04-30",
      dueOn: "2026-09-01",
    });
    const joint = promise(consultationId, {
      owner: "joint",
      waitingOn: "us",
      publicBody: "Eastvale NHS Trust",
    });
    const ours = promise(consultationId, { owner: "us", waitingOn: "us" });
    for (const one of [theirs, joint, ours])
      expect(await recordFollowUp.run(key, one, now, typing)).toMatchObject({ ok: true });
    const saved = await rows(
      `SELECT f.owner, f.waiting_on, f.made_on::text, f.due_on::text, f.basis, b.name FROM follow_ups f
       LEFT JOIN public_bodies b ON b.id = f.public_body_id WHERE f.consultation_id = $1 ORDER BY f.owner`,
      [consultationId],
    );
    expect(saved).toEqual([
      {
        owner: "body",
        waiting_on: "body",
        made_on: "2026-04-30",
        due_on: "2026-09-01",
        basis: "spoken",
        name: null,
      },
      {
        owner: "joint",
        waiting_on: "us",
        made_on: "2026-06-01",
        due_on: null,
        basis: null,
        name: "Eastvale NHS Trust",
      },
      { owner: "us", waiting_on: "body", made_on: "2026-06-01", due_on: null, basis: null, name: null },
    ]);
    const events = await rows(
      "SELECT detail FROM audit_events WHERE workspace_id = $1 AND kind = 'follow_up.recorded'",
      [workspace.id],
    );
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).not.toContain("drop-in");
  });

  test("move their due date only with a reason, and keep the first date", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const first = promise(consultationId, { dueOn: "2026-09-01" });
    await recordFollowUp.run(key, first, now, typing);
    const { id } = first;
    const change = { id, version: "1", title: "Open a drop-in", madeOn: "2026-06-01", dueOn: "2026-12-01" };
    expect(await reviseFollowUp.run(key, change, now, typing)).toMatchObject({
      ok: false,
      errors: [{ field: "moveReason", code: "move_reason_needed" }],
    });
    expect(
      await reviseFollowUp.run(key, { ...change, moveReason: "Building works" }, now, typing),
    ).toMatchObject({ ok: true });
    expect(
      await reviseFollowUp.run(
        key,
        { ...change, version: "2", dueOn: "", moveReason: "No date any more" },
        now,
        typing,
      ),
    ).toMatchObject({ ok: true });
    const opened = await openFollowUpForm.run(key, { consultationId, id }, now);
    expect(opened).toMatchObject({
      value: {
        value: {
          moves: [
            { fromOn: "2026-09-01", toOn: "2026-12-01", reason: "Building works", movedOn: "2026-06-01" },
            { fromOn: "2026-12-01", toOn: null, reason: "No date any more" },
          ],
        },
      },
    });
  });

  test("hold what both sides say, the community only once it is done", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const one = promise(consultationId);
    await recordFollowUp.run(key, one, now, typing);
    const change = { id: one.id, version: "1", title: "Open a drop-in", madeOn: "2026-06-01" };
    expect(
      await reviseFollowUp.run(
        key,
        { ...change, bodySays: "in_progress", communitySays: "yes" },
        now,
        typing,
      ),
    ).toMatchObject({
      errors: [{ field: "communitySays", code: "only_when_done" }],
    });
    expect(
      await reviseFollowUp.run(
        key,
        { ...change, bodySays: "done", doneOn: "2026-06-01", communitySays: "partly" },
        now,
        typing,
      ),
    ).toMatchObject({ ok: true });
    expect(await reviseFollowUp.run(key, { ...change, title: "Other words" }, now, typing)).toMatchObject({
      ok: false,
      code: "conflict",
    });
    const [event] = await rows(
      "SELECT detail FROM audit_events WHERE subject_id = $1 AND kind = 'follow_up.revised'",
      [one.id],
    );
    expect(event?.detail).toEqual({ consultationId, fields: ["bodySays", "doneOn", "communitySays"] });
  });

  test("sent twice are one; with other words they wait in the edit form", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const one = promise(consultationId);
    const both = await Promise.all([
      recordFollowUp.run(key, one, now, typing),
      recordFollowUp.run(key, one, now, typing),
    ]);
    expect(both.map((result) => result.ok && result.value.value.outcome).sort()).toEqual([
      "already",
      "logged",
    ]);
    expect(await recordFollowUp.run(key, { ...one, title: "Open two" }, now, typing)).toMatchObject({
      value: { value: { outcome: "differs" } },
    });
    expect(await openFollowUpForm.run(key, { consultationId, id: one.id }, now)).toMatchObject({
      value: { value: { view: { sentTwice: true, values: { title: ["Open two"] } } } },
    });
  });
});

describe("answers", () => {
  test("are recorded with or without a date, changed and removed with undo", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const id = randomUUID();
    expect(
      await recordResponse.run(key, { id, consultationId, kind: "findings", receivedOn: "" }, now, typing),
    ).toMatchObject({ ok: true });
    expect(await recordResponse.run(key, { id: randomUUID(), consultationId }, now, typing)).toMatchObject({
      ok: false,
      errors: [{ field: "kind" }],
    });
    expect(
      await reviseResponse.run(
        key,
        { id, version: "1", kind: "decision", receivedOn: "2026-05-03", summary: "They will build" },
        now,
        typing,
      ),
    ).toMatchObject({ ok: true });
    expect(await reviseResponse.run(key, { id, version: "1", kind: "refusal" }, now, typing)).toMatchObject({
      ok: false,
      code: "conflict",
    });
    const removed = await removeResponse.run(key, { id }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect(removed.value.value.consultationId).toBe(consultationId);
    expect(await restoreRecord.run(key, { trashId: removed.value.value.trashId }, now)).toMatchObject({
      value: { value: { outcome: "restored", consultationId } },
    });
    expect(await rows("SELECT kind, summary, version FROM body_responses WHERE id = $1", [id])).toEqual([
      { kind: "decision", summary: "They will build", version: 2 },
    ]);
  });

  test("cannot come back without their consultation", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const id = randomUUID();
    await recordResponse.run(key, { id, consultationId, kind: "update" }, now, typing);
    const removed = await removeResponse.run(key, { id }, now);
    if (!removed.ok) throw new Error(removed.code);
    await removeConsultation.run(key, { id: consultationId }, now);
    expect(await restoreRecord.run(key, { trashId: removed.value.value.trashId }, now)).toMatchObject({
      value: { value: { outcome: "consultation_gone" } },
    });
  });
});

describe("agreed dates", () => {
  test("move the day an answer is due, and give it back when removed", async () => {
    const { key } = await aMember("editor");
    const consultationId = await aConsultation(key);
    const due = () =>
      rows(
        "SELECT answer_due_on::text AS due, answer_due_source AS source FROM consultations WHERE id = $1",
        [consultationId],
      );
    const id = randomUUID();
    const agreed = {
      id,
      consultationId,
      newDueOn: "2026-10-03",
      agreedOn: "2026-05-30",
      reason: "Elections",
      agreedBy: "our committee",
    };
    expect(await recordExtension.run(key, { ...agreed, newDueOn: "2026-05-01" }, now, typing)).toMatchObject({
      errors: [{ field: "newDueOn", code: "before_agreed" }],
    });
    expect(await recordExtension.run(key, agreed, now, typing)).toMatchObject({
      value: { value: { outcome: "logged" } },
    });
    expect(await recordExtension.run(key, agreed, now, typing)).toMatchObject({
      value: { value: { outcome: "already" } },
    });
    expect(await due()).toEqual([{ due: "2026-10-03", source: "agreed" }]);

    const opened = await openExtensionForm.run(key, { consultationId, id }, now);
    if (!opened.ok) throw new Error(opened.code);
    const version = opened.value.value.view.values.version?.[0];
    const change = { id, version, newDueOn: "2026-10-10", agreedOn: "2026-05-30" };
    expect(await reviseExtension.run(key, change, now, typing)).toMatchObject({ ok: true });
    expect(await reviseExtension.run(key, { ...change, newDueOn: "2026-10-11" }, now, typing)).toMatchObject({
      ok: false,
      code: "conflict",
    });
    expect(await due()).toEqual([{ due: "2026-10-10", source: "agreed" }]);
    expect(await removeExtension.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await due()).toEqual([{ due: "2026-07-23", source: "benchmark" }]);
  });
});

test("nothing of this is there for another organisation or for a viewer", async () => {
  const { key, workspace } = await aMember("editor");
  const stranger = await aMember("owner");
  const viewer = await aMember("viewer", workspace);
  const consultationId = await aConsultation(key);
  const followUp = promise(consultationId);
  await recordFollowUp.run(key, followUp, now, typing);
  const response = { id: randomUUID(), consultationId, kind: "update" };
  await recordResponse.run(key, response, now, typing);
  const extension = { id: randomUUID(), consultationId, newDueOn: "2026-10-03", agreedOn: "2026-05-30" };
  await recordExtension.run(key, extension, now, typing);
  for (const [other, code] of [
    [stranger.key, "not_found"],
    [viewer.key, "forbidden"],
  ] as const) {
    const refused = { ok: false, code };
    expect(await recordFollowUp.run(other, promise(consultationId), now, typing)).toMatchObject(refused);
    expect(
      await reviseFollowUp.run(other, { id: followUp.id, version: "1", title: "Mine" }, now, typing),
    ).toMatchObject(refused);
    expect(await removeFollowUp.run(other, { id: followUp.id }, now)).toMatchObject(refused);
    expect(await recordResponse.run(other, { ...response, id: randomUUID() }, now, typing)).toMatchObject(
      refused,
    );
    expect(
      await reviseResponse.run(other, { id: response.id, version: "1", kind: "decision" }, now, typing),
    ).toMatchObject(refused);
    expect(await removeResponse.run(other, { id: response.id }, now)).toMatchObject(refused);
    expect(await recordExtension.run(other, { ...extension, id: randomUUID() }, now, typing)).toMatchObject(
      refused,
    );
    expect(await removeExtension.run(other, { id: extension.id }, now)).toMatchObject(refused);
    for (const open of [openFollowUpForm, openResponseForm, openExtensionForm]) {
      expect(await open.run(other, { consultationId, id: null }, now)).toMatchObject(refused);
    }
  }
  // An id of another consultation is not found under this one.
  const second = await aConsultation(key);
  expect(await openResponseForm.run(key, { consultationId: second, id: response.id }, now)).toMatchObject({
    ok: false,
    code: "not_found",
  });
});
