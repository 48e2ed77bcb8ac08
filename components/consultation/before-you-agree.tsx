import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConsultationRecord } from "@/lib/domain/consultation-record";
import { PAID_FOR } from "@/lib/domain/taxonomy";

/** What they said before we agreed, as terms and values; a value is null where nothing is recorded. */
export function useBeforeYouAgree(record: ConsultationRecord): { term: string; value: ReactNode }[] {
  const t = useTranslations("consultation.field");
  const taxonomy = useTranslations("taxonomy");
  const format = useFormatter();
  const { paidFor, cameFirst } = record;
  return [
    { term: t("whatCanChange"), value: written(record.whatCanChange) },
    { term: t("whoDecides"), value: written(record.whoDecides) },
    { term: t("resourcesBehind"), value: written(record.resourcesBehind) },
    { term: t("hearBack"), value: written(record.hearBack) },
    {
      term: t("paidFor"),
      value:
        paidFor.length > 0
          ? format.list(
              PAID_FOR.filter((key) => paidFor.includes(key)).map((key) => taxonomy(`paidFor.${key}`)),
              { type: "unit" },
            )
          : null,
    },
    { term: t("cameFirst"), value: cameFirst && taxonomy(`cameFirst.${cameFirst}`) },
  ];
}

function written(words: string | null): ReactNode {
  return words ? (
    <span dir="auto" className="whitespace-pre-line wrap-anywhere">
      {words}
    </span>
  ) : null;
}
