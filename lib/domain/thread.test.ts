import { describe, expect, it } from "vitest";
import { drawThread, marksOf, type ThreadFacts, type ThreadPromise, wedgePath, wedgesOf } from "./thread";
import { placeLabels } from "./thread-labels";
import { axisTicks, ownScale, placeOn, threadScale } from "./thread-scale";

const today = "2026-11-23";

function facts(given: Partial<ThreadFacts> = {}): ThreadFacts {
  return {
    askedOn: "2026-05-11",
    startsOn: "2026-06-08",
    endsOn: "2026-06-30",
    answerDueOn: "2026-09-22",
    firstAnswerDueOn: null,
    cancelledOn: null,
    answers: [],
    promises: [],
    today,
    ...given,
  };
}

function promise(given: Partial<ThreadPromise>): ThreadPromise {
  return { madeOn: null, dueOn: "2026-10-16", firstDueOn: null, doneOn: null, state: "open", ...given };
}

const brief = (given: ThreadFacts) => wedgesOf(given).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe("wedgesOf", () => {
  it("opens a silence at the due date that lasts until today", () => {
    expect(wedgesOf(facts())).toEqual([
      { kind: "silence", from: "2026-09-22", to: today, days: 62, ongoing: true },
    ]);
  });

  it("ends the silence at the first answer, promise or accepted reasons", () => {
    const late = { on: "2026-10-02", kind: "substantive" } as const;
    expect(brief(facts({ answers: [late] }))).toEqual(["silence 2026-09-22 2026-10-02"]);
    expect(brief(facts({ promises: [promise({ madeOn: "2026-10-01", dueOn: "2027-01-01" })] }))).toEqual([
      "silence 2026-09-22 2026-10-01",
    ]);
    expect(brief(facts({ explainedOn: "2026-09-30" }))).toEqual(["silence 2026-09-22 2026-09-30"]);
  });

  it("has none when the answer came in time, is not due, or its day is unknown", () => {
    expect(brief(facts({ answers: [{ on: "2026-09-22", kind: "substantive" }] }))).toEqual([]);
    expect(brief(facts({ answerDueOn: today }))).toEqual([]);
    expect(brief(facts({ answerDueOn: null }))).toEqual([]);
    expect(brief(facts({ answers: [{ on: null, kind: "substantive" }] }))).toEqual([]);
  });

  it("is not stopped by updates or dropped promises, and a cancelled one owes nothing", () => {
    const update = { on: "2026-10-01", kind: "update" } as const;
    const dropped = promise({ madeOn: "2026-09-25", state: "dropped" });
    expect(brief(facts({ answers: [update], promises: [dropped] }))).toEqual([`silence 2026-09-22 ${today}`]);
    expect(brief(facts({ cancelledOn: "2026-06-01" }))).toEqual([]);
  });

  it("gives a late promise its own wedge, a disputed one from the day it was said to be done", () => {
    const answered = { answers: [{ on: "2026-09-01", kind: "substantive" }] } as const;
    const late = promise({ madeOn: "2026-09-01", state: "late" });
    expect(brief(facts({ ...answered, promises: [late] }))).toEqual([`late 2026-10-16 ${today}`]);
    const disputed = promise({ madeOn: "2026-09-01", doneOn: "2026-10-01", state: "disputed" });
    expect(brief(facts({ ...answered, promises: [disputed] }))).toEqual([`late 2026-10-01 ${today}`]);
  });
});

describe("marksOf", () => {
  it("counts facts of one kind on one day once, and keeps a moved date's first place", () => {
    const two = [promise({ firstDueOn: "2026-08-31" }), promise({})];
    const marks = marksOf(facts({ promises: two, firstAnswerDueOn: "2026-09-01" }));
    expect(marks).toContainEqual({ kind: "promise_open", on: "2026-10-16", count: 2 });
    expect(marks).toContainEqual({ kind: "promise_first", on: "2026-08-31", count: 1 });
    expect(marks).toContainEqual({ kind: "first_due", on: "2026-09-01", count: 1 });
  });

  it("ends the thread at the last action when all is done, without a today", () => {
    const done = promise({ madeOn: "2026-09-01", doneOn: "2026-10-01", state: "done" });
    expect(marksOf(facts({ promises: [done] })).map((mark) => mark.kind)).not.toContain("today");
    const drawing = drawThread(facts({ promises: [done] }), ownScale(facts()), {
      width: 360,
      height: 24,
      rtl: false,
    });
    const end = drawing.marks.find((mark) => mark.kind === "done")?.x ?? 0;
    expect(Math.max(...drawing.stretches.map((stretch) => stretch.x2))).toBe(end);
  });

  it("shows only that a cancelled one was asked and called off", () => {
    expect(marksOf(facts({ cancelledOn: "2026-06-01" })).map((mark) => mark.kind)).toEqual([
      "asked",
      "cancelled",
    ]);
  });
});

