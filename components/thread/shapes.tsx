import {
  type Mark,
  type MarkKind,
  type Stretch,
  type ThreadDrawing,
  type Wedge,
  wedgePath,
} from "@/lib/domain/thread";

const STRETCHES: Record<Stretch["kind"], { className: string; dash?: string }> = {
  lived: { className: "stroke-thread" },
  ahead: { className: "stroke-thread", dash: "2 5" },
  unknown: { className: "stroke-thread", dash: "5 4" },
};

const WEDGES: Record<Wedge["kind"], string> = {
  silence: "fill-plum",
  late: "fill-orange",
  no_action: "fill-amber",
};

/** Drawn from the back to the front, so that what matters most is never covered. */
const ORDER: readonly MarkKind[] = [
  "promise_made",
  "update",
  "asked",
  "first_due",
  "due",
  "promise_first",
  "promise_dropped",
  "today",
  "answer_undated",
  "answer",
  "promise_open",
  "promise_late",
  "promise_disputed",
  "explained",
  "done",
  "cancelled",
];

interface MarkShapeProps {
  mark: Pick<Mark, "kind" | "x">;
  y: number;
}

/** One knot, tick or end point. */
export function MarkShape({ mark: { kind, x }, y }: MarkShapeProps) {
  switch (kind) {
    case "asked":
      return <circle cx={x} cy={y} r={3.5} className="fill-ink-2" />;
    case "today":
      return <circle cx={x} cy={y} r={3.5} className="fill-card stroke-ink" strokeWidth={2} />;
    case "due":
      return <path d={`M${x} ${y - 9}v18`} className="stroke-ink" strokeWidth={2.5} />;
    case "first_due":
      return (
        <path d={`M${x} ${y - 8}v16`} className="stroke-ink-2" strokeWidth={2} strokeDasharray="2.5 2" />
      );
    case "update":
      return <path d={`M${x} ${y - 4}v8`} className="stroke-teal" strokeWidth={2} />;
    case "answer":
      return (
        <path
          d={`M${x - 6.5} ${y}l6.5-6.5 6.5 6.5-6.5 6.500z`}
          className="fill-teal stroke-card"
          strokeWidth={1}
        />
      );
    case "answer_undated":
      return (
        <path
          d={`M${x - 6} ${y}l6-6 6 6-6 6z`}
          className="fill-card stroke-teal"
          strokeWidth={1.5}
          strokeDasharray="2.5 1.5"
        />
      );
    case "promise_made":
      return <circle cx={x} cy={y} r={3} className="fill-blue" />;
    case "promise_first":
      return (
        <circle
          cx={x}
          cy={y}
          r={4}
          className="fill-card stroke-ink-2"
          strokeWidth={1.5}
          strokeDasharray="2 1.5"
        />
      );
    case "promise_open":
      return <circle cx={x} cy={y} r={5} className="fill-card stroke-blue" strokeWidth={2.5} />;
    case "promise_late":
      return <circle cx={x} cy={y} r={5} className="fill-orange-soft stroke-orange" strokeWidth={2.5} />;
    case "promise_disputed":
      return (
        <g strokeWidth={2.5} className="fill-orange-soft stroke-orange">
          <circle cx={x} cy={y} r={6} />
          <path d={`M${x - 2.5} ${y - 2.5}l5 5M${x + 2.5} ${y - 2.5}l-5 5`} strokeWidth={1.8} />
        </g>
      );
    case "promise_dropped":
      return (
        <g className="fill-card stroke-ink-2" strokeWidth={1.5}>
          <circle cx={x} cy={y} r={4.5} />
          <path d={`M${x - 3} ${y + 3}l6-6`} />
        </g>
      );
    case "explained":
      return (
        <g strokeLinecap="round">
          <circle cx={x} cy={y} r={7} className="fill-slate" />
          <path
            d={`M${x - 3} ${y - 1.5}h6M${x - 3} ${y + 1.5}h6`}
            className="stroke-card"
            strokeWidth={1.5}
          />
        </g>
      );
    case "done":
      return (
        <g strokeLinecap="round" strokeLinejoin="round">
          <circle cx={x} cy={y} r={7.5} className="fill-green" />
          <path
            d={`M${x - 3.2} ${y + 0.2}l2.3 2.4 4.2-4.8`}
            className="fill-none stroke-card"
            strokeWidth={2}
          />
        </g>
      );
    case "cancelled":
      return (
        <path
          d={`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`}
          className="stroke-grey"
          strokeWidth={2.5}
          strokeLinecap="round"
        />
      );
  }
}

interface ThreadShapesProps {
  drawing: ThreadDrawing;
  /** Height of the thread's middle. */
  y: number;
}

/** Line, wedges and knots of a thread; everything but words. */
export function ThreadShapes({ drawing, y }: ThreadShapesProps) {
  const { held, stretches, wedges, marks } = drawing;
  const front = [...marks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (
    <>
      {stretches.map((stretch) => (
        <path
          key={`${stretch.kind} ${stretch.x1} ${stretch.x2}`}
          d={`M${stretch.x1} ${y}H${stretch.x2}`}
          className={STRETCHES[stretch.kind].className}
          strokeDasharray={STRETCHES[stretch.kind].dash}
          strokeWidth={2}
        />
      ))}
      {wedges.map((wedge) => (
        <path key={wedge.kind} d={wedgePath(wedge, y)} className={WEDGES[wedge.kind]} />
      ))}
      {held ? (
        <path
          d={`M${held.x1} ${y}H${Math.abs(held.x2 - held.x1) < 1 ? held.x1 + 0.1 : held.x2}`}
          className="stroke-teal"
          strokeWidth={7}
          strokeLinecap="round"
        />
      ) : null}
      {front.map((mark) => (
        <MarkShape key={`${mark.kind} ${mark.on}`} mark={mark} y={y} />
      ))}
    </>
  );
}
