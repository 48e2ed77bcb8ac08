/**
 * The text as the patterns read it: digits of every script as 0–9, odd spaces and dashes as plain ones,
 * full-width letters as ASCII, Arabic-script spelling variants as one letter, invisible characters gone.
 */
export interface Readable {
  text: string;
  /** Where the span [start, end) of `text` stands in the original. */
  spanOf(start: number, end: number): { start: number; end: number };
}

/** Zero of each run of decimal digits outside ASCII and the compatibility forms. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
  0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x1e140, 0x1e2f0, 0x1e950,
];
const DIGIT = /\p{Nd}/u;
// Format characters (joiners, direction marks, soft hyphen), variation selectors, and the marks and
// stretches of Arabic script, which are typed or left out at will.
const UNSEEN = /\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
const ARABIC_MARK = /[\u0640\u064b-\u065f\u0670]/;
const SPACE = /[\p{Zs}\t]/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const COMPATIBLE = /[\ufe50-\ufe6f\uff00-\uffef\u{1d400}-\u{1d7ff}]/u;
const ARABIC_VARIANTS: Record<string, string> = {
  ى: "ی",
  ي: "ی",
  ك: "ک",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ة: "ه",
};

const PLAIN = /^[\x20-\x7e\r\n]*$/;

/** True when the text holds characters that nobody sees. */
export function hasUnseen(text: string): boolean {
  return !PLAIN.test(text) && UNSEEN.test(text);
}

/**
 * Reads `original`. Unseen characters vanish ("0770\u200b0900123" is one number), or stand as a space
 * where somebody used them to part words.
 */
export function readable(original: string, unseen: "" | " " = ""): Readable {
  if (PLAIN.test(original)) return { text: original, spanOf: (start, end) => ({ start, end }) };
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < original.length; ) {
    const point = original.codePointAt(at) ?? 0;
    const width = point > 0xffff ? 2 : 1;
    const written = readCharacter(point, original.slice(at, at + width), unseen);
    for (let unit = 0; unit < written.length; unit += 1) {
      from.push(at);
      to.push(at + width);
    }
    parts.push(written);
    at += width;
  }
  return {
    text: parts.join(""),
    spanOf: (start, end) => ({ start: from[start] ?? 0, end: to[end - 1] ?? 0 }),
  };
}

function readCharacter(point: number, character: string, unseen: "" | " "): string {
  if (point < 0x7f) return character === "\t" ? " " : character;
  if (ARABIC_MARK.test(character)) return "";
  if (UNSEEN.test(character)) return unseen;
  if (SPACE.test(character)) return " ";
  if (DASH.test(character)) return "-";
  if (COMPATIBLE.test(character)) {
    const plain = character.normalize("NFKC");
    return plain.length === 1 ? plain : character;
  }
  if (DIGIT.test(character)) {
    const zero = ZEROS.find((first) => point >= first && point <= first + 9);
    return zero === undefined ? character : String(point - zero);
  }
  return ARABIC_VARIANTS[character] ?? character;
}
