import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AuditLine } from "@/lib/domain/audit-line";
import { fieldNames, sentenceKey, sentenceValues } from "@/lib/i18n/audit-words";
import { isolated } from "@/lib/i18n/isolated";
import { useFormats } from "@/lib/i18n/use-formats";

// messages: audit.event.*

type Props = { slug: string; lines: readonly AuditLine[]; timeZone: string };

/** What happened, newest first: a sentence and its moment. */
export function AuditList({ slug, lines, timeZone }: Props) {
  return (
    <ul className="rounded-md border border-line bg-card px-4 md:px-6">
      {lines.map((line) => (
        <Line key={line.id} slug={slug} line={line} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function Line({ slug, line, timeZone }: { slug: string; line: AuditLine; timeZone: string }) {
  const t = useTranslations("audit");
  const formats = useFormats();
  const { path } = line.thing;
  const changed = fieldNames(t, line.fields);
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {t.rich(sentenceKey(line), {
            ...sentenceValues(t, formats, line),
            who: (name) => <bdi className="font-semibold">{name}</bdi>,
            what: (title) =>
              path === null ? (
                title
              ) : (
                <Link href={`/w/${slug}${path}`} className="text-teal underline underline-offset-4">
                  {title}
                </Link>
              ),
          })}
        </p>
        {line.through ? (
          <p className="text-sm text-ink-2 wrap-anywhere">
            {t("through", { token: isolated(line.through) })}
          </p>
        ) : null}
        {changed.length > 0 ? (
          <p className="text-sm text-ink-2">{t("changed", { fields: formats.list(changed) })}</p>
        ) : null}
      </div>
      <p className="text-sm text-ink-2 tabular-nums sm:pt-0.5 sm:text-end">
        <time dateTime={line.at.toISOString()}>{formats.moment(line.at, timeZone)}</time>
      </p>
    </li>
  );
}
