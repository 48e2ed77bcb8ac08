import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "./find-identifiers";
import { IDENTIFIER_KINDS, type IdentifierKind } from "./identifier";

const LENGTH = 200_000;

describe("200,000 characters of", () => {
  // Fragments that make careless patterns go back and forth.
  it.each([
    "a",
    "1",
    "1 ",
    "12-",
    "+1(",
    "(",
    "@",
    "a@",
    "a.",
    "a@b.",
    "(at)",
    "1a@",
    "07700900123 ",
    "9434765919 ",
    "٧ ",
    "\u200b",
    "1\u200b",
    "AB12",
    "AB1234567 ",
    "W8R 3FZ ",
    "1234-",
    "SW1A 1A",
    "https://a",
    "born ",
    "born 1/1/",
    "born 1 jan ",
    "tel ",
    "tel 1",
    "passport 1a",
    "uan 1234 ",
    "Home Office 1 22 ",
    "née le 1 ",
  ])("%j are read in little time", (fragment) => {
    const text = fragment.repeat(Math.ceil(LENGTH / fragment.length)).slice(0, LENGTH);
    const start = performance.now();
    findIdentifiers(text);
    // Most take less than 300 ms, none more than three seconds; a pattern that is not linear takes minutes.
    expect(performance.now() - start).toBeLessThan(50_000);
  });
});

it("a number behind pages of figures is found", () => {
  for (const number of ["020 7946 0123", "07700 900123", "+252 61 5555555"])
    expect(findIdentifiers(`${"1 ".repeat(10_000)}${number}`).at(-1)?.kind).toBe("phone");
});

/** Each with what surrounds it when it is written, found whole whatever plain words stand around. */
const SAMPLES: Record<IdentifierKind, string[]> = {
  email: ["amina@example.com"],
  phone: ["07700 900123", "+252 61 5555555", "٠٧٧٠٠٩٠٠١٢٣"],
  national_insurance: ["AB 12 34 56 C", "ab123456c"],
  nhs_number: ["943 476 5919"],
  passport: ["AB1234567", "passport 502345678"],
  brp: ["ZR1000452"],
  evisa_share_code: ["share code W8R 3FZ 2KQ"],
  home_office_reference: ["Home Office reference A1234567"],
  uan: ["1234-5678-9012-3456"],
  gwf: ["GWF012345678"],
  postcode: ["LS1 4DY"],
  date_of_birth: ["born 4 March 1987", "مواليد ٤ مارس ١٩٨٧"],
};
const sample = fc.constantFrom(
  ...IDENTIFIER_KINDS.flatMap((kind) => SAMPLES[kind].map((written) => ({ kind, written }))),
);
const plainWords = fc
  .array(
    fc.oneof(fc.stringMatching(/^[a-z]{1,10}$/), fc.constantFrom("الاجتماع", "în", "мы", "people,", "hall.")),
  )
  .map((list) => list.join(" "));
/** Text of anything, and of the pieces that identifiers are made of. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        sample.map(({ written }) => written),
        fc.constantFrom(
          "@",
          ".",
          " ",
          "-",
          "/",
          "(",
          "+",
          "\u200b",
          "\n",
          "born",
          "tel",
          "1",
          "AB",
          "\ud83d",
          "٣",
        ),
        fc.string({ unit: "grapheme", maxLength: 5 }),
      ),
    )
    .map((pieces) => pieces.join("")),
);

describe("for any text", () => {
  it("spans are inside it, in order, never overlapping", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of findIdentifiers(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("plain words around an identifier do not hide it", () => {
    fc.assert(
      fc.property(plainWords, sample, plainWords, (before, { kind, written }, after) => {
        const text = `${before} ${written} ${after}`;
        const from = before.length + 1;
        const within = findIdentifiers(text).filter(
          ({ start, end }) => start >= from && end <= from + written.length,
        );
        expect(within.map((identifier) => identifier.kind)).toContain(kind);
      }),
      { numRuns: 1000 },
    );
  });

  it("characters that nobody sees do not hide it", () => {
    const unseen = fc.constantFrom(
      "\u200b",
      "\u200c",
      "\u200d",
      "\u2060",
      "\ufeff",
      "\u00ad",
      "\u200e",
      "\u061c",
    );
    fc.assert(
      fc.property(sample, fc.nat(), unseen, ({ kind, written }, place, character) => {
        const at = place % (written.length + 1);
        const text = written.slice(0, at) + character + written.slice(at);
        expect(findIdentifiers(text).map((identifier) => identifier.kind)).toContain(kind);
      }),
    );
  });
});
