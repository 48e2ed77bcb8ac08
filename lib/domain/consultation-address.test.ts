import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activeFilters, listQuery, readListAddress, toFilters } from "./consultation-address";
import { consultationFilters, foldForSearch, searchPatterns } from "./consultation-filters";

describe("the list's address", () => {
  test("is read as people write it, and says what could not be read", () => {
    const address = readListAddress({
      q: " bus ",
      standing: "silent",
      kind: "meeting",
      from: "4 March 2026",
      until: "some day",
    });
    expect(address).toMatchObject({ fromOn: "2026-03-04", untilOn: null, unread: ["until"], after: null });
    expect(address.filters).toMatchObject({
      q: "bus",
      standing: "silent",
      kind: "meeting",
      from: "4 March 2026",
      until: "some day",
    });
    expect(toFilters(address)).toMatchObject({
      q: "bus",
      standing: ["silent"],
      flagged: null,
      kind: "meeting",
      fromOn: "2026-03-04",
      untilOn: null,
    });
  });

  test.each([{ flagged: "1" }, { flagged: "true" }, { standing: "flagged" }])(
    "needs an answer: %j",
    (query) => {
      expect(toFilters(readListAddress(query))).toMatchObject({ standing: [], flagged: true });
    },
  );

  test("whatever is not understood is left out", () => {
    const { filters, after } = readListAddress({
      standing: "lost",
      kind: "party",
      after: "../../etc",
      unknown: "x",
    });
    expect(activeFilters(filters)).toEqual([]);
    expect(after).toBeNull();
    expect(listQuery(filters)).toBe("");
  });

  test("any address gives filters the use case accepts, and writes itself again", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("silent", "flagged", "2026-01-01", "1/2/26", "meeting"),
    );
    const query = fc.dictionary(
      fc.constantFrom(
        "q",
        "standing",
        "flagged",
        "body",
        "topic",
        "kind",
        "from",
        "until",
        "after",
        "before",
      ),
      fc.oneof(text, fc.array(text)),
    );
    fc.assert(
      fc.property(query, (given) => {
        const address = readListAddress(given);
        expect(consultationFilters.safeParse(toFilters(address)).success).toBe(true);
        const again = readListAddress(Object.fromEntries(new URLSearchParams(listQuery(address.filters))));
        expect(again.filters).toEqual(address.filters);
      }),
    );
  });
});

test("search words are folded, and what LIKE would read is escaped", () => {
  expect(foldForSearch("ÉVALUATION À Zürich")).toBe("evaluation a zurich");
  expect(searchPatterns("  100%  x_1 \\ ")).toEqual(["%100\\%%", "%x\\_1%", "%\\\\%"]);
});
