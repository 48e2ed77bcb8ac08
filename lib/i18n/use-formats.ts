import { useLocale, useTranslations } from "next-intl";
import { cache } from "react";
import { createFormats, type Formats } from "./format";

/** Once for a page: dozens of its components ask for them. */
const formatsIn = cache(
  (locale: string, words: ReturnType<typeof useTranslations<"common">>): Formats =>
    createFormats(locale, (key, values) => words(key, values)),
);

/** Formats in the reader's language, for server components that are not async. */
// messages: common.hours, common.days, common.years, common.yearsAndMonths, common.dateRange
export function useFormats(): Formats {
  return formatsIn(useLocale(), useTranslations("common"));
}
