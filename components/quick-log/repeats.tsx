import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

type Repeat = { id: string; title: string; body: string; startsOn: PlainDate };

/** "Same as last time": opens the screen filled in like one of the last ones. Nothing when there is none. */
export function Repeats({ slug, repeats }: { slug: string; repeats: readonly Repeat[] }) {
  const t = useTranslations("quick-log");
  const formats = useFormats();
  if (repeats.length === 0) return null;
  return (
    <details className="mb-4 max-w-form rounded-md border border-line bg-card">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 font-semibold text-teal">
        <Icon name="chevron" />
        {t("repeat")}
      </summary>
      <ul className="divide-y divide-line border-t border-line px-3">
        {repeats.map(({ id, title, body, startsOn }) => (
          <li key={id}>
            <Link href={`/w/${slug}/log?like=${id}`} className="block min-h-11 py-2">
              <span className="block font-semibold text-teal underline underline-offset-4">
                <bdi>{body}</bdi>
              </span>
              <span className="line-clamp-2 text-ink-2">
                {t("repeatItem", { title, date: formats.date(startsOn) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was begun on another such screen, or gone on with in the long form, and not saved. */
export function Unfinished({
  slug,
  unfinished,
}: {
  slug: string;
  /** Where in the workspace it goes on. */
  unfinished: { path: string; title: string };
}) {
  const t = useTranslations("quick-log");
  const { path, title } = unfinished;
  return (
    <div className="mb-4">
      <Notice>
        <p>{title ? t("unfinished", { title }) : t("unfinishedNoTitle")}</p>
        <Link
          href={`/w/${slug}${path}`}
          className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
        >
          {t("goOn")}
        </Link>
      </Notice>
    </div>
  );
}
