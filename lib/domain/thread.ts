import { daysBetween, type PlainDate } from "./plain-date";
import { type Place, placeOn, type ThreadScale } from "./thread-scale";

/** What a thread is drawn from: dated facts of one consultation, and the day it is seen on. */
export interface ThreadFacts {
  askedOn: PlainDate | null;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  answerDueOn: PlainDate | null;
  /** The due date before an extension was agreed. */
  firstAnswerDueOn: PlainDate | null;
  cancelledOn: PlainDate | null;
  /** `on` is null for an answer known only as a fact. */
  answers: readonly { on: PlainDate | null; kind: "substantive" | "update" }[];
  /** Counting promises; `disputed` ones are said to be done while the community says no. */
  promises: readonly ThreadPromise[];
  /** The day reasons for doing nothing were accepted. */
  explainedOn?: PlainDate | null;
  /** Answered, but no action recorded: the day from which that counts. */
  noActionSince?: PlainDate | null;
  today: PlainDate;
}

export interface ThreadPromise {
  madeOn: PlainDate | null;
  dueOn: PlainDate;
  /** The first due date, when it was moved. */
  firstDueOn: PlainDate | null;
  doneOn: PlainDate | null;
  state: "open" | "late" | "done" | "disputed" | "dropped";
}

export type MarkKind =
  | "asked"
  | "due"
  | "first_due"
  | "update"
  | "answer"
  | "answer_undated"
  | "promise_made"
  | "promise_first"
  | "promise_open"
  | "promise_late"
  | "promise_disputed"
  | "promise_dropped"
  | "done"
  | "explained"
  | "cancelled"
  | "today";

/** A knot, tick or end point; several facts of one kind on one day are one mark with a count. */
export interface Mark extends Place {
  kind: MarkKind;
  on: PlainDate;
  count: number;
}

export interface Wedge {
  kind: "silence" | "late" | "no_action";
  from: PlainDate;
  to: PlainDate;
  days: number;
  /** Still growing: it ends today, not at an answer. */
  ongoing: boolean;
  x1: number;
  x2: number;
  /** Half its height where it ends, in px. */
  half: number;
}

export interface Stretch {
  /** `lived` solid, `ahead` still to come, `unknown` when the day of an answer is not known. */
  kind: "lived" | "ahead" | "unknown";
  x1: number;
  x2: number;
}

export interface ThreadDrawing {
  held: { x1: number; x2: number } | null;
  /** The first day of taking part, where that is drawn. */
  heldFrom: PlainDate | null;
  stretches: Stretch[];
  wedges: Wedge[];
  marks: Mark[];
}

export interface ThreadFrame {
  width: number;
  height: number;
  rtl: boolean;
}

const earliest = (dates: readonly PlainDate[]) => dates.reduce((a, b) => (a < b ? a : b));
const latest = (dates: readonly PlainDate[]) => dates.reduce((a, b) => (a > b ? a : b));
const known = (dates: readonly (PlainDate | null | undefined)[]) =>
  dates.filter((date): date is PlainDate => typeof date === "string");

/** The day a promise counts as done; unknown days are read as the due date, never later than today. */
function doneDay(promise: ThreadPromise, today: PlainDate): PlainDate {
  return promise.doneOn ?? earliest([promise.dueOn, today]);
}

