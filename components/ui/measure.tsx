import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface MeasureProps {
  /** The figure, already written: `412`, `29%`, or "too few to compare". */
  figure: string;
  /** A figure in words is set smaller than a number. */
  worded?: boolean;
  /** What it counts: "hours given". */
  unit: string;
  /** What it stands beside: "92 of 319 hours that are past their date". */
  comparedWith?: ReactNode;
  /** The list behind it; a number leads there. */
  href?: string;
  /** The formula, behind `summary` ("How this is worked out"). */
  how?: { summary: string; text: ReactNode };
}

/** One figure with its unit, what it is compared with, and how it is worked out. */
export function Measure({ figure, worded = false, unit, comparedWith, href, how }: MeasureProps) {
  const number = (
    <>
      <span
        className={worded ? "text-xl font-semibold" : "text-3xl font-semibold tracking-tight tabular-nums"}
      >
        {figure}
      </span>{" "}
      <span className="text-ink-2">{unit}</span>
    </>
  );
  return (
    <div
      data-print="whole"
      className="flex min-w-0 flex-col rounded-md border border-line bg-card p-4 md:p-6"
    >
      <p>
        {href ? (
          <Link href={href} className="underline-offset-4 hover:underline">
            {number}
          </Link>
        ) : (
          number
        )}
      </p>
      {comparedWith ? <p className="mt-1 max-w-measure">{comparedWith}</p> : null}
      {how ? (
        <details className="mt-auto pt-2">
          <summary className="small-summary">{how.summary}</summary>
          <div className="max-w-measure pb-1 text-sm text-ink-2">{how.text}</div>
        </details>
      ) : null}
    </div>
  );
}
