// White space, and the zero-width characters that trim() leaves: they make equal keys differ.
const EDGE = /[\s\u200B\u200E\u200F\u2060\uFEFF]/;
// Half of a surrogate pair on its own; PostgreSQL refuses it. The u flag leaves whole pairs alone.
const LONE_SURROGATE = /\p{Surrogate}/gu;
// NUL (PostgreSQL refuses it) and the other control characters but tab and line breaks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
// The apostrophe our own sheet of refused rows puts before what a spreadsheet would run as a formula.
const GUARD = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;

/** Words over several lines: NFC, no NUL, control characters or half surrogates, `\n` line breaks, trimmed. */
export function cleanText(value: string): string {
  const text = value
    .replace(GUARD, "")
    .replace(LONE_SURROGATE, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(CONTROL, "")
    .normalize("NFC");
  // By hand: an expression that looks for white space at the end takes quadratic time over a long run in the middle.
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Words on one line: as `cleanText`, and any run of white space becomes one space. */
export function cleanLine(value: string): string {
  return cleanText(value).replace(/\s+/g, " ");
}

/** At most `max` characters of a raw cell to show beside a refusal; never half a surrogate pair. */
export function excerpt(value: string, max = 200): string {
  const clean = cleanText(value);
  if (clean.length <= max) return clean;
  return `${clean.slice(0, max).replace(LONE_SURROGATE, "")}…`;
}

/** For comparing words people typed: no case, accents, punctuation or camelCase; single spaces. */
export function comparable(value: string): string {
  return cleanLine(value)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// Topics whose own name holds a comma, so that a comma-separated list does not tear them apart.
const WITH_COMMA = /safety, hate crime and discrimination/gi;

/**
 * The entries of a list in one cell, without repeats. `;`, `|` and line breaks part entries;
 * with `commas` a cell that has none of these is parted at commas (names of bodies hold commas, topics rarely).
 */
export function splitList(value: string, commas: boolean): string[] {
  const text = cleanText(value);
  const strong = /[;|\n]/.test(text);
  const parts =
    strong || !commas
      ? text.split(/[;|\n]/)
      : text
          .replace(WITH_COMMA, (name) => name.replace(",", "\u0001"))
          .split(/[,،、]/)
          .map((part) => part.replace("\u0001", ","));
  const seen = new Map<string, string>();
  for (const part of parts) {
    const entry = cleanLine(part);
    const key = entry.toLowerCase();
    if (entry && !seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}
