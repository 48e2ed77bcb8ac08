import { useTranslations } from "next-intl";
import { fieldKey } from "@/lib/domain/import/refusal-sentence";
import type { FieldError } from "@/lib/domain/result";

const CODES = [
  "column_needed",
  "column_unknown",
  "body_needed",
  "end_needed",
  "order_needed",
  "too_long",
] as const;

export type MatchErrors = {
  byField: Record<string, string>;
  list: { fieldId?: string; text: string }[];
};

/** What is wrong with a matching of columns, worded: beside each field, and all together. */
export function useMatchErrors(errors: readonly FieldError[]): MatchErrors {
  const t = useTranslations("import");
  const worded = errors.map(({ field, code: given }) => {
    const known = CODES.find((one) => one === given) ?? "other";
    const name = t(`field.${fieldKey(field.replace(/Column\d?$/, ""))}`);
    return { fieldId: field, text: t(`matchError.${known}`, { field: name }) };
  });
  return { byField: Object.fromEntries(worded.map(({ fieldId, text }) => [fieldId, text])), list: worded };
}
