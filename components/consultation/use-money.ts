import { useLocale } from "next-intl";
import { currencyOf } from "@/lib/domain/currency";
import { PSEUDO_LOCALE } from "@/lib/i18n/locales";

/** Writes an amount of money of a workspace in `country`: `£160`, `£12.50`. A bare amount where the currency is not known. */
export function useMoney(country: string): (amount: number) => string {
  const locale = useLocale();
  const language = locale === PSEUDO_LOCALE || locale === "en" ? "en-GB" : locale;
  const currency = currencyOf(country);
  const format = new Intl.NumberFormat(language, {
    ...(currency ? { style: "currency", currency } : { minimumFractionDigits: 2 }),
    trailingZeroDisplay: "stripIfInteger",
  });
  return (amount) => format.format(amount);
}
