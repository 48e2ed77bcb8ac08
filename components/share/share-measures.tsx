import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import type { ReleasedHours, ReleasedMeasures } from "@/lib/domain/release/snapshot";
import { useFormats } from "@/lib/i18n/use-formats";
import { useReleased } from "./use-released";

/** The measures of a view, each with its formula. Numbers of people and hours come from rounded counts alone. */
export function ShareMeasures({ measures }: { measures: ReleasedMeasures }) {
  const t = useTranslations("shared.measures");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const released = useReleased();
  const hours = ({ hours: given, orMore }: ReleasedHours) => {
    const figure = formats.hours(given);
    return orMore ? t("orMore", { figure }) : figure;
  };
  const action = measures.hoursLedToAction;
  const finished = measures.hoursOfFinished;
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" className="text-lg">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t("sub")}</p>
      <div className="grid gap-4 md:grid-cols-3 print:grid-cols-2">
        <Measure
          figure={released.total(measures.people)}
          worded={measures.people.orMore}
          unit={t("people.unit")}
          how={{ summary: how, text: t("people.how") }}
        />
        <Measure
          figure={hours(measures.hoursGiven)}
          worded
          unit={t("hours.unit")}
          how={{ summary: how, text: t("hours.how") }}
        />
        <Measure
          figure={hours(action)}
          worded
          unit={t("action.unit")}
          comparedWith={t("action.beside", { part: hours(action), whole: hours(finished) })}
          how={{ summary: how, text: t("action.how") }}
        />
        <Measure
          figure={hours(measures.hoursNoAction)}
          worded
          unit={t("noAction.unit")}
          comparedWith={t("noAction.beside", { count: measures.flagged })}
          how={{ summary: how, text: t("noAction.how") }}
        />
        <Part part={measures.answered} measure="answered" />
        <Part part={measures.promisesKept} measure="promises" />
        <Part part={measures.membersTookPart} measure="voice" />
      </div>
      {measures.answered.enough ? null : <p className="mt-3 text-ink-2">{t("tooFew")}</p>}
    </section>
  );
}

type PartProps = { part: ReleasedMeasures["answered"]; measure: "answered" | "promises" | "voice" };

/** Some of all: as a share where there are enough to compare, else as counts. Worded as the organisation reads it. */
function Part({ part: { part, whole, enough }, measure }: PartProps) {
  const t = useTranslations("measures");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const share = enough && whole > 0;
  return (
    <Measure
      figure={share ? formats.percent(part / whole) : whole === 0 ? t("noneDue") : t("part", { part, whole })}
      worded={!share}
      unit={t(`${measure}.unit`)}
      comparedWith={share ? t(`${measure}.counts`, { part, whole }) : undefined}
      how={{ summary: how, text: t(`${measure}.how`) }}
    />
  );
}
