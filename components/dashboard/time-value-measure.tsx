import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Measure } from "@/components/ui/measure";
import { hoursOf, type TimeValue } from "@/lib/domain/measures";
import { moneyFormat } from "@/lib/i18n/money";
import { useFormats } from "@/lib/i18n/use-formats";

/** What the hours given come to, with the rates it rests on. Where no rate is known: a sentence, no figure. */
export function TimeValueMeasure({ value }: { value: TimeValue | null }) {
  const t = useTranslations("measures.timeValue");
  const how = useTranslations("common")("howWorkedOut");
  const formats = useFormats();
  const locale = useLocale();
  if (!value) return <p className="max-w-measure text-ink-2">{t("none")}</p>;
  const [first] = value.rates;
  if (!first)
    return value.withoutRate > 0 ? <p className="max-w-measure text-ink-2">{t("noneKnown")}</p> : null;
  const money = moneyFormat(locale, value.currency);
  const hours = (minutes: number) => formats.hours(hoursOf(minutes));
  return (
    <Measure
      figure={money(Math.round(value.worth))}
      unit={t("unit")}
      comparedWith={t("beside", { hours: hours(value.minutes), payments: money(value.payments) })}
      how={{
        summary: how,
        text: (
          <>
            <p>{t("how")}</p>
            {value.withoutRate > 0 ? (
              <p className="mt-2">
                {t("withoutRate", { hours: hours(value.withoutRate), date: formats.date(first.validFrom) })}
              </p>
            ) : null}
            <ul className="mt-2 list-inside list-disc">
              {value.rates.map((rate) => (
                <li key={rate.validFrom}>
                  {t("rate", {
                    amount: money(rate.amount),
                    date: formats.date(rate.validFrom),
                    source: rate.source,
                  })}{" "}
                  {rate.sourceUrl ? (
                    <Link href={rate.sourceUrl} rel="noreferrer" className="underline underline-offset-4">
                      {t("source")}
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        ),
      }}
    />
  );
}
