import { beforeAll, describe, expect, it, test } from "vitest";
import type { z } from "zod";
import type { UseCase } from "@/lib/access/use-case";
import { type Key, keepDraft } from "@/lib/db/doors";
import type { FormView } from "@/lib/domain/form-view";
import { logActivity } from "@/lib/features/activities/log-activity";
import { openActivityForm } from "@/lib/features/activities/open-activity-form";
import { openPromiseForm } from "@/lib/features/activities/open-promise-form";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openCancelForm } from "@/lib/features/consultations/open-cancel-form";
import { openReasonsForm } from "@/lib/features/consultations/open-reasons-form";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";
import { openFollowUpForm } from "@/lib/features/follow-ups/open-follow-up-form";
import { openBodyForm } from "@/lib/features/public-bodies/open-body-form";
import { openResponseForm } from "@/lib/features/responses/open-response-form";
import { openSettings } from "@/lib/features/settings/open-settings";
import { openShareForm } from "@/lib/features/shares/open-share-form";
import { prepareShare } from "@/lib/features/shares/prepare-share";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { findUseCases } from "@/tests/factories/find-use-cases";
import { aMember } from "@/tests/factories/member";
import { type Desk, madeConsultation, TRIPS, type Typed } from "@/tests/factories/round-trips";

// Two people change one record: the second is not saved over the first unseen, but shown both versions, field by field,
// with who saved the other one and when.

const earlier = new Date("2026-06-01T09:00:00Z");
const later = new Date("2026-06-01T10:30:00Z");

type Editing = {
  /** The record that both change, where it is not one of the round trips. */
  prepare?: (desk: Desk) => Promise<Typed>;
  /** The form as whoever holds `key` sees it. */
  open: (key: Key, desk: Desk, id: string) => Promise<FormView>;
  /** What the first and the second write. */
  theirs: Typed;
  mine: Typed;
};

async function view<S extends z.ZodType, T extends { view: FormView }>(
  useCase: UseCase<S, T>,
  key: Key,
  input: z.input<S>,
): Promise<FormView> {
  const result = await useCase.run(key, input, later);
  if (!result.ok) throw new Error(result.code);
  return result.value.value.view;
}

const EDITING: Record<string, Editing> = {
  reviseConsultation: {
    open: (key, _, id) => view(openReviseForm, key, { id }),
    theirs: { participants: ["30"] },
    mine: { participants: ["25"], purpose: ["Mine"] },
  },
  reviseResponse: {
    open: (key, { consultationId }, id) => view(openResponseForm, key, { consultationId, id }),
    theirs: { summary: ["Theirs"] },
    mine: { summary: ["Mine"] },
  },
  reviseFollowUp: {
    open: (key, { consultationId }, id) => view(openFollowUpForm, key, { consultationId, id }),
    theirs: { promisedWords: ["Theirs"], moveReason: ["They asked"] },
    mine: { promisedWords: ["Mine"], moveReason: ["They asked"] },
  },
  reviseExtension: {
    open: (key, { consultationId }, id) => view(openExtensionForm, key, { consultationId, id }),
    theirs: { reason: ["Theirs"] },
    mine: { reason: ["Mine"] },
  },
  reviseActivity: {
    open: (key, _, id) => view(openActivityForm, key, { id }),
    theirs: { notes: ["Theirs"] },
    mine: { notes: ["Mine"], place: ["Hall"] },
  },
  revisePromise: {
    open: (key, { activityId }, id) => view(openPromiseForm, key, { activityId, id }),
    theirs: { promisedWords: ["Theirs"], moveReason: ["They asked"] },
    mine: { promisedWords: ["Mine"], moveReason: ["They asked"] },
  },
  reviseBody: {
    open: (key, _, id) => view(openBodyForm, key, { id }),
    theirs: { kind: ["health"] },
    mine: { kind: ["police"] },
  },
  cancelConsultation: {
    open: (key, _, id) => view(openCancelForm, key, { id }),
    theirs: { cancelledOn: ["2026-03-01"] },
    mine: { cancelledOn: ["2026-03-02"] },
  },
  acceptReasons: {
    open: (key, _, id) => view(openReasonsForm, key, { id }),
    // The same day: who decided is a change of its own.
    theirs: { decidedBy: ["Board"], acceptedOn: ["2026-05-20"], membersTookPart: ["yes"] },
    mine: { decidedBy: ["Members"], acceptedOn: ["2026-05-20"], membersTookPart: ["yes"] },
  },
  reviseShare: {
    prepare: async ({ key }) => {
      const { values } = await view(openShareForm, key, { id: null });
      const officer = { ...values, officerEmail: ["officer@council.example"] };
      expect(await prepareShare.run(key, sent(officer), earlier, { form: null })).toMatchObject({ ok: true });
      return officer;
    },
    open: (key, _, id) => view(openShareForm, key, { id }),
    theirs: { officerEmail: ["theirs@council.example"] },
    mine: { officerEmail: ["mine@council.example"] },
  },
  reviseSettings: {
    prepare: async () => ({}),
    open: (key) => view(openSettings, key, {}),
    theirs: { name: ["Theirs"] },
    mine: { name: ["Mine"] },
  },
};

