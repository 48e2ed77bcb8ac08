import { useLocale } from "next-intl";
import { drawThread, type ThreadFacts } from "@/lib/domain/thread";
import { ownScale } from "@/lib/domain/thread-scale";
import { directionOf } from "@/lib/i18n/locales";
import { useFigureLabels } from "./figure-labels";
import { FigureVariant } from "./figure-variant";
import { useThreadSentence } from "./sentence";

/** The widths drawn, each shown in the columns it fits: the server cannot know the screen. */
const VARIANTS = [
  { width: 312, className: "@xl:hidden print:hidden" },
  { width: 580, className: "hidden @xl:block @4xl:hidden print:block" },
  { width: 900, className: "hidden @4xl:block print:hidden" },
];

const HEIGHT = 30;

/** The large thread of a consultation's own page, with its labels. `released`: it ends on the day of a release. */
export function ThreadFigure({ facts, released = false }: { facts: ThreadFacts; released?: boolean }) {
  const rtl = directionOf(useLocale()) === "rtl";
  const sentence = useThreadSentence(facts);
  const labelsOf = useFigureLabels(
    facts.today,
    facts.endsOn === null || facts.endsOn >= facts.today,
    released,
  );
  const scale = ownScale(facts);
  return (
    <div className="@container">
      {VARIANTS.map(({ width, className }) => {
        const drawing = drawThread(facts, scale, { width, height: HEIGHT, rtl });
        return (
          <FigureVariant
            key={width}
            drawing={drawing}
            labels={labelsOf(drawing)}
            width={width}
            sentence={sentence}
            className={className}
          />
        );
      })}
    </div>
  );
}
