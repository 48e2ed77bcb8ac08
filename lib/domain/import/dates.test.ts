import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectDateOrder } from "@/lib/domain/import/date-order";
import { type DateOrder, READABLE_ORDERS, readDate } from "@/lib/domain/import/dates";
import { fromDayNumber, isPlainDate } from "@/lib/domain/plain-date";

const DAY = fc.integer({ min: -25_567, max: 84_000 }).map(fromDayNumber);
const ORDER = fc.constantFrom<DateOrder>("ymd", "dmy", "mdy", "auto");

function read(text: string, order: DateOrder = "auto", serials = false): string {
  const reading = readDate(text, order, { serials });
  return "date" in reading ? reading.date : reading.problem;
}

describe("readDate", () => {
  it("reads every month as Arabic writes it, by both sets of names", () => {
    const eastern = Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat("ar-SY-u-nu-latn", { dateStyle: "long" }).format(new Date(2026, month, 9)),
    );
    const western = Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat("ar-EG-u-nu-arab", { dateStyle: "long" }).format(new Date(2026, month, 9)),
    );
    const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-09`);
    expect(eastern.map((text) => read(text))).toEqual(days);
    expect(western.map((text) => read(text))).toEqual(days);
  });

  it.each([
    "2026-03-04",
    "2026/3/4",
    "2026.03.04",
    "20260304",
    "2026-03-04T23:59:59Z",
    "2026-03-04T00:00:00.000+13:00",
    "2026-03-04 10:30",
    "4 March 2026",
    "4th of March, 2026",
    "Wednesday, 4 March 2026",
    "Wed 4 Mar 2026 at 10:00 am",
    "Mar 4, 2026",
    "March 4th 2026",
    "4-Mar-26",
    "4.MAR.2026",
    "the 4th March 2026",
    "4 mars 2026",
    "2026 March 4",
    "  4\u00A0March\u00A02026 ",
    "٢٠٢٦-٠٣-٠٤",
    "4 مارس 2026",
    "٤ مارس ٢٠٢٦",
    "الأربعاء، 4 آذار 2026",
  ])("reads %s the same in every order", (text) => {
    for (const order of [...READABLE_ORDERS, "auto"] as const) expect(read(text, order)).toBe("2026-03-04");
  });

  it.each<[string, DateOrder, string]>([
    ["04/03/2026", "dmy", "2026-03-04"],
    ["04/03/2026", "mdy", "2026-04-03"],
    ["04/03/2026", "ymd", "not_a_date"],
    ["04/03/2026", "auto", "ambiguous_date"],
    ["25/03/2026", "auto", "2026-03-25"],
    ["03/25/2026", "auto", "2026-03-25"],
    ["05/05/2026", "auto", "2026-05-05"],
    ["25/03/2026", "mdy", "not_a_date"],
    ["26-03-04", "ymd", "2026-03-04"],
    ["26-03-04", "dmy", "2004-03-26"],
    ["04/03/99", "dmy", "1999-03-04"],
    ["3/4/2026 12:00:00 AM", "mdy", "2026-03-04"],
    ["31/02/2026", "dmy", "not_a_date"],
    ["29/02/2024", "dmy", "2024-02-29"],
    ["01/01/1850", "dmy", "year_out_of_range"],
    ["2300-01-01", "auto", "year_out_of_range"],
    ["Spring 2026", "auto", "not_a_date"],
    ["March 2026", "auto", "not_a_date"],
    ["TBC", "auto", "not_a_date"],
    ["4/3-2026", "dmy", "not_a_date"],
    ["0000-00-00", "auto", "not_a_date"],
  ])("reads %s as %s: %s", (text, order, expected) => {
    expect(read(text, order)).toBe(expected);
  });

  it("reads serial numbers only from spreadsheet files", () => {
    expect(read("46085", "auto", true)).toBe("2026-03-04");
    expect(read("46085.75", "dmy", true)).toBe("2026-03-04");
    expect(read("46085", "auto", false)).toBe("not_a_date");
    expect(read("12", "auto", true)).toBe("not_a_date");
  });

  it("gives back any day written in any order that is named", () => {
    fc.assert(
      fc.property(DAY, fc.constantFrom("-", "/", ".", " "), (day, mark) => {
        const [year, month, date] = day.split("-");
        expect(read([year, month, date].join(mark), "ymd")).toBe(day);
        expect(read([date, month, year].join(mark), "dmy")).toBe(day);
        expect(read([month, date, year].join(mark), "mdy")).toBe(day);
      }),
    );
  });

  it("never guesses: auto gives the day that was meant, or asks", () => {
    fc.assert(
      fc.property(DAY, fc.constantFrom("dmy", "mdy"), (day, order) => {
        const [year, month, date] = day.split("-");
        const text = (order === "dmy" ? [date, month, year] : [month, date, year]).join("/");
        expect([day, "ambiguous_date"]).toContain(read(text));
      }),
    );
  });

  it("gives a real day or a problem for any text, and never throws", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9/. -]{0,12}$/));
    fc.assert(
      fc.property(text, ORDER, fc.boolean(), (one, order, serials) => {
        const reading = readDate(one, order, { serials });
        if ("date" in reading) expect(isPlainDate(reading.date)).toBe(true);
      }),
    );
  });
});

describe("detectDateOrder", () => {
  it("finds the order one telling day gives away", () => {
    expect(detectDateOrder(["04/03/2026", "", "25/03/2026"])).toEqual({ kind: "order", order: "dmy" });
    expect(detectDateOrder(["04/03/2026", "03/25/2026"])).toEqual({ kind: "order", order: "mdy" });
    expect(detectDateOrder(["2026-03-04", "4 March 2026"])).toEqual({ kind: "order", order: "ymd" });
    expect(detectDateOrder(["2026-03-04", "25/03/2026"])).toEqual({ kind: "order", order: "dmy" });
  });

  it("asks when every sample reads in more than one order", () => {
    expect(detectDateOrder(["05/05/2026", "04/03/2026"])).toEqual({
      kind: "ambiguous",
      orders: ["dmy", "mdy"],
      example: "04/03/2026",
    });
    expect(detectDateOrder(["04/03/26"])).toEqual({
      kind: "ambiguous",
      orders: ["ymd", "dmy", "mdy"],
      example: "04/03/26",
    });
  });

  it("does not ask where the orders agree, and leaves out what is no date", () => {
    expect(detectDateOrder(["05/05/2026", "TBC"])).toEqual({ kind: "order", order: "dmy" });
    expect(detectDateOrder(["", "TBC"])).toEqual({ kind: "empty" });
  });

  it("says so when the samples contradict each other", () => {
    const finding = detectDateOrder(["25/03/2026", "03/25/2026"]);
    expect(finding.kind).toBe("contradictory");
    expect(finding.kind === "contradictory" && finding.examples).toEqual(["25/03/2026", "03/25/2026"]);
  });

  it("never settles on an order that reads a sample differently than it was written", () => {
    fc.assert(
      fc.property(
        fc.array(DAY, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("dmy", "mdy"),
        (days, order) => {
          const written = days.map((day) => {
            const [year, month, date] = day.split("-");
            return (order === "dmy" ? [date, month, year] : [month, date, year]).join("/");
          });
          const finding = detectDateOrder(written);
          if (finding.kind === "ambiguous") return;
          expect(finding.kind).toBe("order");
          if (finding.kind === "order")
            expect(written.map((text) => read(text, finding.order))).toEqual(days);
        },
      ),
    );
  });
});
