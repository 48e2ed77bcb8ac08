import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import type { Visits } from "@/lib/domain/measures";

/** Their visits to our events beside ours to theirs; leads to the activities counted. */
export function VisitsMeasure({ visits, href }: { visits: Visits; href: string }) {
  const t = useTranslations("measures.visits");
  const how = useTranslations("common")("howWorkedOut");
  return (
    <Measure
      figure={t("figure", visits)}
      unit={t("unit")}
      comparedWith={t("counts", visits)}
      href={href}
      how={{ summary: how, text: t("how") }}
    />
  );
}
