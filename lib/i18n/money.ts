import { PSEUDO_LOCALE } from "./locales";

/** Writes amounts of a currency (ISO 4217) in a reader's language: `£160`, `£12.50`. */
export function moneyFormat(locale: string, currency: string): (amount: number) => string {
  const language = locale === PSEUDO_LOCALE || locale === "en" ? "en-GB" : locale;
  const format = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return (amount) => format.format(amount);
}
