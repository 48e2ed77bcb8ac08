import { describe, expect, it } from "vitest";
import { ensureHolidays, ensureRegionHolidays, holidaysOf, holidaysToKeep, regionsOf } from "./holidays";

const days = (country: string, region: string, from: number, to = from) =>
  holidaysOf(country, region, from, to).map((holiday) => holiday.day);

describe("United Kingdom", () => {
  it("takes England and Wales from the official list", () => {
    expect(days("GB", "ENG", 2026)).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-04",
      "2026-05-25",
      "2026-08-31",
      "2026-12-25",
      "2026-12-28",
    ]);
    expect(days("GB", "WLS", 2026)).toEqual(days("GB", "ENG", 2026));
  });

  it("knows Scotland's one-off holiday and Northern Ireland's own days", () => {
    expect(days("GB", "SCT", 2026)).toContain("2026-06-15");
    expect(days("GB", "NIR", 2026)).toEqual(expect.arrayContaining(["2026-03-17", "2026-07-13"]));
    expect(days("GB", "ENG", 2026)).not.toContain("2026-06-15");
  });

  it("goes on with the library before and after the list", () => {
    expect(days("GB", "ENG", 2014)).toContain("2014-08-25");
    expect(days("GB", "SCT", 2030)).toContain("2030-01-02");
    expect(new Set(days("GB", "NIR", 2010, 2032).map((day) => day.slice(0, 4))).size).toBe(23);
  });

  it("answers for the whole country only what all nations share", () => {
    expect(days("GB", "", 2026)).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-05-04",
      "2026-05-25",
      "2026-12-25",
      "2026-12-28",
    ]);
    expect(days("GB", "XXX", 2026)).toEqual([]);
  });

  it("says names as people do", () => {
    expect(holidaysOf("GB", "ENG", 2026, 2026).at(-1)).toEqual({
      country: "GB",
      region: "ENG",
      day: "2026-12-28",
      name: "Boxing Day (substitute day)",
    });
  });
});

describe("other countries", () => {
  it("gives a region its own days", () => {
    expect(regionsOf("DE")).toContain("BY");
    expect(days("DE", "BY", 2026)).toContain("2026-06-04");
    expect(days("DE", "", 2026)).not.toContain("2026-06-04");
  });

  it("counts each day of a holiday of several days, and no half day", () => {
    expect(days("TR", "", 2025)).toEqual(expect.arrayContaining(["2025-03-30", "2025-03-31", "2025-04-01"]));
    expect(days("TR", "", 2025)).not.toContain("2025-03-29");
  });

  it("keeps public holidays only, in order, each day once", () => {
    const found = days("CA", "ON", 2000, 2036);
    expect(found).toEqual([...new Set(found)].sort());
    expect(found).not.toContain("2026-02-14");
  });

  it("knows nothing about a country that is not one", () => {
    expect(holidaysOf("ZZ", "", 2026, 2026)).toEqual([]);
  });
});

describe("what is kept", () => {
  it("covers every region and reaches ten years ahead", () => {
    const kept = holidaysToKeep("GB", 2026);
    expect([...new Set(kept.map((holiday) => holiday.region))]).toEqual(["", "ENG", "WLS", "SCT", "NIR"]);
    expect(kept.some((holiday) => holiday.day.startsWith("2036"))).toBe(true);
    expect(new Set(kept.map((holiday) => holiday.region + holiday.day)).size).toBe(kept.length);
  });

  it.each([
    ["GB", ""],
    ["GB", "SCT"],
    ["PT", ""],
    ["AD", ""],
  ])("is the same for one region alone: %s %j", async (country, region) => {
    const sent: unknown[][] = [];
    await ensureRegionHolidays(async (_sql, ...values) => sent.push(values), country, region, 2026);
    const whole = holidaysToKeep(country, 2026).filter((holiday) => holiday.region === region);
    expect(JSON.parse(String(sent[0]?.[0]))).toEqual(whole);
  });

  it("is added in one statement", async () => {
    const sent: unknown[][] = [];
    await ensureHolidays(async (_sql, ...values) => sent.push(values), "FR", 2026);
    expect(sent).toHaveLength(1);
    expect(String(sent[0]?.[0])).toContain('"day":"2026-07-14"');
  });
});
