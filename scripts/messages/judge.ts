import { createTranslator, IntlErrorCode } from "use-intl/core";

export type Tree = { readonly [key: string]: string | Tree };

/** Words that frighten people who know them from immigration letters, or that blame. */
const AVOIDED =
  /\b(return(s|ed|ing)?|settled|leave|refusals?|removals?|interview(s|ed|er|ing)?|hearings?|status(es)?)\b/i;

/** A catalogue as `noun.part.key` → message. */
export function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === "string") flat.set(path, value);
    else for (const [inner, message] of flatten(value, path)) flat.set(inner, message);
  }
  return flat;
}

/** The words a person reads: without argument names, branch keywords and tags. */
function readable(message: string): string {
  return message
    .replace(/\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/g, " ")
    .replace(/(?:=\d+|\b\w+)\s*(?=\{)/g, " ")
    .replace(/\{\s*\w+\s*(?:,[^{}]*)?\}/g, " ")
    .replace(/<\/?\w+\s*\/?>/g, " ");
}

/** What is wrong with the English messages themselves: empty, not ICU, or worded with what screens avoid. */
export function judgeMessages(tree: Tree): string[] {
  const problems: string[] = [];
  for (const [key, message] of flatten(tree)) {
    if (message.trim() === "") problems.push(`${key}: empty`);
    let broken = false;
    const t = createTranslator({
      locale: "en",
      messages: { message },
      onError: (error) => {
        broken ||= error.code === IntlErrorCode.INVALID_MESSAGE;
      },
      getMessageFallback: () => "",
    });
    t.markup("message", {});
    if (broken) problems.push(`${key}: not a well-formed message: ${message}`);
    const avoided = AVOIDED.exec(readable(message));
    if (avoided) problems.push(`${key}: screens avoid the word "${avoided[0]}"`);
  }
  return problems;
}

/** Keys asked for but not there, and keys that nothing asks for. A `*` stands for any run of characters. */
export function compareKeys(
  known: ReadonlySet<string>,
  asked: readonly { key: string; where: string }[],
  patterns: readonly string[],
): string[] {
  const missing = asked
    .filter(({ key }) => !known.has(key))
    .map(({ key, where }) => `${where}: no message ${key}`);
  const exact = new Set(asked.map(({ key }) => key));
  const shapes = patterns.map((pattern) => new RegExp(`^${pattern.split("*").map(quote).join(".+")}$`));
  const idle = patterns.filter((_, index) => ![...known].some((key) => shapes[index]?.test(key)));
  const unused = [...known].filter((key) => !exact.has(key) && !shapes.some((shape) => shape.test(key)));
  return [
    ...missing,
    ...idle.map((pattern) => `nothing in the catalogue fits ${pattern}`),
    ...unused.map((key) => `${key}: unused`),
  ];
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
