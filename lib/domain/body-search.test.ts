import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainName, readyToSearch, searchNames, slips } from "./body-search";

const ALL = [
  { name: "Leeds City Council", aliases: ["Leeds"] },
  { name: "Leeds Teaching Hospitals NHS Trust" },
  { name: "London Borough of Hackney", aliases: ["Hackney", "Hackney Council"] },
  { name: "Metropolitan Police Service", aliases: ["Met Police", "The Met"] },
  { name: "Rotherham Metropolitan Borough Council", aliases: ["Rotherham"] },
  { name: "Guy's and St Thomas' NHS Foundation Trust" },
  { name: "Na h-Eileanan Siar", aliases: ["Western Isles"] },
];
const found = (query: string) => searchNames(query, readyToSearch(ALL), 10).map(({ name }) => name);

describe("a body is found", () => {
  test.each([
    ["by its whole name", "leeds city council", "Leeds City Council"],
    ["by the beginnings of its words", "roth coun", "Rotherham Metropolitan Borough Council"],
    ["by another name", "met pol", "Metropolitan Police Service"],
    ["by another name in the middle of it", "hackney", "London Borough of Hackney"],
    [
      "with & for and, and without apostrophes",
      "guys & st thomas",
      "Guy's and St Thomas' NHS Foundation Trust",
    ],
    ["with two letters swapped", "rotehrham", "Rotherham Metropolitan Borough Council"],
    ["with a letter left out", "hakney council", "London Borough of Hackney"],
    ["misspelt and half typed", "metropolitian polic", "Metropolitan Police Service"],
    ["misspelt in another name", "westren isles", "Na h-Eileanan Siar"],
  ])("%s", (_, query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  test("the beginning of a name comes before a word of it", () => {
    expect(found("metropolitan")).toEqual([
      "Metropolitan Police Service",
      "Rotherham Metropolitan Borough Council",
    ]);
  });

  test("short words are not stretched into others", () => {
    expect(found("lee")).toEqual(["Leeds City Council", "Leeds Teaching Hospitals NHS Trust"]);
    expect(found("xyz")).toEqual([]);
    expect(found("  ' ")).toEqual([]);
  });
});

test("slips are counted as keystrokes, a swap as one", () => {
  expect(slips("council", "council", 2)).toBe(0);
  expect(slips("coucnil", "council", 2)).toBe(1);
  expect(slips("concil", "council", 2)).toBe(1);
  expect(slips("council", "trust", 2)).toBe(3);
});

test("a name always finds itself, whatever its letters", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), (name) => {
      if (plainName(name) === "") return;
      expect(searchNames(name, readyToSearch([...ALL, { name }]), 20)).toContainEqual({ name });
    }),
  );
});
