// NUL, and half of a character on its own (a lone surrogate): nothing that keeps text in UTF-8 can hold them, and
// PostgreSQL refuses both. No keyboard makes them; broken programs do.

/** Whether a text can be kept exactly as it is. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

// As JSON writes them. A pair of backslashes before the u is a backslash that somebody typed.
const IN_JSON = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON of what was typed, wherever it cannot be kept marked with U+FFFD: for a draft, which is shown and not the record. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replace(IN_JSON, (found) => (found === "\\\\" ? found : "\uFFFD"));
}