describe("drawThread", () => {
  const frame = { width: 360, height: 24, rtl: false };

  it("leaves the line out where there is silence, and keeps every shape inside", () => {
    const drawing = drawThread(facts(), ownScale(facts()), frame);
    const wedge = drawing.wedges[0];
    expect(drawing.stretches).toEqual([{ kind: "lived", x1: 9, x2: wedge?.x1 }]);
    expect(wedge?.x2).toBe(351);
    expect(wedge?.half).toBeLessThanOrEqual(11);
  });

  it("widens with time", () => {
    const half = (due: string) =>
      drawThread(facts({ answerDueOn: due }), ownScale(facts()), frame).wedges[0]?.half ?? 0;
    expect(half("2026-07-20")).toBeGreaterThan(half("2026-09-22"));
    expect(half("2026-09-22")).toBeGreaterThan(half("2026-11-11"));
  });

  it("mirrors every place in right-to-left", () => {
    const scale = ownScale(facts());
    const plain = drawThread(facts(), scale, frame);
    const mirrored = drawThread(facts(), scale, { ...frame, rtl: true });
    expect(mirrored.marks.map((mark) => Math.round((360 - mark.x) * 10) / 10)).toEqual(
      plain.marks.map((mark) => mark.x),
    );
    expect(mirrored.wedges[0]?.x2).toBe(9);
  });

  it("runs on, dashed, to what is still to come", () => {
    const given = facts({ answerDueOn: "2027-01-10" });
    const drawing = drawThread(given, ownScale(given), frame);
    expect(drawing.stretches.at(-1)).toMatchObject({ kind: "ahead", x2: 351 });
  });

  it("draws one that is still to come as ahead alone", () => {
    const given = facts({
      askedOn: "2026-11-20",
      startsOn: "2026-12-05",
      endsOn: "2026-12-05",
      answerDueOn: null,
    });
    const kinds = drawThread(given, ownScale(given), frame).stretches.map((stretch) => stretch.kind);
    expect(kinds).toEqual(["lived", "ahead"]);
  });

  it("keeps two px of a wedge visible on a long axis", () => {
    expect(wedgePath({ x1: 100, x2: 100.2, half: 5 }, 12)).toBe("M98.2 11L100.2 7V17L98.2 13Z");
  });
});

describe("scales", () => {
  it("cover all rows, hold older dates at the start, and look ahead by a third at most", () => {
    const old = facts({ askedOn: "2009-01-01" });
    const ahead = facts({ answerDueOn: "2035-01-01" });
    const scale = threadScale([old, ahead], today);
    expect(scale.from).toBe("2021-11-23");
    expect(placeOn(scale, 360, false)("2009-01-01")).toEqual({ x: 9, beyond: "before" });
    expect(placeOn(scale, 360, false)("2035-01-01")).toEqual({ x: 351, beyond: "after" });
    expect(scale.to).toBe("2029-05-24");
  });

  it("tick on first days of months, January as the year", () => {
    expect(axisTicks({ from: "2025-12-15", to: "2026-11-23" })).toEqual([
      { on: "2026-01-01", unit: "year" },
      { on: "2026-04-01", unit: "month" },
      { on: "2026-07-01", unit: "month" },
      { on: "2026-10-01", unit: "month" },
    ]);
  });
});

describe("placeLabels", () => {
  const room = { width: 300, depth: 2, slack: -6, gap: 10, optionalFrom: 6 } as const;
  const wish = (id: string, x: number, rank = 1) => ({ id, x, width: 80, rank });

  it("moves neighbours to other lanes rather than over each other", () => {
    const places = placeLabels([wish("a", 150), wish("b", 155), wish("c", 196, 2)], room);
    expect(places?.map((place) => place.lane)).toEqual([1, -1, 2]);
    for (const a of places ?? []) {
      for (const b of places ?? []) {
        if (a !== b && a.lane === b.lane) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(90);
      }
    }
  });

  it("keeps labels inside the drawing", () => {
    expect(placeLabels([wish("a", 2), wish("b", 299)], room)).toEqual([
      { id: "a", x: 40, lane: 1 },
      { id: "b", x: 260, lane: 1 },
    ]);
  });

  it("leaves out what may be left out, and gives up when something else finds no room", () => {
    const crowd = (rank: number) =>
      Array.from({ length: 6 }, (_, index) => wish(String(index), 150 + index, rank));
    expect(placeLabels(crowd(1), room)).toBeNull();
    expect(placeLabels(crowd(7), room)?.length).toBeLessThan(6);
  });
});
