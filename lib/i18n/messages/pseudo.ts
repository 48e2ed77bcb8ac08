/** Letters that common fonts have with an accent; the others stay as they are. */
const PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ";
const WITH_ACCENT = "áçðéĝĥîĵķļñóŕšţûŵýžÁÇÐÉĜĤÎĴĶĻÑÓŔŠŢÛŴÝŽ";
const ACCENTED = new Map([...PLAIN].map((letter, index) => [letter, WITH_ACCENT[index] ?? letter]));

const VOWELS = "aeiouAEIOU";

/** Accents a run of plain text and lengthens it by doubling each word's first vowel. */
function accent(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    let lengthened = false;
    return [...word]
      .map((letter) => {
        const accented = ACCENTED.get(letter) ?? letter;
        if (lengthened || !VOWELS.includes(letter)) return accented;
        lengthened = true;
        return accented + accented.toLowerCase();
      })
      .join("");
  });
}

/** The index just after the brace that closes the one at `open`. */
function closing(message: string, open: number): number {
  let depth = 0;
  for (let i = open; i < message.length; i++) {
    if (message[i] === "{") depth++;
    if (message[i] === "}" && --depth === 0) return i + 1;
  }
  return message.length;
}

/** An ICU argument `{…}`: names and keywords stay, the words inside plural and select branches change. */
function pseudoArgument(argument: string): string {
  const branching = /^\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/.exec(argument);
  if (!branching) return argument;
  let out = branching[0];
  for (let i = branching[0].length; i < argument.length; ) {
    if (argument[i] !== "{") {
      out += argument[i++];
      continue;
    }
    const end = closing(argument, i);
    out += `{${pseudoMessage(argument.slice(i + 1, end - 1))}}`;
    i = end;
  }
  return out;
}

/** One ICU message with its words accented and lengthened; placeholders, tags and syntax untouched. */
export function pseudoMessage(message: string): string {
  let out = "";
  for (let i = 0; i < message.length; ) {
    if (message[i] === "{") {
      const end = closing(message, i);
      out += pseudoArgument(message.slice(i, end));
      i = end;
      continue;
    }
    const tag = /^<\/?\w+\s*\/?>/.exec(message.slice(i));
    if (tag) {
      out += tag[0];
      i += tag[0].length;
      continue;
    }
    let end = i + 1;
    while (end < message.length && message[end] !== "{" && message[end] !== "<") end++;
    out += accent(message.slice(i, end));
    i = end;
  }
  return out;
}

type Tree = { readonly [key: string]: string | Tree };

/** A whole catalogue put into the pseudo language, with the same keys. */
export function pseudoCatalogue<T extends Tree>(tree: T): T;
export function pseudoCatalogue(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : pseudoCatalogue(value),
    ]),
  );
}
