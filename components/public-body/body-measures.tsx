import { useTranslations } from "next-intl";
import { LedToAction } from "@/components/dashboard/led-to-action";
import { PartMeasure } from "@/components/dashboard/part-measure";
import { VisitsMeasure } from "@/components/dashboard/visits-measure";
import { Measure } from "@/components/ui/measure";
import { type BodyFigures, hoursOf, type Visits } from "@/lib/domain/measures";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

export type BodyMeasuresProps = {
  slug: string;
  since: PlainDate;
  figures: BodyFigures;
  /** How often it asked again on a shared topic within a year, and how often with an earlier one unanswered. */
  again: { again: number; unanswered: number; visits: Visits };
};

/** Seven figures of one public body over the window, each with its formula. */
export function BodyMeasures({ slug, since, figures, again }: BodyMeasuresProps) {
  const t = useTranslations("public-body.page");
  const measures = useTranslations("measures");
  const cost = useTranslations("dashboard.cost");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const { id, finished, answered, answersDue, promisesKept, promisesDue, flagged, unknown } = figures;
  const list = `/w/${slug}/consultations?body=${id}&from=${since}`;
  const answers = { part: answered, whole: answersDue };
  const promises = { part: promisesKept, whole: promisesDue };
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" className="text-lg">
        {t("measures")}
      </h2>
      <p className="mb-3 text-ink-2">{t("since", { since: formats.date(since) })}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Measure
          figure={formats.hoursFigure(hoursOf(figures.minutes))}
          unit={t("given")}
          comparedWith={t("givenBeside", { consultations: figures.consultations })}
          href={list}
          how={{
            summary: how,
            text: (
              <>
                <p>{cost("givenHow")}</p>
                {unknown > 0 ? <p className="mt-2">{cost("unknown", { count: unknown })}</p> : null}
              </>
            ),
          }}
        />
        <LedToAction
          finished={finished}
          hours={{ finished: hoursOf(figures.finishedMinutes), ledToAction: hoursOf(figures.actedMinutes) }}
          href={`${list}&standing=acted`}
        />
        <Measure
          figure={formats.hoursFigure(hoursOf(figures.flaggedMinutes))}
          unit={cost("noAction")}
          comparedWith={cost("noActionBeside", { count: flagged })}
          href={`${list}&standing=flagged`}
          how={{ summary: how, text: cost("noActionHow") }}
        />
        <PartMeasure
          {...answers}
          finished={finished}
          unit={measures("answered.unit")}
          counts={measures("answered.counts", answers)}
          formula={measures("answered.how")}
        />
        <PartMeasure
          {...promises}
          finished={finished}
          unit={measures("promises.unit")}
          counts={measures("promises.counts", promises)}
          formula={measures("promises.how")}
        />
        <Measure
          figure={formats.number(again.again)}
          unit={measures("again.unit", { count: again.again })}
          comparedWith={
            again.unanswered > 0 ? (
              <span className="font-semibold text-red">
                {measures("again.counts", { unanswered: again.unanswered })}
              </span>
            ) : again.again > 0 ? (
              measures("again.counts", { unanswered: 0 })
            ) : (
              measures("again.none")
            )
          }
          how={{ summary: how, text: measures("again.how") }}
        />
        <VisitsMeasure visits={again.visits} href={`/w/${slug}/activities?body=${id}&from=${since}`} />
      </div>
    </section>
  );
}
