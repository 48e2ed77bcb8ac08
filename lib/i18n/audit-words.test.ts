import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { AUDIT_GROUPS, AUDIT_KINDS, isAuditKind, kindsOf } from "@/lib/domain/audit-kinds";
import { AUDIT_PLACES, type AuditLine } from "@/lib/domain/audit-line";
import { fieldNames, sentenceKey, sentenceValues } from "./audit-words";
import { catalogueFor } from "./catalogue";
import { LOCALES } from "./locales";

const kinds = Object.keys(AUDIT_KINDS).filter(isAuditKind);

function wordsOf(locale: (typeof LOCALES)[number]) {
  const problems: string[] = [];
  const t = createTranslator({
    locale,
    messages: catalogueFor(locale),
    namespace: "audit",
    onError: (error) => problems.push(error.message),
  });
  return { t, problems };
}

/** Stands in for the details of any event: every number is 3, every key is a word. */
const values = new Proxy<Record<string, string | number>>(
  {},
  { get: (_, key) => (key === "name" ? "Amina" : key === "title" ? "“Housing”" : 3), has: () => true },
);

describe.each(LOCALES)("the record of changes in %s", (locale) => {
  it.each(kinds)("has a sentence for %s: write audit.event.<kind> in the catalogue", (kind) => {
    const { t, problems } = wordsOf(locale);
    const message = messageOf(locale, kind);
    const sentence = t.markup(`event.${kind}`, {
      ...Object.fromEntries(placeholdersOf(message).map((name) => [name, values[name] ?? 3])),
      who: (chunks) => chunks,
      what: (chunks) => chunks,
    });
    expect(problems).toEqual([]);
    // What nobody did has nobody in it.
    if (message.includes("{name}")) expect(sentence).toContain("Amina");
    if (AUDIT_KINDS[kind].subject !== "none") expect(sentence).toContain("“Housing”");
  });

  it("has words for whatever is gone and whoever acted", () => {
    const { t, problems } = wordsOf(locale);
    for (const { subject } of Object.values(AUDIT_KINDS)) expect(t(`gone.${subject}`)).toBeTruthy();
    for (const place of AUDIT_PLACES)
      for (const name of [null, "Amina"]) {
        const line: AuditLine = {
          id: "1",
          at: new Date(0),
          kind: null,
          actor: { place, name },
          through: null,
          thing: { type: "none", title: null, path: null },
          values: {},
          fields: [],
        };
        expect(
          t.markup(sentenceKey(line), {
            ...sentenceValues(t, { date: (on) => on }, line),
            who: (x) => x,
            what: (x) => x,
          }),
        ).toBeTruthy();
      }
    expect(problems).toEqual([]);
  });

  it("names the fields that changed, each once, and no field by its key", () => {
    const { t } = wordsOf(locale);
    expect(fieldNames(t, ["people_members", "brought_media", "body_3", "role_1", "no_such"])).toEqual([
      t("field.people"),
      t("field.officials"),
      t("field.other"),
    ]);
  });
});

function messageOf(locale: (typeof LOCALES)[number], kind: string): string {
  const found = kind
    .split(".")
    .reduce<unknown>(
      (tree, part) => (typeof tree === "object" && tree !== null ? Reflect.get(tree, part) : undefined),
      catalogueFor(locale).audit.event,
    );
  return String(found);
}

/** The names a message asks for. */
function placeholdersOf(message: string): string[] {
  return [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? "");
}

describe("groups", () => {
  it("hold every kind once", () => {
    expect(AUDIT_GROUPS.flatMap(kindsOf).sort()).toEqual([...kinds].sort());
  });
});
