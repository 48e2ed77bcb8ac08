import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { Section } from "@/lib/domain/release/snapshot";
import { useFormats } from "@/lib/i18n/use-formats";

export type SummaryOf = {
  audience: "officer" | "link";
  officerEmail: string | null;
  wantsPassphrase: boolean;
  bodyName: string | null;
  sections: readonly Section[];
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  expiresOn: PlainDate;
};

/** The period of a view in words. */
export function usePeriod(): (fromOn: PlainDate | null, toOn: PlainDate | null) => string {
  const t = useTranslations("shares");
  const formats = useFormats();
  return (fromOn, toOn) => {
    if (fromOn && toOn) return formats.dateRange(fromOn, toOn);
    if (fromOn) return t("from", { date: formats.date(fromOn) });
    return toOn ? t("until", { date: formats.date(toOn) }) : t("allTime");
  };
}

/** What an owner chose of a view. */
export function ShareSummary({ share }: { share: SummaryOf }) {
  const t = useTranslations("shares");
  const section = useTranslations("shares.section");
  const formats = useFormats();
  const period = usePeriod();
  const keys = share.wantsPassphrase ? t("linkWithPassphrase") : t("link");
  return (
    <DefinitionList
      items={[
        {
          term: t("summary.whom"),
          value:
            share.audience === "officer" ? <bdi className="wrap-anywhere">{share.officerEmail}</bdi> : keys,
        },
        { term: t("summary.body"), value: share.bodyName ?? t("everyBody") },
        { term: t("summary.sections"), value: formats.list(share.sections.map((key) => section(key))) },
        { term: t("summary.period"), value: period(share.fromOn, share.toOn) },
        { term: t("summary.lastDay"), value: formats.date(share.expiresOn) },
      ]}
    />
  );
}
