import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Key } from "@/lib/db/doors";
import { acceptReasons } from "@/lib/features/consultations/accept-reasons";
import { cancelConsultation } from "@/lib/features/consultations/cancel-consultation";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openLogForm } from "@/lib/features/consultations/open-log-form";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";
import { reinstateConsultation } from "@/lib/features/consultations/reinstate-consultation";
import { removeConsultation } from "@/lib/features/consultations/remove-consultation";
import { reviseConsultation } from "@/lib/features/consultations/revise-consultation";
import { withdrawReasons } from "@/lib/features/consultations/withdraw-reasons";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { restoreRecord } from "@/lib/features/trash/restore-record";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";
import { loadReasonsVersion } from "@/tests/factories/reasons-version";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-06-01T09:00:00Z");
const owner = new pg.Client({ connectionString: testDatabase().owner });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function rows(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await owner.query(text, values)).rows;
}

function log(key: Key, typed: ReturnType<typeof consultationForm>) {
  return logConsultation.run(key, sent(typed), now, { form: formKeys.newConsultation });
}

async function logged(key: Key, typed = consultationForm()) {
  const result = await log(key, typed);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.value.id;
}

function revision(id: string, version: number, typed = {}) {
  return sent({ ...consultationForm(typed), id: [id], version: [String(version)], _since: ["1"] });
}

