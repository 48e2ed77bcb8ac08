const BY_COUNTRY: Readonly<Record<string, string>> = {
  AU: "AUD",
  CA: "CAD",
  CH: "CHF",
  DK: "DKK",
  GB: "GBP",
  JP: "JPY",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  SE: "SEK",
  TR: "TRY",
  US: "USD",
};
const EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");

/** The currency (ISO 4217) of a country (ISO 3166), for amounts that were recorded without one; null when not known. */
export function currencyOf(country: string): string | null {
  return EURO.includes(country) ? "EUR" : (BY_COUNTRY[country] ?? null);
}
