import type { Sighting } from "./identifier";
import { isPublicBodyDomain } from "./public-body-domains";

const LOCAL = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{M}\p{N}.-]/u;
/** "@", or the ways people write it to keep machines from reading it. */
const AT = /@| ?[[(] ?(?:at|@) ?[)\]] ?/giu;
const TOP_LEVEL = /^(?:xn--[a-z0-9-]{1,59}|[\p{L}\p{M}]{2,63})$/iu;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/** E-mail addresses. Works outwards from each "@" over a bounded number of characters: linear on any input. */
export function findEmails(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const at of text.matchAll(AT)) {
    const floor = Math.max(found.at(-1)?.end ?? 0, at.index - LONGEST_LOCAL);
    let start = at.index;
    while (start > floor && LOCAL.test(text[start - 1] ?? "")) start -= 1;
    while (start < at.index && /[.'/]/.test(text[start] ?? "")) start += 1;
    const afterAt = at.index + at[0].length;
    const ceiling = Math.min(text.length, afterAt + LONGEST_DOMAIN);
    let end = afterAt;
    while (end < ceiling && DOMAIN.test(text[end] ?? "")) end += 1;
    while (end > afterAt && /[.-]/.test(text[end - 1] ?? "")) end -= 1;
    const domain = domainOf(text.slice(afterAt, end));
    if (start === at.index || domain === null) continue;
    const official = isPublicBodyDomain(domain);
    found.push({
      kind: "email",
      start,
      end: afterAt + domain.length,
      ...(official && { official }),
    });
  }
  return found;
}

/** The longest run of labels that ends in a top-level name; null when there is none. */
function domainOf(typed: string): string | null {
  const labels = typed.split(".");
  const empty = labels.indexOf("");
  const whole = empty < 0 ? labels : labels.slice(0, empty);
  for (let count = whole.length; count >= 2; count -= 1)
    if (TOP_LEVEL.test(whole[count - 1] ?? "")) return whole.slice(0, count).join(".");
  return null;
}