describe("logging a consultation", () => {
  test("writes every field, creates names that are new and finds those that are known, and is audited", async () => {
    const { key, workspace, user } = await aMember("editor");
    const first = await logged(key, consultationForm({ publicBodyKind: ["university"] }));
    const id = await logged(
      key,
      consultationForm({
        publicBody: ["  northfield   council "],
        otherBodies: ["Eastvale NHS Trust\r\nNorthfield Council\r\n\r\n"],
        topics: ["housing", "Allotments"],
        reference: ["NC/2026/7"],
        kind: ["focus_group"],
        participationLevel: ["consulted"],
        voice: ["members"],
        askedOn: ["1 Feb 2026"],
        answerPromisedOn: ["2026-07-01"],
        participants: ["1,046"],
        sessions: ["2"],
        minutesEach: ["90"],
        staffHours: ["7.5"],
        paymentReceived: ["£250"],
        sourceUrl: ["https://example.org/plan"],
        purpose: ["What should be built?"],
        notes: ["Line one\r\nLine two"],
      }),
    );
    const [row] = await rows(
      `SELECT c.*, c.starts_on::text AS first_day, c.ends_on::text AS last_day, c.answer_due_on::text AS due, b.name AS body, b.kind AS body_kind
       FROM consultations c JOIN public_bodies b ON b.workspace_id = c.workspace_id AND b.id = c.public_body_id WHERE c.id = $1`,
      [id],
    );
    expect(row).toMatchObject({
      workspace_id: workspace.id,
      body: "Northfield Council",
      body_kind: "university",
      reference: "NC/2026/7",
      kind: "focus_group",
      participants: 1046,
      sessions: 2,
      minutes_each: 90,
      staff_hours: "7.50",
      payment_received: "250.00",
      first_day: "2026-03-04",
      last_day: "2026-04-30",
      due: "2026-07-01",
      created_by: user.id,
    });
    const topics = await rows(
      "SELECT t.name FROM consultation_topics ct JOIN topics t ON t.id = ct.topic_id WHERE ct.consultation_id = $1 ORDER BY 1",
      [id],
    );
    expect(topics.map((topic) => topic.name)).toEqual(["Allotments", "Housing"]);
    const others = await rows(
      "SELECT b.name FROM consultation_other_bodies o JOIN public_bodies b ON b.id = o.public_body_id WHERE o.consultation_id = $1",
      [id],
    );
    expect(others.map((other) => other.name)).toEqual(["Eastvale NHS Trust"]);
    const events = await rows(
      "SELECT kind, detail, actor_id FROM audit_events WHERE workspace_id = $1 ORDER BY at, id",
      [workspace.id],
    );
    expect(events.map((event) => event.kind)).toEqual(["consultation.logged", "consultation.logged"]);
    expect(events[1]).toMatchObject({ detail: {}, actor_id: user.id });
    // The event was written by the very transaction that wrote the consultation.
    const [together] = await rows(
      "SELECT c.xmin::text = a.xmin::text AS same FROM consultations c JOIN audit_events a ON a.subject_id = c.id WHERE c.id = $1",
      [id],
    );
    expect(together).toEqual({ same: true });
    // A university's answer is due after a year, by our own benchmark.
    const [benchmark] = await rows(
      "SELECT answer_due_on::text AS due, answer_due_source AS source FROM consultations WHERE id = $1",
      [first],
    );
    expect(benchmark).toEqual({ due: "2027-04-30", source: "benchmark" });
  });

  test("says what is wrong beside each field", async () => {
    const { key } = await aMember("editor");
    const result = await log(
      key,
      consultationForm({
        title: [" "],
        publicBody: [""],
        startsOn: ["soon"],
        participants: ["many"],
        sourceUrl: ["ftp://x"],
      }),
    );
    expect(result).toMatchObject({ ok: false, code: "invalid" });
    if (result.ok) return;
    expect(Object.fromEntries(result.errors.map(({ field, code }) => [field, code]))).toEqual({
      title: "required",
      publicBody: "required",
      startsOn: "not_a_date",
      participants: "not_a_number",
      sourceUrl: "not_a_url",
    });
    expect(await log(key, consultationForm({ endsOn: ["1 March 2026"] }))).toMatchObject({
      errors: [{ field: "endsOn", code: "before_start" }],
    });
  });

  test("refuses a reference that is taken, and leaves nothing behind", async () => {
    const { key, workspace } = await aMember("editor");
    await logged(key, consultationForm({ reference: ["A1"] }));
    const second = await log(key, consultationForm({ reference: ["A1"], publicBody: ["Somebody Else"] }));
    expect(second).toMatchObject({
      ok: false,
      code: "invalid",
      errors: [{ field: "reference", code: "reference_taken" }],
    });
    expect(
      await rows("SELECT FROM public_bodies WHERE workspace_id = $1 AND name = 'Somebody Else'", [
        workspace.id,
      ]),
    ).toHaveLength(0);
  });

  test("makes one record of a form sent twice, also at the same moment", async () => {
    const { key, workspace } = await aMember("editor");
    const form = consultationForm();
    const results = await Promise.all([log(key, form), log(key, form), log(key, form)]);
    const outcomes = results.map((result) => (result.ok ? result.value.value.outcome : result.code));
    expect(outcomes.sort()).toEqual(["already", "already", "logged"]);
    expect(await rows("SELECT id FROM consultations WHERE workspace_id = $1", [workspace.id])).toEqual([
      { id: form.id[0] },
    ]);
    expect(await rows("SELECT kind FROM audit_events WHERE workspace_id = $1", [workspace.id])).toHaveLength(
      1,
    );
  });

  test("keeps what was typed the second time as a draft of the edit form", async () => {
    const { key, workspace } = await aMember("editor");
    const form = consultationForm();
    await logged(key, form);
    const again = await log(key, { ...form, title: ["Housing plan, second thoughts"] });
    expect(again).toMatchObject({ ok: true, value: { value: { id: form.id[0], outcome: "differs" } } });
    const opened = await openReviseForm.run(key, { id: form.id[0] }, now);
    expect(opened).toMatchObject({
      ok: true,
      value: {
        value: {
          view: {
            sentTwice: true,
            kept: true,
            values: { title: ["Housing plan, second thoughts"], version: ["1"] },
          },
        },
      },
    });
    expect(await rows("SELECT title FROM consultations WHERE workspace_id = $1", [workspace.id])).toEqual([
      { title: "Housing plan" },
    ]);
  });

  test("does not find another person's form by its id", async () => {
    const { key, workspace } = await aMember("editor");
    const colleague = await aMember("editor", workspace);
    const form = consultationForm();
    await logged(key, form);
    expect(await log(colleague.key, form)).toMatchObject({ ok: false, code: "not_found" });
  });

  test("is not for viewers, strangers or people without a session", async () => {
    const { workspace } = await aMember("owner");
    const viewer = await aMember("viewer", workspace);
    expect(await log(viewer.key, consultationForm())).toMatchObject({ ok: false, code: "forbidden" });
    expect(await openLogForm.run(viewer.key, {}, now)).toMatchObject({ ok: false, code: "forbidden" });
    const stranger = await aMember("owner");
    const elsewhere: Key = { kind: "session", sessionHash: stranger.sessionHash, slug: workspace.slug };
    expect(await log(elsewhere, consultationForm())).toMatchObject({ ok: false, code: "not_found" });
    const nobody: Key = { kind: "session", sessionHash: "", slug: workspace.slug };
    expect(await log(nobody, consultationForm())).toMatchObject({ ok: false, code: "signed_out" });
  });
});

