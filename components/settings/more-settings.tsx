import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

const PAGES = ["retention", "tokens", "export", "support", "erase"] as const;

/** The rooms behind the settings: old records, platform support, closing. */
export function MoreSettings({ slug }: { slug: string }) {
  const t = useTranslations("settings.more");
  return (
    <nav aria-labelledby="more-settings" className="mt-12 max-w-form border-line border-t pt-6">
      <h2 id="more-settings" className="text-lg">
        {t("title")}
      </h2>
      <ul className="mt-2 grid">
        {PAGES.map((page) => (
          <li key={page} className="border-line border-t py-2 first:border-t-0">
            <Link
              href={`/w/${slug}/settings/${page}`}
              className="inline-flex min-h-11 items-center font-medium text-teal underline underline-offset-4"
            >
              {t(page)}
            </Link>
            <p className="text-ink-2">{t(`${page}Text`)}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}
