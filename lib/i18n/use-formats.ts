import { useLocale, useTranslations } from "next-intl";
import { createFormats, type Formats } from "./format";

/** Formats in the reader's language, for server components that are not async. */
export function useFormats(): Formats {
  const locale = useLocale();
  const words = useTranslations("common");
  return createFormats(locale, (key, values) => words(key, values));
}
