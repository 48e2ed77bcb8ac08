import { PSEUDO_LOCALE } from "./locales";

/** Those made so far, for good, as in format.ts. */
const formats = new Map<string, Intl.NumberFormat>();

/** Writes amounts of a currency (ISO 4217) in a reader's language: `£160`, `£12.50`. */
export function moneyFormat(locale: string, currency: string): (amount: number) => string {
  const language = locale === PSEUDO_LOCALE || locale === "en" ? "en-GB" : locale;
  const key = `${language} ${currency}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  formats.set(key, format);
  return (amount) => format.format(amount);
}
