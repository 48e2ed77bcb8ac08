import { useTranslations } from "next-intl";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { MarkKind, ThreadDrawing, Wedge } from "@/lib/domain/thread";
import { type LabelWish, textWidth } from "@/lib/domain/thread-labels";
import { useFormats } from "@/lib/i18n/use-formats";

export type LabelTone = "plain" | Wedge["kind"];

export interface FigureLabel extends LabelWish {
  /** The word, and below it the date. */
  lines: string[];
  /** The same for the numbered list, which has room for whole dates. */
  text: string;
  tone: LabelTone;
  /** Order in time, for numbering. */
  on: string;
}

/** Who chooses room first. What has no rank carries no label: the timeline below the figure lists it. */
const RANKS: Partial<Record<MarkKind, number>> = {
  promise_late: 2,
  promise_disputed: 2,
  due: 3,
  done: 3,
  explained: 3,
  cancelled: 3,
  answer: 4,
  answer_undated: 4,
  promise_open: 5,
  today: 6,
  asked: 7,
  promise_first: 9,
  first_due: 9,
  promise_dropped: 10,
};

/** The words of a drawing, each wishing for a place near what it names. */
export function useFigureLabels(
  today: PlainDate,
  open: boolean,
  released = false,
): (drawing: ThreadDrawing) => FigureLabel[] {
  const t = useTranslations("thread");
  const formats = useFormats();
  return (drawing) => {
    const labels: FigureLabel[] = [];
    const add = (id: string, label: Omit<FigureLabel, "id" | "width">) => {
      labels.push({ id, width: Math.max(...label.lines.map(textWidth)), ...label });
    };
    for (const wedge of drawing.wedges) {
      const disputed =
        wedge.kind === "late" && drawing.marks.some((mark) => mark.kind === "promise_disputed");
      const words = t(`wedge.${disputed ? "disputed" : wedge.kind}`, { duration: formats.days(wedge.days) });
      const x = (wedge.x1 + wedge.x2) / 2;
      add(`wedge ${wedge.kind}`, {
        x,
        rank: 1,
        above: true,
        lines: [words],
        text: words,
        tone: wedge.kind,
        on: wedge.from,
      });
    }
    for (const { kind, on, x, count } of drawing.marks) {
      const rank = RANKS[kind];
      if (!rank) continue;
      const word = t(`mark.${kind === "today" && released ? "released" : kind}`, { count });
      const lines = kind === "answer_undated" ? [word] : [word, formats.dateShort(on)];
      const text = kind === "answer_undated" ? word : `${word} · ${formats.date(on)}`;
      add(`${kind} ${on}`, { x, rank, lines, text, tone: "plain", on });
    }
    if (drawing.held && drawing.heldFrom) {
      const x = (drawing.held.x1 + drawing.held.x2) / 2;
      const word = t(drawing.heldFrom > today ? "mark.begins" : open ? "mark.began" : "mark.held");
      const lines = [word, formats.dateShort(drawing.heldFrom)];
      const text = `${word} · ${formats.date(drawing.heldFrom)}`;
      add("held", { x, rank: 8, above: true, lines, text, tone: "plain", on: drawing.heldFrom });
    }
    return labels;
  };
}