describe("revising a consultation", () => {
  test("changes what changed, counts the version, and audits the names of fields alone", async () => {
    const { key, workspace } = await aMember("editor");
    const id = await logged(key);
    const result = await reviseConsultation.run(
      key,
      revision(id, 1, { title: ["Housing plan 2030"], topics: ["Transport"], notes: ["Secret"] }),
      now,
      { form: formKeys.consultation(id) },
    );
    expect(result).toMatchObject({ ok: true });
    expect(await rows("SELECT title, version FROM consultations WHERE id = $1", [id])).toEqual([
      { title: "Housing plan 2030", version: 2 },
    ]);
    const [event] = await rows(
      "SELECT detail FROM audit_events WHERE workspace_id = $1 AND kind = 'consultation.revised'",
      [workspace.id],
    );
    expect(event).toMatchObject({ detail: { fields: expect.arrayContaining(["title", "topics", "notes"]) } });
    expect(JSON.stringify(event)).not.toContain("Secret");
  });

  test("of nothing changes nothing", async () => {
    const { key, workspace } = await aMember("editor");
    const id = await logged(key);
    expect(
      await reviseConsultation.run(
        key,
        revision(id, 1, { publicBody: ["NORTHFIELD council"], topics: ["housing"] }),
        now,
        { form: null },
      ),
    ).toMatchObject({ ok: true });
    expect(await rows("SELECT version FROM consultations WHERE id = $1", [id])).toEqual([{ version: 1 }]);
    expect(
      await rows("SELECT FROM audit_events WHERE workspace_id = $1 AND kind = 'consultation.revised'", [
        workspace.id,
      ]),
    ).toHaveLength(0);
  });

  test("shows two people both versions, and loses neither", async () => {
    const { key, workspace, user } = await aMember("editor");
    const colleague = await aMember("editor", workspace);
    const id = await logged(key);
    await reviseConsultation.run(key, revision(id, 1, { title: ["Mine"] }), now, { form: null });
    const typed = {
      ...consultationForm({ title: ["Theirs"], purpose: ["Kept too"] }),
      id: [id],
      version: ["1"],
    };
    const late = await reviseConsultation.run(colleague.key, sent(typed), now, {
      form: formKeys.consultation(id),
    });
    expect(late).toMatchObject({ ok: false, code: "conflict" });
    const { keepDraft } = await import("@/lib/db/doors");
    await keepDraft(colleague.sessionHash, workspace.slug, formKeys.consultation(id), {
      values: typed,
      errors: [],
      code: "conflict",
    });

    const opened = await openReviseForm.run(colleague.key, { id }, now);
    if (!opened.ok) throw new Error(opened.code);
    const { view } = opened.value.value;
    expect(view.values).toMatchObject({
      title: ["Theirs"],
      purpose: ["Kept too"],
      version: ["2"],
      _since: ["1"],
    });
    expect(view.other).toMatchObject({ by: user.name, values: { title: ["Mine"] } });
    expect(await rows("SELECT title FROM consultations WHERE id = $1", [id])).toEqual([{ title: "Mine" }]);

    const again = await reviseConsultation.run(colleague.key, sent(view.values), now, {
      form: formKeys.consultation(id),
    });
    expect(again).toMatchObject({ ok: true });
    expect(await rows("SELECT title, version FROM consultations WHERE id = $1", [id])).toEqual([
      { title: "Theirs", version: 3 },
    ]);
    expect(await rows("SELECT FROM drafts WHERE workspace_id = $1", [workspace.id])).toHaveLength(0);
  });

  test("lets one of two through who save at the same moment", async () => {
    const { key, workspace } = await aMember("editor");
    const colleague = await aMember("editor", workspace);
    const id = await logged(key);
    const results = await Promise.all([
      reviseConsultation.run(key, revision(id, 1, { title: ["One"] }), now, { form: null }),
      reviseConsultation.run(colleague.key, revision(id, 1, { title: ["Other"] }), now, { form: null }),
    ]);
    expect(results.map((result) => (result.ok ? "saved" : result.code)).sort()).toEqual([
      "conflict",
      "saved",
    ]);
  });

  test("refuses a reference that another one has", async () => {
    const { key } = await aMember("editor");
    await logged(key, consultationForm({ reference: ["A1"] }));
    const id = await logged(key);
    expect(
      await reviseConsultation.run(key, revision(id, 1, { reference: ["A1"] }), now, { form: null }),
    ).toMatchObject({
      ok: false,
      errors: [{ field: "reference", code: "reference_taken" }],
    });
  });

  test("puts the kind of a body right, which moves its benchmark dates", async () => {
    const { key, workspace } = await aMember("editor");
    const id = await logged(key);
    await reviseConsultation.run(key, revision(id, 1, { publicBodyKind: ["university"] }), now, {
      form: null,
    });
    expect(
      await rows("SELECT answer_due_on::text AS due, version FROM consultations WHERE id = $1", [id]),
    ).toEqual([{ due: "2027-04-30", version: 1 }]);
    expect(
      await rows("SELECT detail FROM audit_events WHERE workspace_id = $1 AND kind = 'public_body.revised'", [
        workspace.id,
      ]),
    ).toEqual([{ detail: { fields: ["kind"] } }]);
  });

  test("of another organisation's consultation is not found", async () => {
    const { key } = await aMember("owner");
    const stranger = await aMember("owner");
    const id = await logged(key);
    expect(await reviseConsultation.run(stranger.key, revision(id, 1), now, { form: null })).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(await openReviseForm.run(stranger.key, { id }, now)).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(await removeConsultation.run(stranger.key, { id }, now)).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(await openReviseForm.run(key, { id: "not-an-id" }, now)).toMatchObject({ ok: false });
  });
});

