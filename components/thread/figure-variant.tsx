import { useId } from "react";
import { classes } from "@/components/ui/classes";
import type { ThreadDrawing } from "@/lib/domain/thread";
import { type LabelPlace, type Lane, placeLabels, textWidth } from "@/lib/domain/thread-labels";
import type { FigureLabel, LabelTone } from "./figure-labels";
import { ThreadShapes } from "./shapes";

const FILLS: Record<LabelTone, string> = {
  plain: "fill-ink-2",
  silence: "fill-plum font-semibold",
  late: "fill-orange font-semibold",
  no_action: "fill-amber font-semibold",
};

const TEXTS: Record<LabelTone, string> = {
  plain: "text-ink-2",
  silence: "text-plum font-semibold",
  late: "text-orange font-semibold",
  no_action: "text-amber font-semibold",
};

const LINE = 17;
const LANE = 2 * LINE + 6;

/** Baseline of a label's first line, measured from the thread's middle. */
function baseline(lane: Lane, lines: number): number {
  if (lane > 0) return 32 + (lane - 1) * LANE;
  return -20 - (-lane - 1) * LANE - (lines - 1) * LINE;
}

interface TextProps {
  label: Pick<FigureLabel, "lines" | "tone">;
  place: LabelPlace;
  y: number;
}

function LabelText({ label, place, y }: TextProps) {
  const first = y + baseline(place.lane, label.lines.length);
  return (
    <text textAnchor="middle" fontSize={13} className={FILLS[label.tone]}>
      {label.lines.map((line, index) => (
        <tspan key={line} x={place.x} y={first + index * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** From a mark to a label that had to stand further out. */
function Leader({ label, place, y }: { label: FigureLabel; place: LabelPlace; y: number }) {
  if (Math.abs(place.lane) === 1) return null;
  const side = place.lane > 0 ? 1 : -1;
  const edge = side > 0 ? baseline(place.lane, label.lines.length) - 14 : baseline(place.lane, 1) + 5;
  return <path d={`M${label.x} ${y + side * 12}V${y + edge}`} className="stroke-line-strong" />;
}

interface FigureVariantProps {
  drawing: ThreadDrawing;
  labels: readonly FigureLabel[];
  width: number;
  sentence: string;
  /** Shows this variant only in the columns it is made for. */
  className: string;
}

/** One thread at one width: labelled directly, or by numbers with a list where the labels find no room. */
export function FigureVariant({ drawing, labels, width, sentence, className }: FigureVariantProps) {
  const titleId = useId();
  const direct = placeLabels(labels, {
    width,
    depth: width < 500 ? 1 : 2,
    slack: -6,
    gap: 10,
    optionalFrom: 6,
  });
  const inTime = [...labels].sort((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    // On one day: first what fell due, then the silence that began.
    return Number(a.tone !== "plain") - Number(b.tone !== "plain") || a.rank - b.rank;
  });
  const numbered = inTime.map((label, index) => {
    const number = String(index + 1);
    return { ...label, lines: [number], width: textWidth(number) };
  });
  const shown = direct ? labels : numbered;
  const places =
    direct ?? placeLabels(numbered, { width, depth: 2, slack: 6, gap: 3, optionalFrom: 6 }) ?? [];
  const deepest = Math.max(1, ...places.map((place) => place.lane));
  const highest = Math.max(1, ...places.map((place) => -place.lane));
  const rows = direct ? 2 : 1;
  const y = 24 + (highest - 1) * LANE + rows * LINE;
  const height = y + 24 + (deepest - 1) * LANE + rows * LINE;

  return (
    <div className={className}>
      <svg
        role="img"
        aria-labelledby={titleId}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="block h-auto w-full"
      >
        <title id={titleId}>{sentence}</title>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
        <g aria-hidden="true">
          {places.map((place) => {
            const label = shown.find((one) => one.id === place.id);
            return label ? <Leader key={place.id} label={label} place={place} y={y} /> : null;
          })}
          <ThreadShapes drawing={drawing} y={y} />
          {places.map((place) => {
            const label = shown.find((one) => one.id === place.id);
            return label ? <LabelText key={place.id} label={label} place={place} y={y} /> : null;
          })}
        </g>
      </svg>
      {direct ? null : (
        <ol className="mt-2 grid gap-x-6 gap-y-1">
          {inTime.map((label, index) => (
            <li key={label.id} className={classes("flex gap-3", TEXTS[label.tone])}>
              <span className="min-w-5 shrink-0 text-end font-semibold tabular-nums">{index + 1}</span>
              <span>{label.text}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
