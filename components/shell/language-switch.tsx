import { useLocale } from "next-intl";
import { directionOf, LANGUAGE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** The other languages, each in its own words. A plain form that comes back to the page, with or without scripts. */
export function LanguageSwitch({ itemClass }: { itemClass?: string }) {
  const current = useLocale();
  const others = LOCALES.filter((locale) => locale !== current);
  if (others.length === 0 || LOCALES.length < 2) return null;
  return (
    <form action="/language" method="post" className="flex flex-wrap gap-2">
      {others.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="language"
          value={locale}
          className={
            itemClass ??
            "inline-flex min-h-11 items-center rounded-md px-3 font-medium text-teal underline underline-offset-4 hover:bg-teal-soft"
          }
        >
          <span lang={locale} dir={directionOf(locale)}>
            {LANGUAGE_NAMES[locale]}
          </span>
        </button>
      ))}
    </form>
  );
}
