import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import type { StoryEntry, StoryTone } from "@/lib/domain/story-message";
import { useFormats } from "@/lib/i18n/use-formats";
import { useStoryWords } from "./use-story-words";

const KNOT = "mx-auto mt-1.5 block size-3 rounded-full border-2";
const MARKS: Record<StoryTone, string> = {
  did: classes(KNOT, "border-teal bg-teal"),
  soft: classes(KNOT, "border-line-strong bg-card"),
  gap: "mx-auto mt-1.5 block h-[calc(100%-0.375rem)] w-1.5 rounded-full bg-plum",
  late: "mx-auto mt-1.5 block h-[calc(100%-0.375rem)] w-1.5 rounded-full bg-orange",
  action: classes(KNOT, "border-green bg-green"),
  today: classes(KNOT, "border-ink bg-card"),
  ahead: classes(KNOT, "border-dashed border-line-strong bg-card"),
};
/** What is said last of a silence or a late promise is what the eye should find. */
const LOUD: Partial<Record<StoryTone, string>> = {
  gap: "py-2 font-semibold text-plum",
  late: "py-2 font-semibold text-orange",
};

interface StoryTimelineProps {
  entries: readonly StoryEntry[];
  country: string;
  /** Where a record can be changed, for those who may; null otherwise. */
  changeHref: ((of: NonNullable<StoryEntry["of"]>) => string) | null;
  /** What can be done today. */
  next: ReactNode;
  /** The files of a record, at the first event it made. */
  filesOf?: (of: NonNullable<StoryEntry["of"]>) => ReactNode;
}

/** What happened, event by event with its date. */
export function StoryTimeline({ entries, country, changeHref, next, filesOf }: StoryTimelineProps) {
  const t = useTranslations("consultation");
  const words = useStoryWords(country);
  const formats = useFormats();
  const seen = new Set<string>();
  return (
    <ol className="@container">
      {entries.map((entry) => {
        const { id, on, until, tone, head, notes, quote, text, url, of } = entry;
        const plain = LOUD[tone] ? notes.slice(0, -1) : notes;
        const loud = LOUD[tone] ? notes.at(-1) : undefined;
        // One link to change a record, at the first event it made.
        const first = of && !seen.has(of.id) ? of : null;
        const changeable = first && changeHref ? changeHref(first) : null;
        if (of) seen.add(of.id);
        const heading = words(head);
        return (
          <li
            key={id}
            data-print="whole"
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 py-2.5 @lg:grid-cols-[9rem_1.25rem_minmax(0,1fr)]"
          >
            <p className="col-start-2 text-sm text-ink-2 tabular-nums @lg:col-start-1 @lg:pt-0.5 @lg:text-end">
              {on === null ? t("dayUnknown") : until ? formats.dateRange(on, until) : formats.date(on)}
            </p>
            <span
              aria-hidden="true"
              className="col-start-1 row-span-2 row-start-1 @lg:col-start-2 @lg:row-span-1"
            >
              <span className={MARKS[tone]} />
            </span>
            <div className="col-start-2 min-w-0 @lg:col-start-3">
              <p className="font-semibold wrap-anywhere">{heading}</p>
              {quote ? (
                <blockquote
                  dir="auto"
                  className="my-1 border-line border-s-4 ps-3 whitespace-pre-line wrap-anywhere"
                >
                  {t("quoted", { words: quote })}
                </blockquote>
              ) : null}
              {text ? (
                <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
                  {text}
                </p>
              ) : null}
              {plain.map((note) => (
                <p key={note.key} className="text-sm text-ink-2 wrap-anywhere">
                  {words(note)}
                </p>
              ))}
              {loud ? <p className={LOUD[tone]}>{words(loud)}</p> : null}
              {url || changeable ? (
                <p className="-my-1.5 flex flex-wrap gap-x-4">
                  {url ? (
                    <a href={url} rel="noreferrer" className={LINK}>
                      {t("source")}
                    </a>
                  ) : null}
                  {changeable ? (
                    <Link href={changeable} aria-label={t("changeOf", { what: heading })} className={LINK}>
                      {t("change")}
                    </Link>
                  ) : null}
                </p>
              ) : null}
              {first ? filesOf?.(first) : null}
              {tone === "today" ? next : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sm text-teal underline underline-offset-4";