/** The periods in which nothing was recorded, without places. A cancelled consultation owes nothing. */
export function wedgesOf(facts: ThreadFacts): Omit<Wedge, "x1" | "x2" | "half">[] {
  const { today, answerDueOn: due } = facts;
  if (facts.cancelledOn) return [];
  const spans: { kind: Wedge["kind"]; from: PlainDate; to: PlainDate }[] = [];

  const substantive = facts.answers.filter((answer) => answer.kind === "substantive");
  const counting = facts.promises.filter((promise) => promise.state !== "dropped");
  if (due && due < today && !substantive.some((answer) => answer.on === null)) {
    const broken = known([
      ...substantive.map((answer) => answer.on),
      ...counting.map(
        (promise) => promise.madeOn ?? (promise.state === "done" ? doneDay(promise, today) : null),
      ),
      facts.explainedOn,
    ]);
    spans.push({ kind: "silence", from: due, to: earliest([today, ...broken]) });
  }
  const overdue = counting
    .filter((promise) => promise.state === "late" || promise.state === "disputed")
    .map((promise) => (promise.state === "disputed" ? doneDay(promise, today) : promise.dueOn));
  if (overdue.length > 0) spans.push({ kind: "late", from: earliest(overdue), to: today });
  if (facts.noActionSince) spans.push({ kind: "no_action", from: facts.noActionSince, to: today });

  return spans
    .filter(({ from, to }) => from < to)
    .map((span) => ({ ...span, days: daysBetween(span.from, span.to), ongoing: span.to === today }));
}

