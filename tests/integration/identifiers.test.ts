import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { UseCase } from "@/lib/access/use-case";
import type { Key } from "@/lib/db/doors";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { acceptReasons } from "@/lib/features/consultations/accept-reasons";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { reviseConsultation } from "@/lib/features/consultations/revise-consultation";
import { recordExtension } from "@/lib/features/extensions/record-extension";
import { reviseExtension } from "@/lib/features/extensions/revise-extension";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";
import { reviseFollowUp } from "@/lib/features/follow-ups/revise-follow-up";
import { recordResponse } from "@/lib/features/responses/record-response";
import { reviseResponse } from "@/lib/features/responses/revise-response";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { loadExtensionVersion } from "@/tests/factories/extension-version";
import { aMember } from "@/tests/factories/member";
import { loadReasonsVersion } from "@/tests/factories/reasons-version";
import { testDatabase } from "@/tests/setup/database";

const now = new Date("2026-06-01T09:00:00Z");
const owner = new pg.Client({ connectionString: testDatabase().owner });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const PHONE = "07700 900123";
const MAIL = "amina@example.com";

async function events(workspaceId: string) {
  const { rows } = await owner.query(
    "SELECT kind, subject_id, detail FROM audit_events WHERE workspace_id = $1 ORDER BY at, id",
    [workspaceId],
  );
  return rows;
}

function run<S extends z.ZodType, T>(useCase: UseCase<S, T>, key: Key, typed: Record<string, string[]>) {
  return useCase.run(key, sent(typed), now, { form: null });
}

async function must<T>(answer: Promise<{ ok: boolean } & T>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result));
}

async function aConsultation() {
  const member = await aMember("editor");
  const form = consultationForm();
  await must(run(logConsultation, member.key, form));
  return { ...member, id: form.id[0] ?? "" };
}

describe("logging a consultation", () => {
  test("is refused with every field and kind, and saves nothing", async () => {
    const { key, workspace } = await aMember("editor");
    const form = consultationForm({
      notes: [`Amina, ${PHONE}, ${MAIL}`],
      otherBodies: [`Eastvale Trust\r\n${MAIL}`],
      whoDecides: [`the head of housing, ${MAIL}`],
    });
    const answer = await run(logConsultation, key, form);
    expect(answer).toMatchObject({ ok: false, code: "invalid" });
    if (answer.ok) return;
    expect(answer.errors).toHaveLength(3);
    expect(answer.errors).toEqual(
      expect.arrayContaining([
        { field: "notes", code: "personal_identifier", params: { kinds: ["phone", "email"] } },
        { field: "otherBodies", code: "personal_identifier", params: { kinds: ["email"] } },
        { field: "whoDecides", code: "personal_identifier", params: { kinds: ["email"] } },
      ]),
    );
    expect(await events(workspace.id)).toEqual([]);
  });

  test("says it together with other mistakes", async () => {
    const { key } = await aMember("editor");
    const answer = await run(logConsultation, key, consultationForm({ title: [""], notes: [PHONE] }));
    expect(answer).toMatchObject({
      errors: [
        { field: "title", code: "required" },
        { field: "notes", code: "personal_identifier", params: { kinds: ["phone"] } },
      ],
    });
  });

  test("saves it anyway when told to, and audits fields and kinds without the text", async () => {
    const { key, workspace } = await aMember("editor");
    const form = consultationForm({ title: [`Plan, ring ${PHONE}`], notes: [`Write to ${MAIL}`] });
    await must(run(logConsultation, key, { ...form, [ACKNOWLEDGE_FIELD]: ["title:phone notes:email"] }));
    const told = await events(workspace.id);
    expect(told.map(({ kind }) => kind)).toEqual(["consultation.logged", "identifiers.acknowledged"]);
    expect(told[1]).toEqual({
      kind: "identifiers.acknowledged",
      subject_id: form.id[0],
      detail: {
        event: "consultation.logged",
        fields: [
          { field: "title", kinds: ["phone"] },
          { field: "notes", kinds: ["email"] },
        ],
      },
    });
    expect(JSON.stringify(told[1])).not.toMatch(/900123|amina/);
  });

  test("asks again about what the box was not ticked for", async () => {
    const { key } = await aMember("editor");
    const form = consultationForm({ notes: [`${PHONE}, ${MAIL}`], [ACKNOWLEDGE_FIELD]: ["notes:phone"] });
    expect(await run(logConsultation, key, form)).toMatchObject({
      errors: [{ field: "notes", code: "personal_identifier", params: { kinds: ["email"] } }],
    });
  });

  test("takes a program's acknowledgement for all of it, and a plain yes of a form for nothing", async () => {
    const { key } = await aMember("editor");
    const typed = { id: randomUUID(), publicBody: "Council", title: PHONE, startsOn: "2026-03-04" };
    const api = (more: object) =>
      logConsultation.run(key, { ...typed, otherBodies: [], topics: [], ...more }, now);
    expect(await api({ [ACKNOWLEDGE_FIELD]: "on" })).toMatchObject({ ok: false });
    expect(await api({ [ACKNOWLEDGE_FIELD]: false })).toMatchObject({ ok: false });
    expect(await api({ [ACKNOWLEDGE_FIELD]: true })).toMatchObject({ ok: true });
  });

  test("leaves official addresses and the organisation's own keys alone", async () => {
    const { key, workspace } = await aMember("editor");
    await must(
      run(
        logConsultation,
        key,
        consultationForm({ notes: ["housing@leeds.gov.uk, 0300 123 4567"], reference: ["AB1234567"] }),
      ),
    );
    expect((await events(workspace.id)).map(({ kind }) => kind)).toEqual(["consultation.logged"]);
  });
});

