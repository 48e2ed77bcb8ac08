import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import { hoursThatLedToAction, type Tally } from "@/lib/domain/fatigue";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = {
  finished: number;
  hours: Pick<Tally["hours"], "finished" | "ledToAction">;
  /** The list behind the figure. */
  href: string;
};

/** The share of hours that led to action; in words where there are too few to compare. */
export function LedToAction({ finished, hours, href }: Props) {
  const t = useTranslations("dashboard.cost");
  const formats = useFormats();
  const ratio = hoursThatLedToAction({ finished, hours });
  const how = { summary: useTranslations("common")("howWorkedOut"), text: t("ledToActionHow") };
  if (ratio.kind !== "ratio") {
    const figure = ratio.kind === "too_few" ? t("tooFew") : t("noHours");
    return (
      <Measure
        worded
        figure={figure}
        unit={t("tooFewUnit")}
        comparedWith={t("tooFewBeside", { finished })}
        how={how}
      />
    );
  }
  return (
    <Measure
      figure={formats.percent(ratio.value)}
      unit={t("ledToAction")}
      comparedWith={t("ledToActionBeside", {
        part: formats.hoursFigure(hours.ledToAction),
        whole: formats.hours(hours.finished),
      })}
      href={href}
      how={how}
    />
  );
}
