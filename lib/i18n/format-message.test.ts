import { _createCache, _createIntlFormatters } from "use-intl/core";
import original from "use-intl/format-message";
import { describe, expect, it } from "vitest";
import { catalogueFor } from "./catalogue";
import formatMessage from "./format-message";

/** Every message of a catalogue under its key. */
function messagesOf(group: object, path = ""): [string, string][] {
  return Object.entries(group).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : messagesOf(value, `${path}${key}.`),
  );
}

/** A value for each name a message asks for; a number where it chooses by one. */
function valuesFor(
  message: string,
  number: number,
): Record<string, string | number | ((chunks: unknown) => string)> {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)];
  const tags = [...message.matchAll(/<(\w+)>/g)];
  return {
    ...Object.fromEntries(tags.map(([, name = ""]) => [name, (chunks: unknown) => `[${chunks}]`])),
    ...Object.fromEntries(
      names.map(([, name = "", kind]) => [
        name,
        kind === "plural" || kind === "number" ? number : `a ${name}`,
      ]),
    ),
    ...Object.fromEntries(
      names.flatMap(([, name = "", kind]) => (kind === "plural" ? [[name, number]] : [])),
    ),
  };
}

describe("messages compiled once", () => {
  it.each(["en", "ar"] as const)("read in %s as next-intl's own writes them", (locale) => {
    const options = () => {
      const cache = _createCache();
      return { cache, formatters: _createIntlFormatters(cache), locale, timeZone: "UTC" };
    };
    const all = messagesOf(catalogueFor(locale));
    expect(all.length).toBeGreaterThan(1000);
    const plain = options();
    for (const [key, message] of all)
      for (const number of [0, 1, 2, 5, 11, 1234]) {
        const values = valuesFor(message, number);
        expect(String(formatMessage(key, message, values, plain)), key).toBe(
          String(original(key, message, values, plain)),
        );
      }
  });

  it("says where a group of messages was taken for one", () => {
    const cache = _createCache();
    const options = { cache, formatters: _createIntlFormatters(cache), locale: "en" };
    expect(() => formatMessage("thread", Object.create(null), {}, options)).toThrow("thread");
  });
});
