import { StandingBadge } from "@/components/standing/standing-badge";
import { ThreadFigure } from "@/components/thread/thread-figure";
import type { ConsultationRecord } from "@/lib/domain/consultation-record";
import { type ConsultationRow, threadOf } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";
import { causeNote, standingSentence } from "@/lib/domain/standing-sentence";
import { useStoryWords } from "./use-story-words";

interface StandingPanelProps {
  record: ConsultationRecord;
  row: ConsultationRow;
  today: PlainDate;
  country: string;
}

/** Where it stands and why, in words and as the large thread. */
export function StandingPanel({ record, row, today, country }: StandingPanelProps) {
  const words = useStoryWords(country);
  const cause = causeNote(row);
  return (
    <section className="rounded-md border border-line bg-card p-4 md:p-6">
      <div className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
        <span className="py-0.5">
          <StandingBadge standing={row.standing} disputed={row.disputed} />
        </span>
        <p className="min-w-0 max-w-measure flex-1 basis-72 text-lg">
          {standingSentence(record, row, today).map(words).join(" ")}
        </p>
      </div>
      <ThreadFigure facts={threadOf(row, today)} />
      {cause ? <p className="mt-3 max-w-measure text-sm text-ink-2">{words(cause)}</p> : null}
    </section>
  );
}
