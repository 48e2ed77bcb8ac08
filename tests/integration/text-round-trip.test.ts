import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { UseCase } from "@/lib/access/use-case";
import type { Key } from "@/lib/db/doors";
import { ACKNOWLEDGE_FIELD } from "@/lib/domain/privacy/acknowledge";
import { IDENTIFIER_KINDS } from "@/lib/domain/privacy/identifier";
import { logConsultation } from "@/lib/features/consultations/log-consultation";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";
import { recordExtension } from "@/lib/features/extensions/record-extension";
import { openFollowUpForm } from "@/lib/features/follow-ups/open-follow-up-form";
import { recordFollowUp } from "@/lib/features/follow-ups/record-follow-up";
import { openResponseForm } from "@/lib/features/responses/open-response-form";
import { recordResponse } from "@/lib/features/responses/record-response";
import { consultationForm, sent } from "@/tests/factories/consultation-form";
import { aMember } from "@/tests/factories/member";

// Whatever people type comes back as they typed it: hostile strings, and real text of the languages spoken here.

const now = new Date("2026-06-01T09:00:00Z");
const naughty: string[] = JSON.parse(readFileSync("tests/data/blns.json", "utf8"));
const languages: { name: string; title: string; sample: string[] }[] = JSON.parse(
  readFileSync("tests/data/udhr_samples.json", "utf8"),
);

/** What is done to a text, and all that is: no NUL, one kind of line end, no half characters, NFC, no space around it. */
function kept(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed().normalize("NFC").trim();
}

/** Saves it anyway, whatever it looks like. */
function acknowledge(fields: string[]): string[] {
  return [fields.flatMap((field) => IDENTIFIER_KINDS.map((kind) => `${field}:${kind}`)).join(" ")];
}

type Typed = Record<string, string[]>;

async function save<S extends z.ZodType, T>(useCase: UseCase<S, T>, key: Key, typed: Typed): Promise<void> {
  const all = { ...typed, [ACKNOWLEDGE_FIELD]: acknowledge(Object.keys(typed)) };
  const result = await useCase.run(key, sent(all), now, { form: null });
  if (!result.ok) throw new Error(`${JSON.stringify(typed)}: ${JSON.stringify(result)}`);
}

function valuesOf(opened: { ok: boolean; value?: { value: { view: { values: Typed } } } }): Typed {
  if (!opened.ok || !opened.value) throw new Error("The form did not open");
  return opened.value.value.view.values;
}

/** The same text in each of the fields; `needed` ones may not be empty. */
function everywhere(text: string, fields: string[], needed: string[] = []): Typed {
  const words = kept(text) === "" ? "Nothing to see" : text;
  return Object.fromEntries([
    ...fields.map((field): [string, string[]] => [field, [text]]),
    ...needed.map((field): [string, string[]] => [field, [words]]),
  ]);
}

function expected(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, [text = ""]]) => (kept(text) ? [[field, [kept(text)]]] : [])),
  );
}

function pick(values: Typed, fields: Typed): Typed {
  return Object.fromEntries(
    Object.keys(fields).flatMap((field) => (values[field] ? [[field, values[field]]] : [])),
  );
}

