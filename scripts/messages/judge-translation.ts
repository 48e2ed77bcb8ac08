import { createTranslator, IntlErrorCode } from "use-intl/core";
import type { WrittenLocale } from "@/lib/i18n/locales";
import { flatten, type Tree } from "./judge";
import { shapeOf } from "./shape";

/** The usual translations of the words screens avoid in English (see judge.ts), by language. */
const AVOIDED: Partial<Record<WrittenLocale, RegExp>> = {
  ar: /(إقامة|ترحيل|رفض|مرفوض|احتجاز|مقابلة|مقابلات|جلسة استماع|مستقر|توطين|مغادرة)/,
};

/** What a translation lacks, and what is wrong with the messages it has. */
export interface Judgement {
  missing: string[];
  problems: string[];
}

/** Holds a catalogue beside the English one: the same keys, values, tags and choices, and its own plurals. */
export function judgeTranslation(english: Tree, translation: Tree, locale: WrittenLocale): Judgement {
  const source = flatten(english);
  const target = flatten(translation);
  const problems: string[] = [];
  for (const [key, message] of target) {
    const original = source.get(key);
    if (original === undefined) problems.push(`${locale}: ${key}: not in English`);
    else
      problems.push(...judgeMessage(original, message, locale).map((text) => `${locale}: ${key}: ${text}`));
  }
  return { missing: [...source.keys()].filter((key) => !target.has(key)), problems };
}

function judgeMessage(original: string, message: string, locale: WrittenLocale): string[] {
  const problems: string[] = [];
  if (message.trim() === "") problems.push("empty");
  if (isBroken(message, locale)) return [...problems, `not a well-formed message: ${message}`];
  const from = shapeOf(original);
  const to = shapeOf(message);
  const lists = (set: ReadonlySet<string>) => [...set].sort().join(", ") || "none";
  if (lists(from.names) !== lists(to.names))
    problems.push(`values are ${lists(to.names)} instead of ${lists(from.names)}`);
  if (lists(from.tags) !== lists(to.tags))
    problems.push(`tags are ${lists(to.tags)} instead of ${lists(from.tags)}`);
  for (const { name, kind, keys } of to.branches) {
    const wanted =
      kind === "select"
        ? (from.branches.find((branch) => branch.name === name)?.keys ?? [])
        : forms(locale, kind);
    const lacking = wanted.filter((key) => !keys.includes(key));
    if (lacking.length > 0) problems.push(`{${name}} lacks ${lacking.sort().join(", ")}`);
  }
  const avoided = AVOIDED[locale]?.exec(message);
  if (avoided) problems.push(`screens avoid the word "${avoided[0]}"`);
  return problems;
}

/** The plural forms a language needs; for nothing at all, the last form will do. */
function forms(locale: WrittenLocale, kind: string): string[] {
  return new Intl.PluralRules(locale, { type: kind === "selectordinal" ? "ordinal" : "cardinal" })
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== "zero");
}

function isBroken(message: string, locale: WrittenLocale): boolean {
  let broken = false;
  const t = createTranslator({
    locale,
    messages: { message },
    onError: (error) => {
      broken ||= error.code === IntlErrorCode.INVALID_MESSAGE;
    },
    getMessageFallback: () => "",
  });
  t.markup("message", {});
  return broken;
}
