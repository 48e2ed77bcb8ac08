import { type Locale, PSEUDO_LOCALE } from "./locales";
import { ar } from "./messages/ar";
import { en } from "./messages/en";
import { fillCatalogue } from "./messages/fill";
import { pseudoCatalogue } from "./messages/pseudo";

/** The shape every language must fill; English is the one it is written in. */
export type Messages = typeof en;

const made = new Map<Locale, Messages>();

function make(locale: Locale): Messages {
  if (locale === PSEUDO_LOCALE) return pseudoCatalogue(en);
  return locale === "ar" ? fillCatalogue(en, ar) : en;
}

/** All messages of a language. */
export function catalogueFor(locale: Locale): Messages {
  const messages = made.get(locale) ?? make(locale);
  made.set(locale, messages);
  return messages;
}
