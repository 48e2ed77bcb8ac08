import { useLocale, useTranslations } from "next-intl";
import { createFormats, type Formats } from "./format";

/** Formats in the reader's language, for server components that are not async. */
// messages: common.hours, common.days, common.years, common.yearsAndMonths, common.dateRange
export function useFormats(): Formats {
  const locale = useLocale();
  const words = useTranslations("common");
  return createFormats(locale, (key, values) => words(key, values));
}
