/** A column of a chart: a stack of parts from the ground up, in the units of its axis. */
export type Stack = { key: string; parts: readonly number[] };

export type Segment = { part: number; y: number; height: number };
export type ColumnShape = { key: string; x: number; width: number; middle: number; segments: Segment[] };
export type Line = { value: number; y: number };
export type Columns = { columns: ColumnShape[]; lines: Line[]; from: number; to: number; ground: number };

type Frame = {
  width: number;
  height: number;
  /** Room for the numbers beside the axis, and for the words below it. */
  beside: number;
  below: number;
  rtl: boolean;
};

/** Room above the highest line, so that its number is not cut. */
const ABOVE = 10;

/** Round steps of an axis from 0 to at least `most`, at most four of them. */
export function roundSteps(most: number): number[] {
  if (most <= 0) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((size) => size * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Math.round(index * step * 1e6) / 1e6);
}

const tidy = (px: number) => Math.round(px * 10) / 10;

/** Where the columns of a chart stand, in px. Time runs from right to left where writing does. */
export function stackColumns(
  stacks: readonly Stack[],
  { width, height, beside, below, rtl }: Frame,
): Columns {
  const totals = stacks.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const steps = roundSteps(Math.max(0, ...totals));
  const top = steps.at(-1) || 1;
  const ground = height - below;
  const up = (value: number) => ((ground - ABOVE) * value) / top;
  const room = (width - beside) / Math.max(1, stacks.length);
  const columnWidth = tidy(Math.min(room * 0.72, 28));
  const columns = stacks.map(({ key, parts }, index) => {
    const along = beside + room * (index + 0.5);
    const middle = tidy(rtl ? width - along : along);
    let below = 0;
    const segments = parts.flatMap((value, part) => {
      const y = tidy(ground - up(below + value));
      const segment = { part, y, height: tidy(ground - up(below)) - y };
      below += value;
      // A sliver is still seen: something is not nothing.
      return value > 0 ? [{ ...segment, height: tidy(Math.max(1, segment.height)) }] : [];
    });
    return { key, x: tidy(middle - columnWidth / 2), width: columnWidth, middle, segments };
  });
  const lines = steps.map((value) => ({ value, y: tidy(ground - up(value)) }));
  return { columns, lines, from: rtl ? 0 : beside, to: rtl ? width - beside : width, ground };
}

/** Which of many months are named below an axis, so that at most `most` are: every third, sixth or twelfth one. */
export function namedMonths(months: readonly string[], most: number): Set<string> {
  const step = [1, 2, 3, 6, 12].find((size) => months.length / size <= most) ?? 12;
  return new Set(months.filter((month) => (Number(month.slice(5, 7)) - 1) % step === 0));
}
