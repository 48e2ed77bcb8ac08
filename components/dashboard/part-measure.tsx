import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Measure } from "@/components/ui/measure";
import { type Part, shareOf } from "@/lib/domain/measures";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = Part & {
  /** How many finished consultations there are: under five, only counts are shown. */
  finished: number;
  /** "of promises kept" */
  unit: string;
  /** The counts in words. */
  counts: string;
  more?: ReactNode;
  formula: string;
};

/** A share of something with its counts and its formula; the counts alone where there are too few to compare. */
export function PartMeasure({ part, whole, finished, unit, counts, more, formula }: Props) {
  const t = useTranslations("measures");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const share = shareOf({ part, whole }, finished);
  const beside = whole === 0 ? t("noneDueLong") : counts;
  return (
    <Measure
      worded={share === null}
      figure={share === null ? t("tooFew") : formats.percent(share)}
      unit={unit}
      comparedWith={
        <>
          {beside} {more}
        </>
      }
      how={{ summary: how, text: formula }}
    />
  );
}
