// What stands in a page that the framework answers without words, while scripts are off.
import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

const EMPTY = Buffer.from('<!DOCTYPE html><html id="__next_error__">');
const WITH_LANGUAGE = Buffer.from('<!DOCTYPE html><html id="__next_error__" lang="en">');
const BODY = Buffer.from("<body>");
/** Which words a status has, and where they lead to; an empty address is the page itself. */
const WORDS = new Map([
  [404, { title: "notFoundTitle", text: "notFoundText", link: "toStart", address: "/" }],
  [500, { title: "brokenTitle", text: "brokenPlain", link: "tryAgain", address: "" }],
]);
const STYLE = `body{max-width:38rem;margin:0 auto;padding:1rem;font:1.0625rem/1.6 system-ui,sans-serif}
section{margin-block:2rem}h1{font-size:1.5rem;line-height:1.25}a{display:inline-flex;min-height:44px;align-items:center}`;

const languages = [
  { language: "en", direction: "ltr" },
  { language: "ar", direction: "rtl" },
].map((one) => ({
  ...one,
  messages: JSON.parse(readFileSync(inRoot(`lib/i18n/messages/${one.language}/error.json`), "utf8")),
}));

function wordsOf({ title, text, link, address }, nonce) {
  const sections = languages.map(
    ({ language, direction, messages }) =>
      `<section lang="${language}" dir="${direction}"><h1>${messages[title]}</h1><p>${messages[text]}</p><p><a href="${address}">${messages[link]}</a></p></section>`,
  );
  return `<noscript><style nonce="${nonce}">${STYLE}</style><main>${sections.join("")}</main></noscript>`;
}

/**
 * The beginning of an answer (`bytes`) with the words of its status in it, when it begins a page without any; what it
 * was otherwise. `policy` is the answer's content security policy: the style has its nonce.
 */
export function withWords(status, policy, bytes) {
  const words = WORDS.get(status);
  if (!words || !bytes.subarray(0, EMPTY.length).equals(EMPTY)) return bytes;
  const body = bytes.indexOf(BODY);
  if (body < 0) return bytes;
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1] ?? "";
  const end = body + BODY.length;
  const head = bytes.subarray(EMPTY.length, end);
  return Buffer.concat([WITH_LANGUAGE, head, Buffer.from(wordsOf(words, nonce)), bytes.subarray(end)]);
}