describe.each([
  { what: "515 hostile strings", texts: naughty },
  { what: "texts in 13 languages", texts: languages.flatMap(({ title, sample }) => [title, ...sample]) },
])("$what come back as they were typed", { timeout: 120_000 }, ({ texts }) => {
  let key: Key;
  let consultationId: string;
  beforeAll(async () => {
    ({ key } = await aMember("editor"));
    const form = consultationForm();
    consultationId = form.id[0] ?? "";
    await save(logConsultation, key, form);
  });

  /** Eight at a time: each is a transaction of its own. */
  async function each(work: (text: string) => Promise<void>): Promise<void> {
    const waiting = [...texts];
    const worker = async () => {
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) await work(text);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }

  test("in a consultation", async () => {
    const long = ["purpose", "notes", "whatCanChange", "whoDecides", "resourcesBehind", "hearBack"];
    await each(async (text) => {
      const typed = everywhere(text, long, ["title"]);
      const form = { ...consultationForm(), ...typed };
      await save(logConsultation, key, form);
      const values = valuesOf(await openReviseForm.run(key, { id: form.id[0] ?? "" }, now));
      expect(pick(values, typed)).toEqual(expected(typed));
    });
  });

  test("as its reference, which stays unique", async () => {
    const short = [...new Map(texts.map((text) => [kept(text), text])).values()].filter(
      (text) => kept(text).length <= 200,
    );
    for (const text of short) {
      const form = { ...consultationForm(), reference: [text] };
      await save(logConsultation, key, form);
      const values = valuesOf(await openReviseForm.run(key, { id: form.id[0] ?? "" }, now));
      expect(pick(values, { reference: [text] })).toEqual(expected({ reference: [text] }));
    }
  });

  test("as the name of a body and of a topic, with one kind of space, whoever writes it in capitals", async () => {
    const named = texts.filter((text) => kept(text) && kept(text).length <= 200);
    for (const text of named) {
      const form = { ...consultationForm(), publicBody: [text], topics: [text.replace(/[\r\n]+/g, " ")] };
      await save(logConsultation, key, form);
      const values = valuesOf(await openReviseForm.run(key, { id: form.id[0] ?? "" }, now));
      const name = kept(text).replace(/\s+/g, " ").trim().toLowerCase();
      const saved = [values.publicBody, values.topics].map((value) => value?.[0]?.toLowerCase());
      expect(saved).toEqual([name, name]);
    }
  });

  test("in an answer", async () => {
    await each(async (text) => {
      const id = randomUUID();
      const typed = { ...everywhere(text, ["summary"]), sourceUrl: [`https://example.org/#${text}`] };
      await save(recordResponse, key, {
        id: [id],
        consultationId: [consultationId],
        kind: ["findings"],
        ...typed,
      });
      const values = valuesOf(await openResponseForm.run(key, { consultationId, id }, now));
      expect(pick(values, typed)).toEqual(expected(typed));
    });
  });

  test("in a promise", async () => {
    await each(async (text) => {
      const id = randomUUID();
      const short = kept(text).length <= 200 ? ["madeByRole"] : [];
      const typed = everywhere(text, ["promisedWords", ...short], kept(text).length <= 500 ? ["title"] : []);
      const form = { id: [id], consultationId: [consultationId], title: ["Interpreters"], ...typed };
      await save(recordFollowUp, key, form);
      const values = valuesOf(await openFollowUpForm.run(key, { consultationId, id }, now));
      expect(pick(values, typed)).toEqual(expected(typed));
    });
  });

  test("in a new answer date", async () => {
    await each(async (text) => {
      const id = randomUUID();
      const short = kept(text).length <= 200 ? ["agreedBy"] : [];
      const typed = everywhere(text, [...(kept(text).length <= 1000 ? ["reason"] : []), ...short]);
      const dates = { newDueOn: ["2026-09-01"], agreedOn: ["2026-05-01"] };
      await save(recordExtension, key, { id: [id], consultationId: [consultationId], ...dates, ...typed });
      const values = valuesOf(await openExtensionForm.run(key, { consultationId, id }, now));
      expect(pick(values, typed)).toEqual(expected(typed));
    });
  });
});

test("all paragraphs of a language together, with their lines", async () => {
  const { key } = await aMember("editor");
  for (const { title, sample } of languages) {
    const typed = { title: [title], notes: [sample.join("\r\n\r\n")] };
    const form = { ...consultationForm(), ...typed };
    await save(logConsultation, key, form);
    const values = valuesOf(await openReviseForm.run(key, { id: form.id[0] ?? "" }, now));
    expect(pick(values, typed)).toEqual({ title: [kept(title)], notes: [kept(sample.join("\n\n"))] });
  }
});