/** Every mark by kind and day, in order of time. */
export function marksOf(facts: ThreadFacts): { kind: MarkKind; on: PlainDate; count: number }[] {
  const { today } = facts;
  const marks: { kind: MarkKind; on: PlainDate | null | undefined }[] = [];
  marks.push({ kind: "asked", on: facts.askedOn ?? facts.startsOn });
  if (facts.cancelledOn) {
    marks.push({ kind: "cancelled", on: facts.cancelledOn });
  } else {
    if (facts.firstAnswerDueOn !== facts.answerDueOn)
      marks.push({ kind: "first_due", on: facts.firstAnswerDueOn });
    marks.push({ kind: "due", on: facts.answerDueOn });
    for (const answer of facts.answers) {
      marks.push({ kind: answer.kind === "update" ? "update" : "answer", on: answer.on });
    }
    if (facts.answers.some((answer) => answer.on === null && answer.kind === "substantive")) {
      marks.push({
        kind: "answer_undated",
        on: middle(facts.endsOn ?? facts.startsOn, facts.noActionSince ?? today),
      });
    }
    for (const promise of facts.promises) {
      marks.push({ kind: "promise_made", on: promise.madeOn });
      if (promise.firstDueOn !== promise.dueOn) marks.push({ kind: "promise_first", on: promise.firstDueOn });
      if (promise.state === "done") marks.push({ kind: "done", on: doneDay(promise, today) });
      else if (promise.state === "disputed")
        marks.push({ kind: "promise_disputed", on: doneDay(promise, today) });
      else marks.push({ kind: `promise_${promise.state}`, on: promise.dueOn });
    }
    marks.push({ kind: "explained", on: facts.explainedOn });
    if (!endOf(facts).ended) marks.push({ kind: "today", on: today });
  }
  const merged = new Map<string, { kind: MarkKind; on: PlainDate; count: number }>();
  for (const { kind, on } of marks) {
    if (!on) continue;
    const before = merged.get(`${kind} ${on}`);
    if (before) before.count += 1;
    else merged.set(`${kind} ${on}`, { kind, on, count: 1 });
  }
  return [...merged.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function middle(from: PlainDate, to: PlainDate): PlainDate {
  if (from >= to) return to;
  const half = new Date((Date.parse(`${from}T00:00:00Z`) + Date.parse(`${to}T00:00:00Z`)) / 2);
  return half.toISOString().slice(0, 10);
}

/** Where the thread stops: at the last action when everything promised is done, else it runs on to today. */
function endOf(facts: ThreadFacts): { on: PlainDate; ended: boolean } {
  if (facts.cancelledOn) return { on: facts.cancelledOn, ended: true };
  const counting = facts.promises.filter((promise) => promise.state !== "dropped");
  if (counting.length > 0 && counting.every((promise) => promise.state === "done")) {
    return { on: latest(counting.map((promise) => doneDay(promise, facts.today))), ended: true };
  }
  if (counting.length === 0 && facts.explainedOn) return { on: facts.explainedOn, ended: true };
  return { on: facts.today, ended: false };
}

/** A wedge opens with time, quickly at first, and stays inside the row: half its height in px after `days`. */
function halfHeight(days: number, height: number): number {
  const most = height / 2 - 1;
  const least = Math.min(5, most);
  return tidy(least + (most - least) * (1 - Math.exp(-days / 150)));
}

/** The lived line from `start` to `end` with the wedges cut out of it. */
function livedStretches(
  start: PlainDate,
  end: PlainDate,
  gaps: readonly { from: PlainDate; to: PlainDate }[],
) {
  const pieces: { from: PlainDate; to: PlainDate }[] = [];
  let at = start;
  for (const gap of [...gaps].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (gap.from > at) pieces.push({ from: at, to: earliest([gap.from, end]) });
    at = latest([at, gap.to]);
  }
  if (at < end) pieces.push({ from: at, to: end });
  return pieces;
}

/** Places everything of one thread on a drawing of `frame.width` × `frame.height` px over `scale`. */
export function drawThread(facts: ThreadFacts, scale: ThreadScale, frame: ThreadFrame): ThreadDrawing {
  const place = placeOn(scale, frame.width, frame.rtl);
  const x = (date: PlainDate) => place(date).x;
  const { today } = facts;
  const start = facts.askedOn ?? facts.startsOn;
  const end = endOf(facts).on;
  const spans = wedgesOf(facts);
  const toStretch = (kind: Stretch["kind"]) => (piece: { from: PlainDate; to: PlainDate }) => ({
    kind,
    x1: x(piece.from),
    x2: x(piece.to),
  });

  const undated = facts.answers.some((answer) => answer.on === null && answer.kind === "substantive");
  const closed = facts.endsOn ?? facts.startsOn;
  const unknown =
    undated && !facts.cancelledOn && closed < end ? [{ from: closed, to: facts.noActionSince ?? end }] : [];
  const ahead = facts.cancelledOn
    ? []
    : known([
        start,
        facts.startsOn,
        facts.endsOn,
        facts.answerDueOn,
        ...facts.promises.filter((promise) => promise.state === "open").map((promise) => promise.dueOn),
      ]).filter((date) => date > today);

  const lived =
    start < earliest([end, today])
      ? livedStretches(start, earliest([end, today]), [...spans, ...unknown])
      : [];
  return {
    held: facts.cancelledOn
      ? null
      : {
          x1: x(facts.startsOn),
          x2: x(facts.endsOn ?? latest([facts.startsOn, earliest([today, scale.to])])),
        },
    heldFrom: facts.cancelledOn ? null : facts.startsOn,
    stretches: [
      ...lived.map(toStretch("lived")),
      ...unknown.filter((piece) => !spans.some((span) => span.from <= piece.from)).map(toStretch("unknown")),
      ...(ahead.length > 0 && end === today ? [toStretch("ahead")({ from: today, to: latest(ahead) })] : []),
    ],
    wedges: spans.map((span) => ({
      ...span,
      x1: x(span.from),
      x2: x(span.to),
      half: halfHeight(span.days, frame.height),
    })),
    marks: marksOf(facts).map((mark) => ({ ...mark, ...place(mark.on) })),
  };
}

/** Tenths of a px: nobody sees less, and sums would drag a dozen digits along. */
const tidy = (px: number) => Math.round(px * 10) / 10;

/** A wedge as an SVG path around the height `y`; it opens the way time runs. */
export function wedgePath(wedge: Pick<Wedge, "x1" | "x2" | "half">, y: number): string {
  // On a long axis a few days would vanish under today's ring: two px stay visible.
  const direction = wedge.x2 < wedge.x1 ? -1 : 1;
  const from = Math.abs(wedge.x2 - wedge.x1) < 2 ? wedge.x2 - 2 * direction : wedge.x1;
  const [top, bottom] = [tidy(y - wedge.half), tidy(y + wedge.half)];
  return `M${tidy(from)} ${y - 1}L${wedge.x2} ${top}V${bottom}L${tidy(from)} ${y + 1}Z`;
}
