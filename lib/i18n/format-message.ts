import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import formatCompiled from "use-intl/format-message/format-only";

type Options = Parameters<typeof formatCompiled>[3];

/** Every message that was written so far, compiled. There are as many as the catalogues hold. */
const compiled = new Map<string, CompiledMessage>();

/** The format for a language and its options, made once for good: making one costs more than a page writes with it. */
function kept<How, Format>(make: (language?: string | string[], how?: How) => Format) {
  const made = new Map<string, Format>();
  return (language?: string | string[], how?: How) => {
    const key = how ? `${language} ${JSON.stringify(how)}` : String(language);
    const format = made.get(key) ?? make(language, how);
    made.set(key, format);
    return format;
  };
}

const lasting = {
  getNumberFormat: kept((language, how?: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, how)),
  getPluralRules: kept((language, how?: Intl.PluralRulesOptions) => new Intl.PluralRules(language, how)),
};

/**
 * Takes the place of next-intl's own (next.config.ts), which compiles every message anew for every request: a page of
 * figures spent some 7% of its time on that. The compiler is the one next-intl has for messages compiled ahead.
 */
function formatMessage(
  key: string,
  message: string,
  values: Parameters<typeof formatCompiled>[2],
  options: Options,
): ReturnType<typeof formatCompiled> {
  if (typeof message !== "string") throw new Error(`There is no message at ${key}, but a group of them`);
  let made = compiled.get(message);
  if (made === undefined) {
    made = compile(message);
    compiled.set(message, made);
  }
  if (typeof made === "string") return made;
  const formatters = { ...options.formatters, ...lasting };
  return formatCompiled(key, made, values, { ...options, formatters });
}
/** `t.raw` gives a message as it is written. */
formatMessage.raw = true;

export default formatMessage;