const useCases = new Map((await findUseCases()).map((useCase) => [useCase.name, useCase]));

test("every form that changes a record is tried", () => {
  const revising = [...useCases.values()].filter(
    ({ audit, schema }) => audit !== "none" && hasVersion(schema),
  );
  // Letting a view out is no form to type in; that a change since the preview stops it is tried with views.
  expect(revising.map(({ name }) => name).filter((name) => !EDITING[name])).toEqual(["releaseShare"]);
});

function hasVersion(schema: z.ZodType): boolean {
  return (
    "shape" in schema &&
    typeof schema.shape === "object" &&
    schema.shape !== null &&
    "version" in schema.shape
  );
}

describe.each(Object.keys(EDITING))("%s", (name) => {
  const { prepare: prepareOwn, open, theirs, mine } = EDITING[name] as Editing;
  const useCase = useCases.get(name);
  const trip = TRIPS[name];
  let me: Awaited<ReturnType<typeof aMember>>;
  let colleague: Awaited<ReturnType<typeof aMember>>;
  let desk: Desk;

  beforeAll(async () => {
    me = await aMember("owner");
    colleague = await aMember("owner", me.workspace);
    const consultation = consultationForm();
    const activity = {
      id: [crypto.randomUUID()],
      title: ["Fair"],
      kind: ["workshop"],
      startsOn: ["2026-03-04"],
    };
    await logConsultation.run(me.key, sent(consultation), earlier, { form: null });
    await logActivity.run(me.key, sent(activity), earlier, { form: null });
    desk = { key: me.key, consultationId: consultation.id[0] ?? "", activityId: activity.id[0] ?? "" };
  });

  const prepare = async (): Promise<Typed> => {
    if (prepareOwn) return prepareOwn(desk);
    return trip ? trip.form(desk) : { id: [await madeConsultation(desk)] };
  };

  it("shows the second both versions, with who and when, and saves over nothing", async () => {
    if (!useCase) throw new Error("No such form");
    const prepared = await prepare();
    const id = prepared.id?.[0] ?? "";
    const opened = await open(me.key, desk, id);
    const form = { ...prepared, ...opened.values, ...(prepared.dueOn && { dueOn: prepared.dueOn }) };
    const save = (key: Key, typed: Typed, at: Date) =>
      useCase.run(key, sent({ ...form, ...typed }), at, { form: null });
    const field = Object.keys(theirs)[0] ?? "";

    expect(await save(colleague.key, theirs, later)).toMatchObject({ ok: true });
    expect(await save(me.key, mine, later)).toMatchObject({ ok: false, code: "conflict" });
    // As the door of every form does with what could not be saved.
    await keepDraft(me.sessionHash, me.workspace.slug, opened.form, {
      values: { ...form, ...mine },
      errors: [],
      code: "conflict",
    });
    const after = await open(me.key, desk, id);
    expect(after.values[field]).toEqual(mine[field]);
    expect(after.other?.values[field]).toEqual(theirs[field]);
    expect(after.other).toMatchObject({ by: colleague.user.name, at: later });
    expect((await open(colleague.key, desk, id)).values[field]).toEqual(theirs[field]);

    // Sent again from there, having seen both, it is saved.
    const seen = { ...form, ...mine, version: after.values.version ?? [] };
    expect(await useCase.run(me.key, sent(seen), later, { form: null })).toMatchObject({ ok: true });
    expect((await open(colleague.key, desk, id)).values[field]).toEqual(mine[field]);
  });
});
