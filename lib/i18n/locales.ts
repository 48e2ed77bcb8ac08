/** Languages with a catalogue. One in the making is reached by cookie alone; what it lacks is put in marked. */
export const WRITTEN_LOCALES = ["en", "ar"] as const;

/** Languages offered to people, best known first: those whose catalogue is whole. */
export const LOCALES = ["en", "ar"] as const satisfies readonly WrittenLocale[];

/** A made-up right-to-left language that proves the layout. Reached by cookie alone, never offered. */
export const PSEUDO_LOCALE = "ar-XB";

/** Where a chosen language is kept. */
export const LOCALE_COOKIE = "locale";

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<WrittenLocale, string> = { en: "English", ar: "العربية" };

export type WrittenLocale = (typeof WRITTEN_LOCALES)[number];
export type OfferedLocale = (typeof LOCALES)[number];
export type Locale = WrittenLocale | typeof PSEUDO_LOCALE;
export type Direction = "ltr" | "rtl";

const RTL_LANGUAGES = new Set(["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The writing direction of a language tag such as `en` or `ar-XB`. */
export function directionOf(locale: string): Direction {
  return RTL_LANGUAGES.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}

export function isLocale(text: string | undefined): text is Locale {
  return text === PSEUDO_LOCALE || WRITTEN_LOCALES.some((known) => known === text);
}

/**
 * The language to speak: the cookie when it names one we have, else the first supported one
 * of an `Accept-Language` header (by its weights), else English.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      const quality = weight ? Number(weight.slice(2)) : 1;
      return { language: tag.trim().toLowerCase().split("-")[0] ?? "", quality };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const match = LOCALES.find((known) => known.split("-")[0] === language);
    if (match) return match;
  }
  return LOCALES[0];
}
