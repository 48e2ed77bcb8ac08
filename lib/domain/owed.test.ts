import { describe, expect, it } from "vitest";
import { activityQuery, readActivityAddress, toActivityFilters } from "./activity-address";
import { owedQuery, readOwedAddress, readOwedCursor, writeOwedCursor } from "./owed";

const id = "0190a1b2-0000-7000-8000-000000000001";

describe("the address of what is owed", () => {
  it("says the same after it was read", () => {
    for (const query of [
      "",
      "?side=by_us",
      "?side=tell&state=done&body=Northfield+Council",
      `?state=late&after=0_2026-03-04_${id}`,
    ])
      expect(owedQuery(readOwedAddress(Object.fromEntries(new URLSearchParams(query))))).toBe(query);
  });

  it("leaves out what it cannot understand", () => {
    expect(
      readOwedAddress({ side: "nobody", state: ["late", "done"], after: "x", body: "a\u0000b" }),
    ).toEqual({
      side: "to_us",
      state: "late",
      body: "ab",
      after: null,
      before: null,
    });
  });

  it("marks a place in the list by lateness, date and id", () => {
    const place = { rank: 0, on: "2026-03-04", id };
    expect(readOwedCursor(writeOwedCursor(place))).toEqual(place);
    for (const other of ["", `3_2026-03-04_${id}`, `0_2026-02-30_${id}`, "0_2026-03-04_x"])
      expect(readOwedCursor(other)).toBeNull();
  });
});

describe("the address of the activities", () => {
  it("reads dates as people write them, and keeps one it cannot read as typed", () => {
    const address = readActivityAddress({ from: "4 March 2026", until: "soon", kind: "visit", q: " forum " });
    expect(address).toMatchObject({ fromOn: "2026-03-04", untilOn: null, unread: ["until"] });
    expect(toActivityFilters(address)).toMatchObject({ q: "forum", kind: "visit", body: null });
    expect(activityQuery(address.filters)).toBe("?q=forum&kind=visit&from=4+March+2026&until=soon");
  });

  it("leaves out a kind nobody knows", () => {
    expect(readActivityAddress({ kind: "party" }).filters.kind).toBe("");
  });
});
