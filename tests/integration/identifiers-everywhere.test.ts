import { describe, expect, it } from "vitest";
import { z } from "zod";
import { freeTexts } from "@/lib/domain/privacy/free-text";
import { findUseCases } from "@/tests/factories/find-use-cases";
import { aMember } from "@/tests/factories/member";

// Every use case that writes, found in the code: a field in which people can write is checked the day it is written.

const now = new Date("2026-11-23T12:00:00Z");
const PHONE = "Amina, 07700 900123";
const SAMPLES = [PHONE, [PHONE], "https://example.org/07700900123", "07700900123"];

/** Texts that are no words of people's own; everything else that takes a text is checked. */
const NOT_WORDS: Record<string, string[]> = {
  // The name of a form.
  discardDraft: ["form"],
  // A fingerprint of the record it was made from.
  reviseExtension: ["version"],
  acceptReasons: ["version"],
  // A public page's address: the record's own is checked when it is saved.
  fillFromLink: ["link"],
  // Names of columns: they are matched, and never kept in the record.
  finishUpload: ["headers"],
  // The name and kind it was opened with.
  reviseBody: ["version"],
  // One of the regions of its country, or it is refused.
  reviseSettings: ["region"],
  patchWorkspace: ["region"],
  // The officer's own address: the view is mailed there, and never shows it.
  prepareShare: ["officerEmail"],
  reviseShare: ["officerEmail"],
  // Random bytes.
  releaseShare: ["passphraseSalt"],
  replaceAddress: ["passphraseSalt"],
};
/** Use cases whose texts are not checked themselves; each says why in the code. */
const UNCHECKED = ["matchColumns", "setMapping", "stageRows"];

const writing = (await findUseCases()).filter(({ audit }) => audit !== "none");

it("only what is named here is left unchecked", () => {
  const unchecked = writing.filter((useCase) => useCase.unchecked !== undefined).map(({ name }) => name);
  expect(unchecked.sort()).toEqual(UNCHECKED);
});

const checked = writing.filter((useCase) => useCase.unchecked === undefined);

describe.each(checked)("$name", ({ name, schema, run }) => {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};

  it("has fields that can be walked", () => {
    expect(schema).toBeInstanceOf(z.ZodObject);
  });

  it("checks every field that takes words", () => {
    const missed = Object.entries(shape)
      .filter(([, part]) => SAMPLES.some((sample) => part.safeParse(sample).success))
      .map(([field]) => field)
      .filter((field) => freeTexts(schema, { [field]: PHONE }).length === 0);
    expect(missed).toEqual(NOT_WORDS[name] ?? []);
  });

  it("refuses what identifies somebody in each of them, by kind and without the text", async () => {
    const { key } = await aMember("owner");
    const words = Object.keys(shape).filter((field) => freeTexts(schema, { [field]: PHONE }).length > 0);
    for (const field of words) {
      const answer = await run(key, { [field]: PHONE }, now, { form: null });
      const found = answer.ok ? [] : answer.errors.filter(({ code }) => code === "personal_identifier");
      expect(found).toEqual([{ field, code: "personal_identifier", params: { kinds: ["phone"] } }]);
      expect(JSON.stringify(answer)).not.toContain("900123");
    }
  });
});
