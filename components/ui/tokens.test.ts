import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The custom properties of the first `:root` block after `from`. */
function tokensAfter(from: string): Record<string, string> {
  const block = /:root \{([^}]*)\}/.exec(css.slice(css.indexOf(from)))?.[1] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const HUES = ["plum", "amber", "orange", "blue", "green", "slate", "grey", "teal", "red"];

const TEXT: [text: string, on: string][] = [
  ...["ink", "ink-2", ...HUES].flatMap((text): [string, string][] =>
    ["paper", "card", "sunken"].map((on) => [text, on]),
  ),
  ...HUES.map((hue): [string, string] => [hue, `${hue}-soft`]),
  ...["green-soft", "blue-soft", "red-soft", "teal-soft"].map((on): [string, string] => ["ink", on]),
  ["on-teal", "teal"],
  ["on-teal", "teal-strong"],
  ["on-red", "red"],
];

const LINES: [line: string, on: string][] = ["line-strong", "thread", "focus", ...HUES].flatMap(
  (line): [string, string][] => [
    [line, "paper"],
    [line, "card"],
  ],
);

describe.each([
  ["light", tokensAfter(":root {")],
  ["dark", tokensAfter("prefers-color-scheme: dark")],
])("%s colours", (_theme, tokens) => {
  const ratio = (a: string, b: string) => contrast(tokens[a] ?? "#000000", tokens[b] ?? "#000000");

  it.each(TEXT)("%s is readable on %s", (text, on) => {
    expect(ratio(text, on)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LINES)("lines of %s are seen on %s", (line, on) => {
    expect(ratio(line, on)).toBeGreaterThanOrEqual(3);
  });
});
