import { describe, expect, it } from "vitest";
import { z } from "zod";
import { consultationInput } from "@/lib/domain/consultation";
import { optionalUrl, plainDate, recordId, text } from "@/lib/domain/fields";
import { newExtension, newResponse, revisedFollowUp } from "@/lib/domain/follow-up";
import { freeTexts, identifiersIn, notWords, venue } from "./free-text";

const PHONE = "Ring 07700 900123";
const found = (schema: z.ZodType, value: unknown) =>
  identifiersIn(schema, value).map(({ field, kind }) => `${field}: ${kind}`);

describe("the free texts of a value", () => {
  const SCHEMAS = {
    consultation: consultationInput,
    response: newResponse,
    followUp: revisedFollowUp,
    extension: newExtension,
  };
  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])("of a %s are all that take words", (record) => {
    const samples = ["Amina, born 4 March 1987", ["Amina"], "https://example.org/amina"];
    for (const [field, part] of Object.entries(SCHEMAS[record].shape)) {
      const taken = samples.find((sample) => part.safeParse(sample).success);
      const read = freeTexts(SCHEMAS[record], { [field]: samples[0] });
      expect(`${field}: ${read.length > 0}`).toBe(`${field}: ${taken !== undefined}`);
    }
  });

  it("are read through every wrapping, list and part", () => {
    const schema = z.strictObject({
      id: recordId,
      on: plainDate.nullable().default(null),
      plain: z.string(),
      link: optionalUrl.default(null),
      lines: z.preprocess((given) => String(given).split("\n"), z.array(text(100))),
      groups: z.array(z.strictObject({ kind: z.enum(["a"]), brought: text(10).nullable() })).default([]),
      either: z.union([z.literal("no"), z.object({ why: text(9) })]),
      anything: z.unknown(),
      by: z.record(z.string(), z.string()),
    });
    const value = {
      id: "00000000-0770-4900-8123-077009001230",
      on: "2026-03-04",
      plain: PHONE,
      link: `https://wa.me/447700900123`,
      lines: ["fine", PHONE],
      groups: [
        { kind: "a", brought: "fine" },
        { kind: "a", brought: PHONE },
      ],
      either: { why: PHONE },
      anything: [{ deep: PHONE }],
      by: { key: PHONE },
    };
    expect(found(schema, value)).toEqual([
      "plain: phone",
      "link: phone",
      "lines: phone",
      "groups.1.brought: phone",
      "either.why: phone",
      "anything: phone",
      "by: phone",
    ]);
    // What a form sent and the schema refused is read just the same.
    expect(found(schema, { lines: `fine\n${PHONE}`, plain: ["one", PHONE] })).toEqual([
      "plain: phone",
      "lines: phone",
    ]);
  });

  it("leave out what is said to be no words", () => {
    const schema = z.object({ version: notWords(z.string(), "a fingerprint").default("") });
    expect(found(schema, { version: "07700900123" })).toEqual([]);
  });
});

describe("what identifies a person in them", () => {
  it("is told once, with its field", () => {
    const values = {
      title: "Housing evening",
      notes: "Amina 07700 900123, again 07700 900123, Yusuf 07700 900456, amina@example.com",
      otherBodies: ["Riverside Borough Council", "Amina, DOB 04/03/1987"],
      participants: 12,
      purpose: null,
    };
    expect(identifiersIn(consultationInput, values)).toEqual([
      { field: "otherBodies", kind: "date_of_birth", text: "04/03/1987" },
      { field: "notes", kind: "phone", text: "07700 900123" },
      { field: "notes", kind: "phone", text: "07700 900456" },
      { field: "notes", kind: "email", text: "amina@example.com" },
    ]);
  });

  it("accepts codes as a reference, but no telephone", () => {
    const references = ["casdo-ocena / C-0000001", "RX1234567", "9434765919", "E1 2024"];
    expect(references.flatMap((reference) => found(consultationInput, { reference }))).toEqual([]);
    expect(found(consultationInput, { reference: "07700 900123" })).toEqual(["reference: phone"]);
  });

  it("leaves a postcode in a venue alone, and nothing else", () => {
    const schema = z.object({ venue: venue(text(200)).nullable() });
    expect(found(schema, { venue: "The hall, 3 Mill Lane, LS1 4DY. Ring 07700 900123" })).toEqual([
      "venue: phone",
    ]);
  });
});
