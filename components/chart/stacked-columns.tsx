import { useLocale } from "next-intl";
import { useId } from "react";
import { namedMonths, stackColumns } from "@/lib/domain/chart";
import { CAME_OF_IT, hoursOf, type MonthFigures } from "@/lib/domain/measures";
import { directionOf } from "@/lib/i18n/locales";
import { useFormats } from "@/lib/i18n/use-formats";
import { Filled, FillPatterns } from "./fills";

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

type Size = { width: number; height: number; names: number };

function Drawing({ months, summary, width, height, names }: Props & Size) {
  const id = useId();
  const formats = useFormats();
  const rtl = directionOf(useLocale()) === "rtl";
  const stacks = months.map((one) => ({
    key: one.month,
    parts: CAME_OF_IT.map((came) => hoursOf(one[came])),
  }));
  const { columns, lines, from, to } = stackColumns(stacks, {
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
        <FillPatterns id={id} />
        {lines.map(({ value, y }) => (
          <g key={value}>
            <path d={`M${from} ${y}H${to}`} className={value === 0 ? "stroke-line-strong" : "stroke-line"} />
            <text
              x={rtl ? width - BESIDE + 6 : BESIDE - 6}
              y={y + 4}
              textAnchor={rtl ? "start" : "end"}
              direction="ltr"
              fontSize={12}
              className="fill-ink-2"
            >
              {formats.number(value)}
            </text>
          </g>
        ))}
        {columns.map(({ key, x, width: wide, middle, segments }) => (
          <g key={key}>
            {segments.map(({ part, ...box }) => (
              <Filled key={part} id={id} came={CAME_OF_IT[part] ?? "open"} x={x} width={wide} {...box} />
            ))}
            {named.has(key) ? (
              <text x={middle} y={height - 7} textAnchor="middle" fontSize={12} className="fill-ink-2">
                {key.slice(5, 7) === "01" ? formats.year(key) : formats.monthShort(key)}
              </text>
            ) : null}
          </g>
        ))}
      </g>
    </svg>
  );
}