describe("removing and undoing", () => {
  test("brings the consultation back whole", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key, consultationForm({ otherBodies: ["Eastvale NHS Trust"] }));
    const removed = await removeConsultation.run(key, { id }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect(await rows("SELECT FROM consultations WHERE id = $1", [id])).toHaveLength(0);
    const { trashId } = removed.value.value;
    expect(await restoreRecord.run(key, { trashId }, now)).toMatchObject({
      ok: true,
      value: { value: { outcome: "restored", consultationId: id } },
    });
    expect(await rows("SELECT FROM consultation_other_bodies WHERE consultation_id = $1", [id])).toHaveLength(
      1,
    );
    expect(await restoreRecord.run(key, { trashId }, now)).toMatchObject({
      ok: true,
      value: { value: { outcome: "already_back" } },
    });
    expect(await removeConsultation.run(key, { id: randomUUID() }, now)).toMatchObject({
      ok: false,
      code: "not_found",
    });
  });

  test("says so when the reference was taken meanwhile, and keeps it in the trash", async () => {
    const { key, workspace } = await aMember("editor");
    const id = await logged(key, consultationForm({ reference: ["A1"] }));
    const removed = await removeConsultation.run(key, { id }, now);
    if (!removed.ok) throw new Error(removed.code);
    await logged(key, consultationForm({ reference: ["A1"] }));
    const undone = await restoreRecord.run(key, removed.value.value, now);
    expect(undone).toMatchObject({ ok: true, value: { value: { outcome: "reference_taken" } } });
    expect(await rows("SELECT FROM trash WHERE workspace_id = $1", [workspace.id])).toHaveLength(1);
  });

  test("is not for another organisation", async () => {
    const { key } = await aMember("editor");
    const stranger = await aMember("editor");
    const removed = await removeConsultation.run(key, { id: await logged(key) }, now);
    if (!removed.ok) throw new Error(removed.code);
    expect(await restoreRecord.run(stranger.key, removed.value.value, now)).toMatchObject({
      value: { value: { outcome: "already_back" } },
    });
    expect(await restoreRecord.run(key, removed.value.value, now)).toMatchObject({
      value: { value: { outcome: "restored" } },
    });
  });
});

