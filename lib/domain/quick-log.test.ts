import { describe, expect, it } from "vitest";
import { dayValues, longFormValues, promiseTitle, quickLog, quickRecord, repeatedValues } from "./quick-log";

const last = {
  publicBody: "Riverside Borough Council",
  title: "Weekly meeting",
  kind: "meeting",
  startsOn: "2026-11-15",
  endsOn: "2026-11-15",
  participants: 15,
  minutesEach: 90,
} as const;

describe("doing the same again", () => {
  it("chooses the chips that fit, for today", () => {
    expect(repeatedValues(last, "2026-11-22")).toEqual({
      publicBody: ["Riverside Borough Council"],
      title: ["Weekly meeting"],
      day: ["2026-11-22"],
      people: ["15"],
      minutes: ["90"],
      kind: ["meeting"],
    });
  });

  it("opens the fields for what no chip says, and leaves out what is not known", () => {
    const values = repeatedValues(
      { ...last, kind: "advisory_group", participants: 12, minutesEach: null },
      "2026-11-22",
    );
    expect(values).toMatchObject({
      people: ["other"],
      peopleOther: ["12"],
      kind: ["other"],
      otherKind: ["advisory_group"],
    });
    expect(values).not.toHaveProperty("minutes");
  });
});

describe("the day of a draft", () => {
  it("stays the day it was tapped", () => {
    const chips = ["2026-11-22", "2026-11-21"];
    expect(dayValues({ day: ["2026-11-21"] }, chips)).toEqual({ day: ["2026-11-21"] });
    expect(dayValues({ day: ["2026-11-19"] }, chips)).toEqual({ day: ["other"], dayOn: ["2026-11-19"] });
    expect(dayValues({ day: ["other"], dayOn: ["soon"] }, chips)).toEqual({
      day: ["other"],
      dayOn: ["soon"],
    });
  });
});

describe("going on in the long form", () => {
  it("carries what is finished and what is not, right or wrong", () => {
    expect(
      longFormValues({
        id: ["an id"],
        publicBody: [""],
        title: [" Half a thou"],
        day: ["other"],
        dayOn: ["soon"],
        people: ["other"],
        peopleOther: ["a few"],
        minutes: ["90"],
        minutesOther: ["45"],
        kind: ["survey"],
        otherKind: ["co_design"],
        promise: ["A crossing"],
      }),
    ).toEqual({
      id: ["an id"],
      title: [" Half a thou"],
      startsOn: ["soon"],
      participants: ["a few"],
      minutesEach: ["90"],
      kind: ["survey"],
      promise: ["A crossing"],
    });
  });

  it.each([
    { kind: "meeting" },
    { kind: "other", otherKind: "advisory_group", stillRunning: "no" },
    { kind: "survey", stillRunning: "yes", people: "other", peopleOther: 46 },
    { kind: "meeting", day: "other", dayOn: "2026-03-04", minutes: "30", people: "5" },
  ])("says what the screen itself would have saved: %j", (chosen) => {
    const typed = {
      id: crypto.randomUUID(),
      publicBody: "Council",
      title: "Buses",
      day: "2026-06-01",
      ...chosen,
    };
    const values = Object.fromEntries(
      Object.entries(typed).map(([name, value]): [string, string[]] => [name, [String(value)]]),
    );
    const said = Object.entries(quickRecord(quickLog.parse(typed))).flatMap(([name, value]) =>
      value === null ? [] : [[name, [String(value)]]],
    );
    expect(longFormValues(values)).toEqual({ id: [typed.id], ...Object.fromEntries(said) });
  });
});

describe("a promise's short name", () => {
  it("is its words, cut between two of them", () => {
    expect(promiseTitle(" New rules\nby summer ")).toBe("New rules by summer");
    const long = promiseTitle("word ".repeat(60));
    expect(long.length).toBeLessThanOrEqual(101);
    expect(long).toMatch(/word…$/);
  });
});
