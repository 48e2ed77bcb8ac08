import { useTranslations } from "next-intl";
import { StoryTimeline } from "@/components/consultation/story-timeline";
import { useStoryWords } from "@/components/consultation/use-story-words";
import { StandingBadge } from "@/components/standing/standing-badge";
import { Thread } from "@/components/thread/thread";
import { ThreadFigure } from "@/components/thread/thread-figure";
import type { PlainDate } from "@/lib/domain/plain-date";
import {
  type ReleasedEntry,
  recordOf,
  releasedStory,
  threadFactsOf,
} from "@/lib/domain/shared-view/record-of";
import { causeNote, standingSentence } from "@/lib/domain/standing-sentence";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

/** Money is never released, so no currency is needed to tell the story. */
const NO_CURRENCY = "";

type Props = {
  entry: ReleasedEntry;
  releasedOn: PlainDate;
  /** The small thread without labels, where a view holds very many. */
  compact: boolean;
};

/** A consultation whose days are known: where it stood, its thread, and its story event by event. */
export function DayByDay({ entry, releasedOn, compact }: Props) {
  const t = useTranslations("shared.entry");
  const formats = useFormats();
  const released = useReleased();
  const words = useStoryWords(NO_CURRENCY);
  const { consultation } = entry;
  const record = recordOf(entry, released.text);
  const cause = causeNote(consultation);
  const facts = threadFactsOf(record, consultation, releasedOn);
  return (
    <>
      <div data-print="whole">
        <p className="text-sm text-ink-2">{t("asOf", { date: formats.date(releasedOn) })}</p>
        <div className="mt-1 mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
          <span className="py-0.5">
            <StandingBadge standing={consultation.standing} disputed={consultation.disputed} />
          </span>
          <p className="min-w-0 max-w-measure flex-1 basis-72">
            {standingSentence(record, consultation, releasedOn).map(words).join(" ")}
          </p>
        </div>
        {compact ? <Thread facts={facts} /> : <ThreadFigure facts={facts} released />}
        {cause ? <p className="mt-2 max-w-measure text-sm text-ink-2">{words(cause)}</p> : null}
      </div>
      <div className="mt-3">
        <StoryTimeline
          entries={releasedStory(record, consultation, releasedOn)}
          country={NO_CURRENCY}
          changeHref={null}
          next={null}
        />
      </div>
    </>
  );
}
