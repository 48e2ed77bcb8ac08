import { useTranslations } from "next-intl";
import { useId } from "react";
import type { CameOfIt } from "@/lib/domain/measures";
import { Filled, FillPatterns } from "./fills";

const SWATCH = [{ x: 0, y: 0, width: 16, height: 16 }];

/** What the patterns of a chart mean, in the order they stand on each other. */
export function CameLegend({ shown }: { shown: readonly CameOfIt[] }) {
  const t = useTranslations("measures.came");
  const id = useId();
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
      {shown.map((came) => (
        <li key={came} className="inline-flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 16 16" width={16} height={16} className="shrink-0">
            <FillPatterns id={id} of={[came]} />
            <Filled id={id} came={came} boxes={SWATCH} />
          </svg>
          {t(came)}
        </li>
      ))}
    </ul>
  );
}
