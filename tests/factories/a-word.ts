import { randomBytes } from "node:crypto";

/**
 * A word nobody wrote before, 12 letters of a to p: random, so that names made with it never meet. Letters alone,
 * because letters with figures can look like a postcode, which a record refuses.
 */
export function aWord(): string {
  return [...randomBytes(6).toString("hex")]
    .map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)])
    .join("");
}
