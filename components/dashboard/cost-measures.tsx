import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import { hoursThatLedToAction, type Tally } from "@/lib/domain/fatigue";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { slug: string; since: PlainDate; tally: Tally };

/** Three figures of the window, each leading to its list, each with its formula. Never blended into one score. */
export function CostMeasures({ slug, since, tally }: Props) {
  const t = useTranslations("dashboard.cost");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const { hours } = tally;
  const tookPlace = tally.total - tally.byStanding.cancelled - tally.byStanding.planned;
  const list = (filter: string) => `/w/${slug}/consultations?from=${since}${filter}`;
  return (
    <section aria-labelledby="cost">
      <h2 id="cost" className="text-lg">
        {t("title")}
      </h2>
      <p className="mb-3 text-ink-2">{t("since", { since: formats.date(since) })}</p>
      <div className="grid gap-4 md:grid-cols-3">
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
        <LedToAction slug={slug} since={since} tally={tally} />
        <Measure
          figure={formats.hoursFigure(hours.noAction)}
          unit={t("noAction")}
          comparedWith={t("noActionBeside", { count: tally.flagged })}
          href={list("&standing=flagged")}
          how={{ summary: how, text: t("noActionHow") }}
        />
      </div>
    </section>
  );
}

function LedToAction({ slug, since, tally }: Props) {
  const t = useTranslations("dashboard.cost");
  const formats = useFormats();
  const ratio = hoursThatLedToAction(tally);
  const how = { summary: useTranslations("common")("howWorkedOut"), text: t("ledToActionHow") };
  if (ratio.kind !== "ratio") {
    const figure = ratio.kind === "too_few" ? t("tooFew") : t("noHours");
    return (
      <Measure
        worded
        figure={figure}
        unit={t("tooFewUnit")}
        comparedWith={t("tooFewBeside", { finished: tally.finished })}
        how={how}
      />
    );
  }
  return (
    <Measure
      figure={formats.percent(ratio.value)}
      unit={t("ledToAction")}
      comparedWith={t("ledToActionBeside", {
        part: formats.hoursFigure(tally.hours.ledToAction),
        whole: formats.hours(tally.hours.finished),
      })}
      href={`/w/${slug}/consultations?from=${since}&standing=acted`}
      how={how}
    />
  );
}
