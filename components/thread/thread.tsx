import { useLocale } from "next-intl";
import { useId } from "react";
import { drawThread, type ThreadFacts } from "@/lib/domain/thread";
import { ownScale, type ThreadScale } from "@/lib/domain/thread-scale";
import { directionOf } from "@/lib/i18n/locales";
import { useThreadSentence } from "./sentence";
import { ThreadShapes } from "./shapes";

/** The drawing's own width in px; it shrinks to its column and never grows past it. */
export const ROW_WIDTH = 360;
const HEIGHT = 24;

interface ThreadProps {
  facts: ThreadFacts;
  /** The axis shared by the rows of one list (`threadScale`); without it the thread fills its own. */
  scale?: ThreadScale;
}

/** The thread of one list row, 24 px high: line, silence, knots, no words but a sentence for screen readers. */
export function Thread({ facts, scale = ownScale(facts) }: ThreadProps) {
  const rtl = directionOf(useLocale()) === "rtl";
  const sentence = useThreadSentence(facts);
  const titleId = useId();
  const drawing = drawThread(facts, scale, { width: ROW_WIDTH, height: HEIGHT, rtl });
  return (
    <svg
      role="img"
      aria-labelledby={titleId}
      viewBox={`0 0 ${ROW_WIDTH} ${HEIGHT}`}
      width={ROW_WIDTH}
      height={HEIGHT}
      className="block h-auto max-w-full"
    >
      <title id={titleId}>{sentence}</title>
      <ThreadShapes drawing={drawing} y={HEIGHT / 2} />
    </svg>
  );
}
