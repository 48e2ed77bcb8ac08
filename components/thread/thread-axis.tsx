import { useLocale, useTranslations } from "next-intl";
import { axisTicks, placeOn, type ThreadScale } from "@/lib/domain/thread-scale";
import { directionOf } from "@/lib/i18n/locales";
import { useFormats } from "@/lib/i18n/use-formats";
import { ROW_WIDTH } from "./thread";

/** The time axis below a list of threads that share a scale. Put it in the same column as the threads. */
export function ThreadAxis({ scale }: { scale: ThreadScale }) {
  const t = useTranslations("thread");
  const formats = useFormats();
  const place = placeOn(scale, ROW_WIDTH, directionOf(useLocale()) === "rtl");
  return (
    <svg
      role="img"
      aria-label={t("axisLabel", { from: formats.date(scale.from), to: formats.date(scale.to) })}
      viewBox={`0 0 ${ROW_WIDTH} 24`}
      width={ROW_WIDTH}
      height={24}
      className="block h-auto max-w-full"
    >
      {axisTicks(scale).map(({ on, unit }) => {
        const { x } = place(on);
        return (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
          <g key={on} aria-hidden="true">
            <path d={`M${x} 0v5`} className="stroke-line-strong" />
            <text
              x={Math.min(ROW_WIDTH - 15, Math.max(15, x))}
              y={19}
              textAnchor="middle"
              fontSize={13}
              className="fill-ink-2"
            >
              {unit === "year" ? formats.year(on) : formats.monthShort(on)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
