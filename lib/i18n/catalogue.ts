import { type Locale, PSEUDO_LOCALE } from "./locales";
import { en } from "./messages/en";
import { pseudoCatalogue } from "./messages/pseudo";

/** The shape every language must fill; English is the one it is written in. */
export type Messages = typeof en;

let pseudo: Messages | undefined;

/** All messages of a language. */
export function catalogueFor(locale: Locale): Messages {
  if (locale !== PSEUDO_LOCALE) return en;
  pseudo ??= pseudoCatalogue(en);
  return pseudo;
}
