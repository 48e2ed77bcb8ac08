import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import type { Tally } from "@/lib/domain/fatigue";
import type { PlainDate } from "@/lib/domain/plain-date";
import { useFormats } from "@/lib/i18n/use-formats";
import { LedToAction } from "./led-to-action";

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
        <LedToAction finished={tally.finished} hours={hours} href={list("&standing=acted")} />
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
