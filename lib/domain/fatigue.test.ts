import { describe, expect, it } from "vitest";
import { hoursThatLedToAction, windowStart } from "./fatigue";

const hours = { given: 0, finished: 0, ledToAction: 0, noAction: 0, unknown: 0 };

describe("hours that led to action", () => {
  it("divides the hours of acted by those of finished consultations", () => {
    expect(
      hoursThatLedToAction({ finished: 5, hours: { ...hours, finished: 319, ledToAction: 92 } }),
    ).toEqual({ kind: "ratio", value: 0.2884 });
  });
  it("is too few to compare under five finished ones", () => {
    expect(
      hoursThatLedToAction({ finished: 4, hours: { ...hours, finished: 319, ledToAction: 92 } }),
    ).toEqual({ kind: "too_few" });
  });
  it("is not a number when no hours are recorded", () => {
    expect(hoursThatLedToAction({ finished: 9, hours })).toEqual({ kind: "no_hours" });
  });
});

describe("the rolling window", () => {
  it("starts on the same day of the month", () => {
    expect(windowStart("2026-11-23")).toBe("2024-11-23");
  });
  it("starts on the last day of a shorter month", () => {
    expect(windowStart("2024-02-29", 12)).toBe("2023-02-28");
    expect(windowStart("2026-08-31", 6)).toBe("2026-02-28");
  });
});
