import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "./find-identifiers";

interface Vector {
  type: string;
  text: string;
  expected_matches: number;
  positions: [number, number][];
}
const vectors = readFileSync("tests/data/pii_vectors.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line): Vector => JSON.parse(line));

/** Rows that rightly differ, with the reason. */
const DIFFERENT: Record<string, string> = {
  // A bare nine-digit number is also a sum, a page view count, a planning number: the pattern judges a field
  // that is already known to be a reference. The passport rows expect "123456789" to be nothing, as here.
  HO_REFERENCE_WHOLE_STRING: "121210801",
  // Driving licence numbers are not among the kinds the product names.
  UK_DRIVING_LICENCE:
    "SMITH851010AB1CD SMITH802290AB1CD SMITH812310AB1CD SMITH862310AB1CD FO999512018AA1AB MORGA657054SM9IJ JONES710153J99EF",
};
const differs = ({ type, text }: Vector) => text !== "" && (DIFFERENT[type] ?? "").split(" ").includes(text);
const spans = ({ text }: Vector) =>
  findIdentifiers(text).map(({ start, end }): [number, number] => [start, end]);

describe("the published vectors", () => {
  it("are 58, 8 of which rightly differ", () => {
    expect(vectors).toHaveLength(58);
    expect(vectors.filter(differs)).toHaveLength(8);
    expect(vectors.filter(differs).flatMap(spans)).toEqual([]);
  });

  it.each(vectors.filter((vector) => !differs(vector)))("$type: $text", (vector) => {
    expect(spans(vector)).toHaveLength(vector.expected_matches);
    if (vector.positions.length > 0) expect(spans(vector)).toEqual(vector.positions);
  });
});

/** The kind that each type of row is about. */
const KINDS: Record<string, string> = {
  EMAIL: "email",
  PHONE: "phone",
  UK_NINO: "national_insurance",
  UK_NINO_WHOLE_STRING: "national_insurance",
  UK_NHS: "nhs_number",
  UK_PASSPORT_PRESIDIO: "passport",
  BRP: "brp",
  UK_POSTCODE: "postcode",
  UK_POSTCODE_WHOLE_STRING: "postcode",
};

it("names the right kind for each of them", () => {
  for (const { type, text } of vectors)
    for (const { kind } of findIdentifiers(text)) expect(`${text}: ${kind}`).toBe(`${text}: ${KINDS[type]}`);
});