describe("reasons accepted and calling off", () => {
  test("are recorded, taken back, and audited", async () => {
    const { key, workspace } = await aMember("editor");
    const id = await logged(key);
    const reasons = {
      id,
      acceptedOn: "2026-05-20",
      decidedBy: "our committee",
      membersTookPart: "yes",
      version: await loadReasonsVersion(key, id),
    };
    expect(await acceptReasons.run(key, reasons, now)).toMatchObject({ ok: true });
    expect(
      await rows(
        "SELECT explanation_accepted_on::text AS on, explanation_decided_by AS by, explanation_members_in AS members FROM consultations WHERE id = $1",
        [id],
      ),
    ).toEqual([{ on: "2026-05-20", by: "our committee", members: true }]);
    // Whoever did not see that answer does not write over it, whichever part of it they change.
    for (const change of [{ acceptedOn: "2026-05-21" }, { decidedBy: "our members" }])
      expect(await acceptReasons.run(key, { ...reasons, ...change }, now)).toMatchObject({
        ok: false,
        code: "conflict",
      });
    const seen = { ...reasons, acceptedOn: "2026-05-21", version: await loadReasonsVersion(key, id) };
    expect(await acceptReasons.run(key, seen, now)).toMatchObject({ ok: true });
    expect(await withdrawReasons.run(key, { id }, now)).toMatchObject({ ok: true });
    expect(await cancelConsultation.run(key, { id, cancelledOn: "2026-03-01" }, now)).toMatchObject({
      ok: true,
    });
    expect(await reinstateConsultation.run(key, { id }, now)).toMatchObject({ ok: true });
    const events = await rows("SELECT kind FROM audit_events WHERE workspace_id = $1 ORDER BY at, id", [
      workspace.id,
    ]);
    expect(events.map((event) => event.kind).sort()).toEqual(
      [
        "consultation.cancelled",
        "consultation.logged",
        "consultation.reinstated",
        "reasons.accepted",
        "reasons.accepted",
        "reasons.withdrawn",
      ].sort(),
    );
    expect(
      await rows(
        "SELECT cancelled_on, explanation_accepted_on AS on, explanation_decided_by AS by FROM consultations WHERE id = $1",
        [id],
      ),
    ).toEqual([{ cancelled_on: null, on: null, by: null }]);
  });

  test("survive a change on the long form", async () => {
    const { key } = await aMember("editor");
    const id = await logged(key);
    await cancelConsultation.run(key, { id, cancelledOn: "2026-03-01" }, now);
    expect(
      await reviseConsultation.run(key, revision(id, 1, { title: ["Other"] }), now, { form: null }),
    ).toMatchObject({ ok: true });
    expect(await rows("SELECT cancelled_on::text AS on FROM consultations WHERE id = $1", [id])).toEqual([
      { on: "2026-03-01" },
    ]);
  });
});
