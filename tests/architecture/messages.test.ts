import { describe, expect, it } from "vitest";
import { findUses } from "../../scripts/messages/find-uses";
import { compareKeys, judgeMessages } from "../../scripts/messages/judge";
import { judgeTranslation } from "../../scripts/messages/judge-translation";

const keysOf = (code: string) => findUses("x.tsx", code).keys.map(({ key }) => key);

describe("findUses", () => {
  it("follows translators however they are made", () => {
    const code = `
      export async function A() {
        const t = await getTranslations("one");
        const [locale, words] = await Promise.all([getLocale(), getTranslations({ locale, namespace: "two.part" })]);
        return [t("a"), t.rich("b", {}), words(ready ? "c" : "d"), useTranslations("three")("e"), translator("f")];
      }`;
    expect(keysOf(code)).toEqual(["one.a", "one.b", "two.part.c", "two.part.d", "three.e"]);
  });

  it("keeps translators of one name apart by function", () => {
    const code = `
      function A() { const t = useTranslations("one"); return t("a"); }
      function B() { const t = useTranslations("two"); return [1].map(() => t("b")); }`;
    expect(keysOf(code)).toEqual(["one.a", "two.b"]);
  });

  it("reads templates and declarations as patterns, and asks for one of them", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template inside the code that is read
    const template = "const t = useTranslations('standing'); t(`label.${key}`);";
    expect(findUses("x.ts", template).patterns).toEqual(["standing.label.*"]);
    expect(findUses("x.ts", "const t = useTranslations('form'); t(code);").problems).toHaveLength(1);
    expect(
      findUses("x.ts", "const owner = useTranslations('taxonomy.owner'); owner(value);").patterns,
    ).toEqual(["taxonomy.owner.*"]);
    const declared = "// messages: form.error.*, form.title\nconst t = useTranslations('form'); t(code);";
    expect(findUses("x.ts", declared)).toMatchObject({
      patterns: ["form.error.*", "form.title"],
      problems: [],
    });
  });

  it.each([
    "<p>Hello there</p>",
    '<p>{"Hello"}</p>',
    '<img alt="A picture" />',
    '<nav aria-label={"Menu"} />',
  ])("finds words written into JSX: %s", (jsx) => {
    expect(findUses("x.tsx", `export const A = () => ${jsx};`).problems).toHaveLength(1);
  });

  it.each(["<p> · {name}</p>", '<p className="text-ink" role="note" />', "<p>1</p>"])("lets %s be", (jsx) => {
    expect(findUses("x.tsx", `export const A = () => ${jsx};`).problems).toEqual([]);
  });
});

describe("judgeMessages", () => {
  it.each([
    ["", "empty"],
    ["Hello {name", "well-formed"],
    ["{count, plural, one {# day}}", "well-formed"],
    ["Your status", "avoid"],
    ["{count, plural, one {# interview} other {# talks}}", "avoid"],
  ])("refuses %j", (message, reason) => {
    expect(judgeMessages({ noun: { key: message } }).join()).toContain(reason);
  });

  it.each(["Ask {status} again", "{status, select, leave {Goes} other {Stays}}", "<link>Read</link> it"])(
    "accepts %j",
    (message) => {
      expect(judgeMessages({ noun: { key: message } })).toEqual([]);
    },
  );
});

describe("judgeTranslation", () => {
  const english = {
    noun: {
      days: "{count, plural, one {# day} other {# days}}",
      read: "<link>Read</link> {title}",
      gone: "Gone",
    },
  };
  const whole = {
    noun: {
      days: "{count, plural, one {يوم} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",
      read: "<link>اقرؤوا</link> {title}",
      gone: "انتهى",
    },
  };
  const judge = (change: Record<string, string>) =>
    judgeTranslation(english, { noun: { ...whole.noun, ...change } }, "ar").problems.join();

  it("accepts a whole one, with all the plurals of its language", () => {
    expect(judgeTranslation(english, whole, "ar")).toEqual({ missing: [], problems: [] });
  });

  it("names what is missing and what English does not have", () => {
    const { missing, problems } = judgeTranslation(english, { noun: { extra: "زيادة" } }, "ar");
    expect(missing).toEqual(["noun.days", "noun.read", "noun.gone"]);
    expect(problems).toEqual(["ar: noun.extra: not in English"]);
  });

  it.each([
    [{ days: "{count, plural, one {يوم} other {# يوم}}" }, "lacks few, many, two"],
    [{ read: "<link>اقرؤوا</link>" }, "values are none instead of title"],
    [{ read: "اقرؤوا {title}" }, "tags are none instead of link"],
    [{ gone: "" }, "empty"],
    [{ gone: "{count" }, "well-formed"],
    [{ gone: "رفض" }, "screens avoid"],
  ] satisfies [Record<string, string>, string][])("refuses %j", (change, reason) => {
    expect(judge(change)).toContain(reason);
  });
});

describe("compareKeys", () => {
  it("names what is missing, unused, and declared for nothing", () => {
    const known = new Set(["a.one", "a.two", "b.x.one"]);
    const asked = [
      { key: "a.one", where: "x.tsx:1" },
      { key: "a.three", where: "x.tsx:2" },
    ];
    expect(compareKeys(known, asked, ["b.x.*", "c.*"])).toEqual([
      "x.tsx:2: no message a.three",
      "nothing in the catalogue fits c.*",
      "a.two: unused",
    ]);
  });
});
