/** `text`: the cell holds words but no link, as registers often do ("TBD", the name of a page). */
export type LinkReading =
  | { readonly link: string }
  | { readonly text: string }
  | { readonly problem: "not_a_url" | "too_long" };

const WITHIN = /https?:\/\/[^\s<>"]+/i;
const HOST_ONLY = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
// What a browser would do something with that is not opening a page; never stored, never explained away.
const OTHER_SCHEME = /^(?:javascript|data|vbscript|file|blob|about|mailto|tel|ftp):/i;

/**
 * A link as people write it: `https://…`, `www.…`, or the first link in a sentence.
 * @param text the cell, not empty
 * @param max longest link, in characters
 * @returns an http or https address; the words when there is none; or why it is refused
 */
export function readLink(text: string, max: number): LinkReading {
  // Browsers drop white space and control characters inside a scheme, so the check does too.
  if (OTHER_SCHEME.test(text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ""))) return { problem: "not_a_url" };
  const within = WITHIN.exec(text)?.[0];
  const found = within === undefined ? undefined : withoutSentence(within);
  const candidate = found ?? (text.length <= max && HOST_ONLY.test(text) ? `https://${text}` : null);
  if (!candidate) return { text };
  if (candidate.length > max) return { problem: "too_long" };
  if (!URL.canParse(candidate)) return found === text ? { problem: "not_a_url" } : { text };
  // A name and password in an address can make it look like another site.
  const url = new URL(candidate);
  if (url.username || url.password) return { problem: "not_a_url" };
  return { link: candidate };
}

/** A link without what belongs to the sentence round it: closing marks, and a closing bracket it did not open. */
function withoutSentence(link: string): string {
  let end = link.length;
  while (
    end > 0 &&
    (".,;:!?'”’".includes(link.charAt(end - 1)) || (link.charAt(end - 1) === ")" && !link.includes("(")))
  ) {
    end -= 1;
  }
  return link.slice(0, end);
}
