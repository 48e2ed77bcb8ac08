import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { systemClient } from "@/lib/db/clients";
import { fromDb } from "@/lib/db/dates";
import { withWorkspace } from "@/lib/db/doors";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openSettings } from "@/lib/features/settings/open-settings";
import { reviseSettings } from "@/lib/features/settings/revise-settings";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";

const now = new Date("2026-11-23T12:00:00Z");
type Somebody = Awaited<ReturnType<typeof aMember>>;
type Typed = Record<string, unknown>;

let owner: Somebody;
beforeEach(async () => {
  await systemClient().mail.deleteMany();
  owner = await aMember("owner");
});

/** The settings as the form holds them now, without what is left empty. */
async function typed(): Promise<Typed> {
  const form = await openSettings.run(owner.key, {}, now);
  if (!form.ok) throw new Error(form.code);
  const { _since, ...values } = form.value.value.view.values;
  return Object.fromEntries(
    Object.entries(values).map(([name, texts]) => [
      name,
      name === "shareSections" ? texts : (texts[0] ?? ""),
    ]),
  );
}

/** Sends the form, as a browser does, with some fields typed anew. */
async function save(changes: Typed, from?: Typed) {
  return reviseSettings.run(owner.key, { ...(from ?? (await typed())), ...changes }, now, {
    form: "settings:all",
  });
}

async function logged(endsOn: string, publicBodyKind = "council"): Promise<string> {
  const id = randomUUID();
  const form = sent(
    consultationForm({
      id: [id],
      publicBody: [`Body ${id}`],
      publicBodyKind: [publicBodyKind],
      startsOn: [endsOn],
      endsOn: [endsOn],
    }),
  );
  const result = await logConsultation.run(owner.key, form, now, { form: null });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return id;
}

function inside<T>(work: Parameters<typeof withWorkspace<T>>[2]) {
  return withWorkspace<T>(owner.key, { wantsWrite: false, timeoutMs: 5000 }, work) as Promise<T>;
}
const dueOn = (id: string) =>
  inside(async (tx) => {
    const found = await tx.consultation.findFirst({ where: { id }, select: { answerDueOn: true } });
    return fromDb(found?.answerDueOn ?? null);
  });
const told = () =>
  inside((tx) => tx.auditEvent.findMany({ where: { kind: "settings.revised" }, select: { detail: true } }));

describe("the settings of an organisation", () => {
  it("open with what it was opened with, and change nothing when nothing is changed", async () => {
    expect(await typed()).toMatchObject({
      country: "GB",
      region: "ENG",
      timeZone: "Europe/London",
      answerDays: "84",
      actionDays: "182",
      answerDays_university: "365",
      answerDays_council: "",
      shareDays: "90",
      retentionYears: "",
      version: "1",
    });
    expect(await save({})).toMatchObject({ ok: true, value: { value: { dates: 0, listed: 0 } } });
    expect(await told()).toEqual([]);
  });

  it("are for owners alone", async () => {
    const editor = await aMember("editor", owner.workspace);
    expect(await openSettings.run(editor.key, {}, now)).toMatchObject({ code: "forbidden" });
    expect(await reviseSettings.run(editor.key, {}, now)).toMatchObject({ code: "forbidden" });
  });

  it("are saved whole, and the trail names the fields, not their words", async () => {
    const changes = {
      name: "Harbour Forum",
      locale: "ar",
      capacityHours: "١٢٠٫٥",
      shareDays: "30",
      shareSections: ["measures", "promises"],
      contactEmail: "Hello@Example.org",
    };
    expect(await save(changes)).toMatchObject({ ok: true });
    const row = await systemClient().workspace.findUniqueOrThrow({ where: { id: owner.workspace.id } });
    expect(row).toMatchObject({
      name: "Harbour Forum",
      locale: "ar",
      shareDays: 30,
      shareSections: ["measures", "promises"],
      contactEmail: "hello@example.org",
      version: 2,
      updatedBy: owner.user.id,
    });
    expect(Number(row.capacityHours)).toBe(120.5);
    const [event] = await told();
    expect(event?.detail).toEqual({
      fields: ["name", "capacityHours", "shareDays", "shareSections", "contactEmail", "locale"],
      dates: 0,
    });
  });

  it.each([
    ["name", "", "required"],
    ["name", "x".repeat(201), "too_long"],
    ["answerDays", "0", "too_small"],
    ["answerDays", "9999", "too_big"],
    ["answerDays", "twelve weeks", "not_a_number"],
    ["actionDays", "1.5", "not_a_whole_number"],
    ["answerDays_council", "-3", "too_small"],
    ["capacityHours", "1.234", "too_many_decimals"],
    ["timeZone", "Mars/Olympus", "unknown_choice"],
    ["timeZone", "+01:00", "unknown_choice"],
    ["country", "XX", "unknown_choice"],
    ["country", "england", "unknown_choice"],
    ["region", "BY", "choose_region"],
    ["locale", "tlh", "unknown_choice"],
    ["shareDays", "1000", "too_big"],
    ["shareSections", ["notes"], "unknown_choice"],
    ["shareSections", undefined, "choose_some"],
    ["contactEmail", "not an address", "not_an_email"],
    ["retentionYears", "0", "too_small"],
  ])("refuse %s = %j: %s", async (field, value, code) => {
    const result = await save({ [field]: value });
    expect(result).toMatchObject({ ok: false, code: "invalid" });
    if (result.ok) return;
    expect(result.errors.map((one) => [one.field.split(".")[0], one.code])).toEqual([[field, code]]);
    expect((await typed()).version).toBe("1");
  });

  it("that two owners change at once are a conflict, and both versions are shown", async () => {
    const other = await aMember("owner", owner.workspace);
    const opened = await typed();
    await reviseSettings.run(other.key, { ...opened, name: "Their name" }, now, { form: "settings:all" });
    expect(await save({ name: "My name" }, opened)).toMatchObject({ ok: false, code: "conflict" });
    const { keepDraft } = await import("@/lib/db/doors");
    const values = { name: ["My name"], version: ["1"], _since: ["1"] };
    await keepDraft(owner.sessionHash, owner.workspace.slug, "settings:all", {
      values,
      errors: [],
      code: "conflict",
    });
    const form = await openSettings.run(owner.key, {}, now);
    expect(form).toMatchObject({
      ok: true,
      value: {
        value: {
          view: {
            values: { name: ["My name"], version: ["2"] },
            other: { by: other.user.name, values: { name: ["Their name"] } },
          },
        },
      },
    });
  });

  it("saved at the same moment by two owners keep one of the two", async () => {
    const other = await aMember("owner", owner.workspace);
    const opened = await typed();
    const ends = await Promise.all([
      reviseSettings.run(owner.key, { ...opened, name: "One" }, now, { form: "settings:all" }),
      reviseSettings.run(other.key, { ...opened, name: "Two" }, now, { form: "settings:all" }),
    ]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await typed()).version).toBe("2");
  });
});

