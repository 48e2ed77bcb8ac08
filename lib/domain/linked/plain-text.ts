import { isStorable } from "@/lib/domain/storable-text";

// What strangers' pages say comes as HTML. It is read for its words alone, and what comes out is only ever shown as text:
// a mistake in here can make words ugly, and nothing else.

/** The most of a page's text that is looked at, in characters. */
const LONGEST_HTML = 400_000;

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  pound: "£",
  euro: "€",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
};

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "";
}

/** Cut between words. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`.toWellFormed();
}

/** Plain text of at most `longest` characters: no control characters, nothing that turns the reading direction round. */
export function tidyText(text: string, longest: number): string {
  const tidy = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|\p{Bidi_Control}|[\u200b\ufeff]/gu, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const short = shortened(tidy, longest);
  return isStorable(short) ? short : "";
}

/** The words of a piece of HTML, paragraphs apart and points of lists on lines of their own. */
export function plainText(html: string, longest: number): string {
  const text = html
    .slice(0, LONGEST_HTML)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/<li\b[^<>]*>/gi, "\n- ")
    .replace(/<br\b[^<>]*>|<\/(?:li|tr|dt|dd)\s*>/gi, "\n")
    .replace(/<\/?(?:p|div|ul|ol|h[1-6]|table|section|article|blockquote|figure)\b[^<>]*>/gi, "\n\n")
    .replace(/<[a-z/!?][^<>]*>?/gi, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity);
  return tidyText(text, longest).replace(/\n\n- /g, "\n- ");
}
