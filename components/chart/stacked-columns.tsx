import { useLocale } from "next-intl";
import { useId } from "react";
import { type ColumnShape, namedMonths, stackColumns } from "@/lib/domain/chart";
import { CAME_OF_IT, hoursOf, type MonthFigures } from "@/lib/domain/measures";
import { directionOf } from "@/lib/i18n/locales";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Box, Filled, FillPatterns } from "./fills";

/** The widths drawn, each shown in the columns it fits: the server cannot know the screen. */
const VARIANTS = [
  { width: 280, height: 160, names: 5, className: "@sm:hidden print:hidden" },
  { width: 420, height: 190, names: 7, className: "hidden @sm:block @xl:hidden print:block" },
  { width: 620, height: 220, names: 9, className: "hidden @xl:block print:hidden" },
];
const BESIDE = 48;
const BELOW = 24;

type Props = { months: readonly MonthFigures[]; summary: string };

/** Hours by month as stacked columns. `summary` says in words what the drawing shows. */
export function StackedColumns({ months, summary }: Props) {
  return (
    <div className="@container">
      {VARIANTS.map(({ className, ...variant }) => (
        <div key={variant.width} className={className}>
          <Drawing months={months} summary={summary} {...variant} />
        </div>
      ))}
    </div>
  );
}

/** The same part of every column. */
const boxesOf = (columns: readonly ColumnShape[], wanted: number): Box[] =>
  columns.flatMap(({ x, width, segments }) =>
    segments.filter(({ part }) => part === wanted).map(({ y, height }) => ({ x, y, width, height })),
  );

type Size = { width: number; height: number; names: number };

function Drawing({ months, summary, width, height, names }: Props & Size) {
  const id = useId();
  const formats = useFormats();
  const rtl = directionOf(useLocale()) === "rtl";
  const stacks = months.map((one) => ({
    key: one.month,
    parts: CAME_OF_IT.map((came) => hoursOf(one[came])),
  }));
  const { columns, lines, from, to, ground } = stackColumns(stacks, {
    width,
    height,
    beside: BESIDE,
    below: BELOW,
    rtl,
  });
  const named = namedMonths(
    months.map(({ month }) => month),
    names,
  );
  const boxes = CAME_OF_IT.map((came, part) => ({ came, boxes: boxesOf(columns, part) }));
  const shown = boxes.filter((one) => one.boxes.length > 0);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="block h-auto w-full"
    >
      <title id={`${id}-title`}>{summary}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">
        <FillPatterns id={id} of={shown.map(({ came }) => came)} />
        <path d={lines.map(({ y }) => `M${from} ${y}H${to}`).join("")} className="stroke-line" />
        <path d={`M${from} ${ground}H${to}`} className="stroke-line-strong" />
        {lines.map(({ value, y }) => (
          <text
            key={value}
            x={rtl ? width - BESIDE + 6 : BESIDE - 6}
            y={y + 4}
            textAnchor={rtl ? "start" : "end"}
            direction="ltr"
            fontSize={12}
            className="fill-ink-2"
          >
            {formats.number(value)}
          </text>
        ))}
        {shown.map((one) => (
          <Filled key={one.came} id={id} {...one} />
        ))}
        {columns.map(({ key, middle }) =>
          named.has(key) ? (
            <text
              key={key}
              x={middle}
              y={height - 7}
              textAnchor="middle"
              fontSize={12}
              className="fill-ink-2"
            >
              {key.slice(5, 7) === "01" ? formats.year(key) : formats.monthShort(key)}
            </text>
          ) : null,
        )}
      </g>
    </svg>
  );
}
