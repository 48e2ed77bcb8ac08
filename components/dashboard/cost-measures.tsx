import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import type { Tally } from "@/lib/domain/fatigue";
import type { TimeValue } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { LedToAction } from "./led-to-action";
import { TimeValueMeasure } from "./time-value-measure";

type Props = {
  slug: string;
  since: PlainDate;
  tally: Tally;
  /** Null where the country has no hourly rate. */
  timeValue: TimeValue | null;
};

/** Figures of the window, each leading to its list, each with its formula. Never blended into one score. */
export function CostMeasures({ slug, since, tally, timeValue }: Props) {
  const t = useTranslations("dashboard.cost");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const { hours } = tally;
  const tookPlace = tally.total - tally.byStanding.cancelled - tally.byStanding.planned;
  const worth = timeValue && timeValue.rates.length > 0 ? timeValue : null;
  const list = (filter: string) => `/w/${slug}/consultations?from=${since}${filter}`;
  return (
    <section aria-labelledby="cost">
      <h2 id="cost" className="text-lg">
        {t("title")}
      </h2>
      <p className="mb-3 text-ink-2">{t("since", { since: formats.date(since) })}</p>
      <div className={worth ? "grid gap-4 sm:grid-cols-2 xl:grid-cols-4" : "grid gap-4 md:grid-cols-3"}>
        <Measure
          figure={formats.hoursFigure(hours.given)}
          unit={t("given")}
          comparedWith={t("givenBeside", { consultations: tookPlace, bodies: tally.bodies })}
          href={list("")}
          how={{
            summary: how,
            text: (
              <>
                <p>{t("givenHow")}</p>
                {hours.unknown > 0 ? <p className="mt-2">{t("unknown", { count: hours.unknown })}</p> : null}
              </>
            ),
          }}
        />
        <LedToAction finished={tally.finished} hours={hours} href={list("&standing=acted")} />
        <Measure
          figure={formats.hoursFigure(hours.noAction)}
          unit={t("noAction")}
          comparedWith={t("noActionBeside", { count: tally.flagged })}
          href={list("&standing=flagged")}
          how={{ summary: how, text: t("noActionHow") }}
        />
        {worth ? <TimeValueMeasure value={worth} /> : null}
      </div>
      {worth ? null : (
        <div className="mt-4 empty:hidden">
          <TimeValueMeasure value={timeValue} />
        </div>
      )}
    </section>
  );
}
