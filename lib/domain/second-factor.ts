/** How long a shown second factor counts as fresh enough for a dangerous act. Seconds. */
export const FRESH_SECONDS = 10 * 60;
/** How many recovery codes there are at first. */
export const RECOVERY_CODES = 10;

/** Letters and digits that are not taken for each other when they are read from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP = 4;

/** A recovery code from random bytes, one for each of its twelve letters: `k7mp-2xwd-q9ra`, some 59 bits. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  const letters = [...bytes].slice(0, GROUPS * GROUP).map((byte) => LETTERS[byte % LETTERS.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(""),
  ).join("-");
}

/** What somebody typed into the one field for codes. */
export type TypedCode = { kind: "app"; code: string } | { kind: "recovery"; code: string };

const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Reads six figures of an app, or a recovery code, however they are spaced; null for anything else. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .toLowerCase()
    .replace(/[\s\-–]/g, "");
  if (/^\d{6}$/.test(plain)) return { kind: "app", code: plain };
  if (plain.length !== GROUPS * GROUP || [...plain].some((letter) => !LETTERS.includes(letter))) return null;
  return { kind: "recovery", code: plain };
}

/** Where an address of ours may lead back to after the code page: a page of the admins, else their first one. */
export function nextAdminPath(asked: unknown): string {
  const path = typeof asked === "string" ? asked : "";
  return /^\/(?:admin|w)(?:[/?][^\\]*)?$/.test(path) && !path.startsWith("/admin/second-factor")
    ? path
    : "/admin";
}
