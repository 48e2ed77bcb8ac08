import { ThreadAxis } from "@/components/thread/thread-axis";
import { ThreadLegend } from "@/components/thread/thread-legend";
import { type ConsultationRow as Row, threadOf } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";
import { threadScale } from "@/lib/domain/thread-scale";
import { ConsultationRow } from "./consultation-row";

interface ConsultationRowsProps {
  rows: readonly Row[];
  today: PlainDate;
  /** The workspace's address. */
  slug: string;
  level?: 2 | 3;
}

/** Consultations one below the other, their threads on one time axis, which stands below them with the legend. */
export function ConsultationRows({ rows, today, slug, level }: ConsultationRowsProps) {
  const scale = threadScale(
    rows.map((row) => threadOf(row, today)),
    today,
  );
  return (
    <div className="@container">
      <ul>
        {rows.map((row) => (
          <ConsultationRow key={row.id} row={row} today={today} slug={slug} scale={scale} level={level} />
        ))}
      </ul>
      <div className="flex justify-end">
        <div className="w-90 max-w-full">
          <ThreadAxis scale={scale} />
        </div>
      </div>
      <div className="mt-2 border-line border-t pt-3">
        <ThreadLegend />
      </div>
    </div>
  );
}
