import { describe, expect, test } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { keepDraft } from "@/lib/db/doors";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openLogForm } from "@/lib/features/consultations/open-log-form";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";
import { discardDraft } from "@/lib/features/drafts/discard-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember, anOrganisation, keyTo, signedInPerson } from "@/tests/factories/member";

const now = new Date("2026-06-01T09:00:00Z");
const form = formKeys.newConsultation;

async function opened(key: Parameters<typeof openLogForm.run>[0]) {
  const result = await openLogForm.run(key, {}, now);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.view;
}

describe("what is typed", () => {
  test("comes back as typed, with what was wrong with it, to its writer alone", async () => {
    const { key, workspace, sessionHash } = await aMember("editor");
    const colleague = await aMember("editor", workspace);
    const values = consultationForm({ title: [""], startsOn: ["soon"] });
    await keepDraft(sessionHash, workspace.slug, form, {
      values,
      errors: [{ field: "title", code: "required" }],
      code: "invalid",
    });
    expect(await opened(key)).toMatchObject({
      values,
      errors: [{ field: "title", code: "required" }],
      kept: false,
    });
    expect(await opened(colleague.key)).toMatchObject({ errors: [], kept: false });
    expect((await opened(colleague.key)).values.title).toBeUndefined();
  });

  test("goes when it is saved, and when its writer starts again", async () => {
    const { key, workspace, sessionHash } = await aMember("editor");
    const values = consultationForm();
    await keepDraft(sessionHash, workspace.slug, form, { values, errors: [], code: null });
    expect(await opened(key)).toMatchObject({ kept: true, values: { id: values.id } });
    await logConsultation.run(key, sent(values), now, { form });
    expect(await opened(key)).toMatchObject({ kept: false });

    // A draft that arrives after its form was saved says nothing new.
    await keepDraft(sessionHash, workspace.slug, form, {
      values: { ...values, startsOn: ["4/3/2026"] },
      errors: [],
      code: null,
    });
    expect(await opened(key)).toMatchObject({ kept: false });
    expect((await opened(key)).values.id).not.toEqual(values.id);

    await keepDraft(sessionHash, workspace.slug, form, {
      values: consultationForm({ title: ["Another"] }),
      errors: [],
      code: null,
    });
    expect(await opened(key)).toMatchObject({ kept: true });
    expect(await discardDraft.run(key, { form }, now)).toMatchObject({ ok: true });
    expect(await opened(key)).toMatchObject({ kept: false });
    expect(await discardDraft.run(key, { form: "no such form" }, now)).toMatchObject({
      ok: false,
      code: "not_found",
    });
  });

  test("of a saved record is shown beside what somebody saved meanwhile, also when it was only kept", async () => {
    const { key, workspace, sessionHash } = await aMember("editor");
    const values = consultationForm();
    await logConsultation.run(key, sent(values), now, { form });
    const id = values.id[0] ?? "";
    const key2 = formKeys.consultation(id);
    await keepDraft(sessionHash, workspace.slug, key2, {
      values: { ...values, version: ["1"] },
      errors: [],
      code: null,
    });
    const same = await openReviseForm.run(key, { id }, now);
    expect(same).toMatchObject({ value: { value: { view: { kept: false, other: null } } } });
    await keepDraft(sessionHash, workspace.slug, key2, {
      values: { ...values, title: ["Mine"], version: ["0"] },
      errors: [],
      code: null,
    });
    const other = await openReviseForm.run(key, { id }, now);
    expect(other).toMatchObject({
      value: {
        value: {
          view: {
            values: { title: ["Mine"], version: ["1"] },
            other: { values: { title: ["Housing plan"] } },
          },
        },
      },
    });
  });

  test("is kept for somebody whose session ran out this week, and for no stranger or viewer", async () => {
    const organisation = await anOrganisation();
    const late = await signedInPerson({ expiresIn: -3600 });
    await systemClient().membership.create({
      data: { workspaceId: organisation.id, userId: late.user.id, role: "editor" },
    });
    expect(await openLogForm.run(keyTo(late.sessionHash, organisation.slug), {}, now)).toMatchObject({
      code: "signed_out",
    });
    expect(
      await keepDraft(late.sessionHash, organisation.slug, form, { values: {}, errors: [], code: null }),
    ).toBe(true);
    const viewer = await aMember("viewer", organisation);
    const stranger = await aMember("owner");
    for (const other of [viewer, stranger]) {
      expect(
        await keepDraft(other.sessionHash, organisation.slug, form, { values: {}, errors: [], code: null }),
      ).toBe(false);
    }
  });
});
