import { getLocale, getTranslations } from "next-intl/server";
import { createFormats, type Formats } from "./format";

/** Formats in the reader's language, for async server components and actions. */
// messages: common.hours, common.days, common.years, common.yearsAndMonths, common.dateRange
export async function getFormats(): Promise<Formats> {
  const [locale, words] = await Promise.all([getLocale(), getTranslations("common")]);
  return createFormats(locale, (key, values) => words(key, values));
}
