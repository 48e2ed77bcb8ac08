import { useTranslations } from "next-intl";
import type { WindowFigures } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { PartMeasure } from "./part-measure";
import { VisitsMeasure } from "./visits-measure";

type Props = { slug: string; since: PlainDate; figures: WindowFigures };

/** Answered, promises kept, whose voice it was, and visits both ways: four figures of the window, side by side. */
export function CameBack({ slug, since, figures }: Props) {
  const t = useTranslations("measures");
  const { finished, answered, answersDue, promisesKept, promisesDue } = figures;
  const { voices, membersTookPart, voiceUnknown } = figures;
  const answers = { part: answered, whole: answersDue };
  const promises = { part: promisesKept, whole: promisesDue };
  const voice = { part: membersTookPart, whole: voices };
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <PartMeasure
        {...answers}
        finished={finished}
        unit={t("answered.unit")}
        counts={t("answered.counts", answers)}
        formula={t("answered.how")}
      />
      <PartMeasure
        {...promises}
        finished={finished}
        unit={t("promises.unit")}
        counts={t("promises.counts", promises)}
        formula={t("promises.how")}
      />
      <PartMeasure
        {...voice}
        finished={voices}
        unit={t("voice.unit")}
        counts={t("voice.counts", voice)}
        more={voiceUnknown > 0 ? t("voice.unknown", { count: voiceUnknown }) : null}
        formula={t("voice.how")}
      />
      <VisitsMeasure visits={figures.visits} href={`/w/${slug}/activities?from=${since}`} />
    </div>
  );
}