describe("revising a consultation", () => {
  test("does not ask again about what the record says already, only about what is new", async () => {
    const { key, workspace } = await aMember("editor");
    const form = consultationForm({ notes: [`Ring ${PHONE}`] });
    await must(run(logConsultation, key, { ...form, [ACKNOWLEDGE_FIELD]: ["notes:phone"] }));
    const revise = (version: number, typed: Record<string, string[]>) =>
      run(reviseConsultation, key, { ...form, version: [String(version)], ...typed });
    await must(revise(1, { title: ["Another title"], notes: [`Ring ${PHONE} soon`] }));
    expect(
      (await events(workspace.id)).filter(({ kind }) => kind === "identifiers.acknowledged"),
    ).toHaveLength(1);
    expect(await revise(2, { notes: [`Ring ${PHONE} or 07700 900456`] })).toMatchObject({
      errors: [{ field: "notes", code: "personal_identifier", params: { kinds: ["phone"] } }],
    });
    // The same number in another field is new there.
    expect(await revise(2, { purpose: [PHONE] })).toMatchObject({ errors: [{ field: "purpose" }] });
  });
});

type Step = {
  name: string;
  event: string;
  /** Sends the form with `words` in one of its fields. */
  send: (typed: Record<string, string[]>) => ReturnType<typeof run>;
  fields: string[];
};

describe("every other form", () => {
  const id = randomUUID();
  const steps = (key: Key, consultationId: string, extensionVersion: () => Promise<string>): Step[] => {
    const about = { id: [id], consultationId: [consultationId] };
    const response = { kind: ["findings"] };
    const promise = { title: ["Interpreters"], dueOn: ["2026-09-01"] };
    const extension = { newDueOn: ["2026-09-01"], agreedOn: ["2026-05-01"] };
    return [
      {
        name: "an answer",
        event: "response.recorded",
        fields: ["summary", "sourceUrl"],
        send: (typed) => run(recordResponse, key, { ...about, ...response, ...typed }),
      },
      {
        name: "an answer revised",
        event: "response.revised",
        fields: ["summary"],
        send: (typed) => run(reviseResponse, key, { id: [id], version: ["1"], kind: ["decision"], ...typed }),
      },
      {
        name: "a promise",
        event: "follow_up.recorded",
        fields: ["promisedWords", "madeByRole", "publicBody", "evidenceUrl", "title"],
        send: (typed) => run(recordFollowUp, key, { ...about, ...promise, ...typed }),
      },
      {
        name: "a promise revised",
        event: "follow_up.revised",
        fields: ["moveReason"],
        send: (typed) =>
          run(reviseFollowUp, key, { id: [id], version: ["1"], ...promise, dueOn: ["2026-10-01"], ...typed }),
      },
      {
        name: "a new answer date",
        event: "extension.recorded",
        fields: ["reason", "agreedBy"],
        send: (typed) => run(recordExtension, key, { ...about, ...extension, ...typed }),
      },
      {
        name: "a new answer date revised",
        event: "extension.revised",
        fields: ["reason"],
        send: async (typed) =>
          run(reviseExtension, key, {
            id: [id],
            version: [await extensionVersion()],
            ...extension,
            ...typed,
          }),
      },
      {
        name: "reasons accepted",
        event: "reasons.accepted",
        fields: ["decidedBy"],
        send: async (typed) =>
          run(acceptReasons, key, {
            id: [consultationId],
            version: [await loadReasonsVersion(key, consultationId)],
            acceptedOn: ["2026-06-01"],
            decidedBy: ["our committee"],
            membersTookPart: ["yes"],
            ...typed,
          }),
      },
    ];
  };

  test("refuses, then saves what was acknowledged, and audits it without the text", async () => {
    const member = await aConsultation();
    const { key, workspace, id: consultationId } = member;
    for (const step of steps(key, consultationId, () => loadExtensionVersion(key, id, consultationId))) {
      let words: [string, string[]] = ["", []];
      for (const field of step.fields) {
        const text = field.endsWith("Url") ? `https://example.org/${MAIL}` : `Ask ${MAIL}`;
        words = [field, [text]];
        const refused = await step.send({ [field]: [text] });
        expect([step.name, refused]).toMatchObject([
          step.name,
          { ok: false, errors: [{ field, code: "personal_identifier", params: { kinds: ["email"] } }] },
        ]);
      }
      const [field, text] = words;
      const saved = await step.send({ [field]: text, [ACKNOWLEDGE_FIELD]: [`${field}:email`] });
      expect([step.name, saved]).toMatchObject([step.name, { ok: true }]);
      const last = (await events(workspace.id)).at(-1);
      expect(last).toMatchObject({
        kind: "identifiers.acknowledged",
        detail: { event: step.event, fields: [{ field, kinds: ["email"] }] },
      });
      expect(JSON.stringify(last)).not.toContain("amina");
    }
  });
});
