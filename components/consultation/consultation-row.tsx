import { StandingBadge } from "@/components/standing/standing-badge";
import { Thread } from "@/components/thread/thread";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { type ConsultationRow as Row, threadOf } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { ThreadScale } from "@/lib/domain/thread-scale";
import { useRowWords } from "./row-words";

interface ConsultationRowProps {
  row: Row;
  today: PlainDate;
  /** The workspace's address. */
  slug: string;
  /** The axis shared by the list; without it the thread fills its own. */
  scale?: ThreadScale;
  /** Heading level of the title inside its page. */
  level?: 2 | 3;
}

/**
 * One consultation in a list: what, who asked, where it stands, hours given, how long past its date, and its thread.
 * Narrow columns put the badge first, wide ones the title; the list around it must be a container (`@container`).
 */
export function ConsultationRow({ row, today, slug, scale, level = 2 }: ConsultationRowProps) {
  const words = useRowWords()(row, today);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className="row-of-list">
      <Heading className="min-w-0 [grid-area:title]">
        <Link href={`/w/${slug}/consultations/${row.id}`} dir="auto" className="row-title">
          {row.title}
        </Link>
      </Heading>
      <p
        className={classes(
          "text-end tabular-nums [grid-area:hours] @xl:py-1 @xl:leading-tight",
          row.minutesAsked > 0
            ? "font-semibold whitespace-nowrap"
            : "max-w-28 text-sm text-ink-2 @xl:max-w-none",
        )}
      >
        {words.hours}
      </p>
      <p
        dir="auto"
        className="page-side line-clamp-2 min-w-0 text-sm text-ink-2 wrap-anywhere [grid-area:body]"
      >
        {row.body}
      </p>
      <p className="text-sm text-ink-2 [grid-area:when] @xl:text-end @xl:whitespace-nowrap">{words.when}</p>
      <div className="min-w-0 [grid-area:badge] @xl:self-center">
        <StandingBadge standing={row.standing} disputed={row.disputed} detail={words.done} />
      </div>
      <div className="mt-1 min-w-0 [grid-area:thread] @xl:w-90 @xl:max-w-full @xl:justify-self-end">
        <Thread facts={threadOf(row, today)} scale={scale} />
      </div>
    </li>
  );
}
