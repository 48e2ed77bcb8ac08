import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { keepDraft } from "@/lib/db/doors";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { freeTexts } from "@/lib/domain/privacy/free-text";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";
import { logActivity } from "@/lib/features/activities/log-activity";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { quickLogKey } from "@/lib/features/quick-log/form-key";
import { openQuickLog } from "@/lib/features/quick-log/open-quick-log";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { type AnyUseCase, findUseCases } from "@/tests/factories/find-use-cases";
import { aMember } from "@/tests/factories/member";
import { type Desk, TRIPS, type Trip, type Typed } from "@/tests/factories/round-trips";

// Whatever people type comes back as they typed it: hostile strings, and real text of the languages spoken here. Every
// field of every form in which people can write is found in the code: one without a way there and back (see
// tests/factories/round-trips.ts) fails.

const now = new Date("2026-06-01T09:00:00Z");
const naughty: string[] = JSON.parse(readFileSync("tests/data/blns.json", "utf8"));
const languages: { name: string; title: string; sample: string[] }[] = JSON.parse(
  readFileSync("tests/data/udhr_samples.json", "utf8"),
);

/** What is done to a text, and all that is: one kind of line end, NFC, no space around it. */
function kept(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

const writing = (await findUseCases()).filter(
  ({ audit, unchecked }) => audit !== "none" && unchecked === undefined,
);

function shapeOf({ schema }: AnyUseCase): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}

/** The fields in which people write their own words. */
function wordsOf(useCase: AnyUseCase): string[] {
  return Object.keys(shapeOf(useCase)).filter(
    (field) => freeTexts(useCase.schema, { [field]: "some words" }).length > 0,
  );
}

const asked = writing
  .map((useCase) => ({ ...useCase, words: wordsOf(useCase) }))
  .filter(({ words }) => words.length > 0);
/** Programs write the fields of the same forms. */
const forms = asked
  .filter(({ file }) => !file.startsWith("api/"))
  .map((form) => ({ ...form, trip: TRIPS[form.name] }));

test("every form in which people write has a round trip", () => {
  expect(forms.filter(({ trip }) => !trip).map(({ name }) => name)).toEqual([]);
});

/** Names are one line, and the same entry however they are capitalised. */
const NAMES = /^(publicBody|otherBodies|topics|ownKind|name|body_\d)$/;
/** Of these, one workspace has each but once. */
const ONCE = new Set(["reference", "name"]);

function asTyped(field: string, text: string, number: number): string {
  if (field.endsWith("Url")) return `https://example.org/#${text}`;
  // A list has one entry a line.
  if (field === "otherBodies" || field === "topics") return `${field} ${text.replace(/[\r\n]+/g, " ")}`;
  return ONCE.has(field) ? `${text} ${number}` : text;
}

function asKept(field: string, typed: string): string {
  return NAMES.test(field) ? kept(typed).replace(/\s+/g, " ").toLowerCase() : kept(typed);
}

/** A text in each field that takes it, and other words where it is too long or says nothing. */
function fill(
  useCase: AnyUseCase,
  words: string[],
  textOf: (place: number) => string,
  number: number,
): Typed {
  const shape = shapeOf(useCase);
  return Object.fromEntries(
    words.map((field, place) => {
      const text = textOf(place);
      const typed = asTyped(field, text, number);
      const fits = kept(text) !== "" && shape[field]?.safeParse(typed).success;
      return [field, [fits ? typed : asTyped(field, "Some words", number)]];
    }),
  );
}

/** Saves it anyway, whatever it looks like. */
function acknowledge(fields: string[]): string[] {
  return [fields.flatMap((field) => IDENTIFIER_KINDS.map((kind) => `${field}:${kind}`)).join(" ")];
}

async function goThere(useCase: AnyUseCase, trip: Trip, desk: Desk, typed: Typed): Promise<Typed> {
  const form = { ...(await trip.form(desk)), ...typed };
  const all = { ...form, [ACKNOWLEDGE_FIELD]: acknowledge(Object.keys(typed)) };
  const result = await useCase.run(desk.key, sent(all), now, { form: null });
  if (!result.ok) throw new Error(`${JSON.stringify(typed)}: ${JSON.stringify(result)}`);
  return trip.read(desk, form);
}

