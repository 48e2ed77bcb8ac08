import { describe, expect, it } from "vitest";
import { isStorable, storableJson } from "./storable-text";

describe("what can be kept", () => {
  it.each(["", "plain", "سلام", "👩‍👩‍👧", "back\\slash u0000", "\uFFFD", "\uFEFF"])("%j can", (text) => {
    expect(isStorable(text)).toBe(true);
    expect(JSON.parse(storableJson({ text }))).toEqual({ text });
  });

  it.each([
    ["a\u0000b", "a\uFFFDb"],
    ["\ud800", "\uFFFD"],
    ["x\udc00\ud800y", "x\uFFFD\uFFFDy"],
    ["\\u0000\u0000", "\\u0000\uFFFD"],
    ["\\\\\ud83d", "\\\\\uFFFD"],
  ])("%j cannot, and is marked in a draft", (text, marked) => {
    expect(isStorable(text)).toBe(false);
    expect(JSON.parse(storableJson({ [text]: [text] }))).toEqual({ [marked]: [marked] });
  });
});
