export type NumberReading =
  | { readonly number: number }
  | { readonly problem: "not_a_number" | "not_whole" | "too_many_decimals" | "too_small" | "too_big" };

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** 0 for whole numbers. */
  readonly decimals?: number;
}

// 1,234 or 1 234 567.50; then 1234, 12.5 and 12,5 (a comma before one or two digits is a decimal comma).
const GROUPED = /^[+-]?\d{1,3}(?:[ ,'’]\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[+-]?\d+(?:\.\d+|,\d{1,2})?$/;
const MONEY = /^(?:£|\$|€|gbp|usd|eur|cad) ?|(?: ?(?:£|\$|€|gbp|usd|eur|cad))$/gi;

/**
 * A number as people write it in a sheet: thousands marks, a decimal comma, a currency sign.
 * @param text the cell, not empty
 * @returns the number, or why it cannot be used
 */
export function readNumber(text: string, limits: NumberLimits): NumberReading {
  const plain = text
    .slice(0, 60)
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\u2212/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(MONEY, "");
  const digits = GROUPED.test(plain)
    ? plain.replace(/[ ,'’]/g, "")
    : PLAIN.test(plain)
      ? plain.replace(",", ".")
      : null;
  if (digits === null) return { problem: "not_a_number" };
  const number = Number(digits);
  const decimals = (digits.split(".")[1] ?? "").replace(/0+$/, "").length;
  if (limits.decimals === 0 && decimals > 0) return { problem: "not_whole" };
  if (limits.decimals !== undefined && decimals > limits.decimals) return { problem: "too_many_decimals" };
  if (limits.min !== undefined && number < limits.min) return { problem: "too_small" };
  if (limits.max !== undefined && number > limits.max) return { problem: "too_big" };
  return { number: number === 0 ? 0 : number };
}