describe("what rests on the settings", () => {
  it("is worked out anew, and counted", async () => {
    const ids = [
      await logged("2026-06-01"),
      await logged("2026-07-01"),
      await logged("2026-06-01", "university"),
    ];
    expect(await dueOn(ids[0] ?? "")).toBe("2026-08-24");
    expect(await save({ answerDays: "28" })).toMatchObject({ ok: true, value: { value: { dates: 2 } } });
    expect(await dueOn(ids[0] ?? "")).toBe("2026-06-29");
    expect(await dueOn(ids[2] ?? "")).toBe("2027-06-01");
    expect(await told()).toEqual([{ detail: { fields: ["answerDays"], dates: 2 } }]);
  });

  it("counts only dates that came out differently", async () => {
    await logged("2026-06-01");
    expect(await save({ name: "Another name", actionDays: "100" })).toMatchObject({
      value: { value: { dates: 0 } },
    });
    expect(await save({ answerDays: "84", answerDays_council: "84" })).toMatchObject({
      value: { value: { dates: 0 } },
    });
  });

  it("follows the answer period of one kind of body, and falls back when it is taken away", async () => {
    const council = await logged("2026-06-01");
    const health = await logged("2026-06-01", "health");
    expect(await save({ answerDays_council: "14" })).toMatchObject({ value: { value: { dates: 1 } } });
    expect([await dueOn(council), await dueOn(health)]).toEqual(["2026-06-15", "2026-08-24"]);
    expect(await save({ answerDays_council: "" })).toMatchObject({ value: { value: { dates: 1 } } });
    expect(await dueOn(council)).toBe("2026-08-24");
    expect((await told()).map(({ detail }) => detail)).toContainEqual({
      fields: ["answerPeriods"],
      dates: 1,
    });
  });

  it("moves off the holidays of a new country, which are fetched before", async () => {
    // 84 days after 21 September 2026 is 14 December, a Monday; 14 July is a holiday in France alone.
    const id = await logged("2026-04-21");
    expect(await dueOn(id)).toBe("2026-07-14");
    const before = await systemClient().holiday.count({ where: { country: "FR" } });
    expect(before).toBe(0);
    expect(await save({ country: "FR", region: "", timeZone: "Europe/Paris" })).toMatchObject({
      ok: true,
      value: { value: { dates: 1 } },
    });
    expect(await dueOn(id)).toBe("2026-07-15");
  });

  it("offers the regions of the country that was typed, once the region does not fit", async () => {
    const values = { ...(await typed()), country: "DE" };
    expect(await save({}, values)).toMatchObject({ errors: [{ field: "region", code: "choose_region" }] });
    const { keepDraft } = await import("@/lib/db/doors");
    const draft = { values: { country: ["DE"] }, errors: [], code: null };
    await keepDraft(owner.sessionHash, owner.workspace.slug, "settings:all", draft);
    const form = await openSettings.run(owner.key, {}, now);
    const places = form.ok ? form.value.value.places : null;
    expect(places?.country).toBe("DE");
    expect(places?.regions).toContainEqual({ code: "BY", name: "Bayern" });
  });
});