function comparable(values: Typed, words: string[]): Record<string, string> {
  return Object.fromEntries(words.map((field) => [field, asKept(field, values[field]?.join("\n") ?? "")]));
}

let desk: Desk;
let sessionHash: string;
beforeAll(async () => {
  const member = await aMember("owner");
  sessionHash = member.sessionHash;
  const consultation = consultationForm();
  const activity = { id: [randomUUID()], title: ["Open day"], kind: ["workshop"], startsOn: ["2026-03-04"] };
  await logConsultation.run(member.key, sent(consultation), now, { form: null });
  await logActivity.run(member.key, sent(activity), now, { form: null });
  desk = { key: member.key, consultationId: consultation.id[0] ?? "", activityId: activity.id[0] ?? "" };
});

let number = 0;
async function eachOf(
  rounds: readonly number[],
  workers: number,
  work: (start: number) => Promise<void>,
): Promise<void> {
  const waiting = [...rounds];
  const worker = async () => {
    for (let start = waiting.pop(); start !== undefined; start = waiting.pop()) await work(start);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Several texts in one, a line each, as many as every field takes; a text that is too long for one stands alone. */
function packed(texts: string[], takes: (text: string) => boolean): string[] {
  const packs: string[] = [];
  for (const text of texts) {
    const last = packs.at(-1);
    const more = last === undefined ? text : `${last}\n${text}`;
    if (last !== undefined && takes(more)) packs[packs.length - 1] = more;
    else packs.push(text);
  }
  return packs;
}

describe.each(forms)("$name", { timeout: 180_000 }, ({ words, trip, ...useCase }) => {
  const shape = shapeOf(useCase);
  const takes = (text: string) =>
    words.every((field) => shape[field]?.safeParse(asTyped(field, text, 99_999)).success);

  it.each([
    { what: `${naughty.length} hostile strings`, atOnce: words.length, texts: packed(naughty, takes) },
    {
      what: "every tenth of them on its own",
      atOnce: words.length,
      texts: naughty.filter((_, at) => at % 10 === 0),
    },
    {
      what: "Arabic, Farsi, Urdu and ten more languages",
      // Each text in every field.
      atOnce: 1,
      texts: languages.flatMap(({ title, sample }) => [title, sample.join("\r\n\r\n")]),
    },
  ])("brings back $what", async ({ texts, atOnce }) => {
    if (!trip) throw new Error("No round trip");
    // A form holds as many texts at once as it has fields.
    const rounds = texts.flatMap((_, start) => (start % atOnce === 0 ? [start] : []));
    // Each is a transaction of its own.
    await eachOf(rounds, trip.alone ? 1 : 6, async (start) => {
      const textOf = (place: number) => texts[(start + (place % atOnce)) % texts.length] ?? "";
      const typed = fill(useCase, words, textOf, ++number);
      const back = await goThere(useCase, trip, desk, typed);
      expect(comparable(back, words)).toEqual(comparable(typed, words));
    });
  });
});

describe.each(asked)("$name", ({ words, ...useCase }) => {
  it("refuses what cannot be kept, in each of its texts, instead of changing it", async () => {
    for (const [what, text] of [
      ["NUL", "a\u0000b"],
      ["half a character", "a\ud83db"],
    ] as const) {
      const typed = fill(useCase, words, () => text, ++number);
      const said = words.map((field) => [field, asTyped(field, text, number)]);
      const result = await useCase.run(desk.key, sent({ ...typed, ...Object.fromEntries(said) }), now, {
        form: null,
      });
      const refused = result.ok
        ? []
        : result.errors
            .filter(({ code }) => code === "unreadable_character")
            .map(({ field }) => field.split(".")[0]);
      expect({ what, refused: refused.sort() }).toEqual({ what, refused: [...words].sort() });
    }
  });
});

test("a draft keeps what could not be saved, with a mark where it cannot be kept", async () => {
  const values = { id: [randomUUID()], title: ["سلام \u0000 a \ud83d"] };
  expect(
    await keepDraft(sessionHash, slugOf(desk), quickLogKey(null), { values, errors: [], code: null }),
  ).toBe(true);
  const opened = await openQuickLog.run(desk.key, { like: null }, now);
  expect(opened).toMatchObject({
    value: { value: { view: { values: { title: ["سلام \uFFFD a \uFFFD"] } } } },
  });
});

function slugOf({ key }: Desk): string {
  return key.kind === "session" ? key.slug : "";
}
