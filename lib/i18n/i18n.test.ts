import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { catalogueFor } from "./catalogue";
import { createFormats } from "./format";
import { chooseLocale, directionOf } from "./locales";
import { fillCatalogue } from "./messages/fill";
import { pseudoMessage } from "./messages/pseudo";

const words = createTranslator({ locale: "en", messages: catalogueFor("en"), namespace: "common" });
const formats = createFormats("en", (key, values) => words(key, values));

describe("formats", () => {
  it("writes dates out, whatever the machine's time zone", () => {
    expect(formats.date("2026-03-04")).toBe("4 March 2026");
    expect(formats.weekdayDate("2026-11-23")).toBe("Monday 23 November 2026");
    expect(formats.dayMonth("2026-01-01")).toBe("1 January");
    expect(formats.dateRange("2026-06-08", "2026-06-30")).toBe("8 June 2026 to 30 June 2026");
    expect(formats.dateRange("2026-06-08", "2026-06-08")).toBe("8 June 2026");
  });

  it.each([
    [0, "0 hours"],
    [0.5, "½ hour"],
    [1, "1 hour"],
    [1.5, "1½ hours"],
    [2.25, "2¼ hours"],
    [2.1, "2.1 hours"],
    [54, "54 hours"],
    [412.5, "413 hours"],
    [1234, "1,234 hours"],
  ])("says %d as %s", (hours, said) => {
    expect(formats.hours(hours)).toBe(said);
  });

  it.each([
    [90, "1½ hours"],
    [20, "20 minutes"],
    [100, "100 minutes"],
    [1, "1 minute"],
  ])("%i minutes are %s", (minutes, said) => {
    expect(formats.minutes(minutes)).toBe(said);
  });

  it.each([
    [1, "1 day"],
    [61, "61 days"],
    [365, "365 days"],
    [730, "2 years"],
    [456, "1 year and 3 months"],
  ])("says %d days as %s", (days, said) => {
    expect(formats.days(days)).toBe(said);
  });

  it("writes numbers and shares", () => {
    expect(formats.number(5048)).toBe("5,048");
    expect(formats.percent(0.288)).toBe("29%");
  });
});

describe("Arabic formats", () => {
  const ar = createTranslator({ locale: "ar", messages: catalogueFor("ar"), namespace: "common" });
  const arabic = createFormats("ar", (key, values) => ar(key, values));

  it("write dates out with the digits of British papers", () => {
    expect(arabic.dir).toBe("rtl");
    expect(arabic.date("2026-03-04")).toBe("4 مارس 2026");
    expect(arabic.weekdayDate("2026-11-23")).toBe("الاثنين 23 نوفمبر 2026");
    expect(arabic.dateRange("2026-06-08", "2026-06-30")).toBe("من 8 يونيو 2026 إلى 30 يونيو 2026");
    expect(arabic.moment(new Date("2026-11-22T18:05:00Z"), "Europe/London")).toBe("22 نوفمبر 2026، 6:05 م");
    expect(arabic.number(5048)).toBe("5,048");
  });

  it.each([
    [0, "0 يوم"],
    [1, "يوم واحد"],
    [2, "يومان"],
    [3, "3 أيام"],
    [11, "11 يومًا"],
    [61, "61 يومًا"],
    [100, "100 يوم"],
    [103, "103 أيام"],
    [426, "سنة وشهران"],
  ])("say %d days as %s", (days, said) => {
    expect(arabic.days(days)).toBe(said);
  });

  it.each([
    [0.5, "½ ساعة"],
    [1.5, "\u20661½\u2069 ساعة"],
    [2, "ساعتان"],
    [5, "5 ساعات"],
    [412.5, "413 ساعة"],
  ])("say %d hours as %s", (hours, said) => {
    expect(arabic.hours(hours)).toBe(said);
  });
});

describe("a translation that lacks a message", () => {
  it("shows it marked, never as if it were finished", () => {
    const filled = fillCatalogue({ a: { b: "Save", c: "Undo" }, d: "Home" }, { a: { b: "حفظ" } });
    expect(filled).toEqual({ a: { b: "حفظ", c: "Ûûñðó" }, d: "Ĥóómé" });
  });
});

describe("chooseLocale", () => {
  it.each([
    [undefined, null, "en"],
    ["en", "ar", "en"],
    ["ar", "en", "ar"],
    ["ar-XB", null, "ar-XB"],
    ["xx", "fr;q=0.9, en;q=0.1", "en"],
    [undefined, "ar-SY,ar;q=0.9,en;q=0.8", "ar"],
    [undefined, "fr", "en"],
  ])("cookie %s and header %s give %s", (cookie, header, locale) => {
    expect(chooseLocale(cookie, header)).toBe(locale);
  });

  it("knows which way a language runs", () => {
    expect(["en", "ar", "ar-XB", "ckb"].map(directionOf)).toEqual(["ltr", "rtl", "rtl", "rtl"]);
  });
});

describe("the pseudo language", () => {
  it("accents and lengthens words, and keeps placeholders, branches and tags", () => {
    expect(pseudoMessage("Save <b>{name}</b>")).toBe("Šáávé <b>{name}</b>");
    expect(pseudoMessage("{count, plural, one {# day} other {# days for {name}}}")).toBe(
      "{count, plural, one {# ðááý} other {# ðááýš fóóŕ {name}}}",
    );
    expect(pseudoMessage("{on, date, long}")).toBe("{on, date, long}");
  });

  it("still formats every kind of message", () => {
    const t = createTranslator({ locale: "ar-XB", messages: catalogueFor("ar-XB"), namespace: "common" });
    expect(t("days", { count: 61 })).toMatch(/ðááýš/);
  });
});
