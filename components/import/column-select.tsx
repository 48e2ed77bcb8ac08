import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { ImportField } from "@/lib/domain/import/fields";
import { columnInput } from "@/lib/domain/import/match-form";
import type { SheetColumn } from "@/lib/domain/import/view";

/** What every choice of a column needs: the fields' values, the sheet's columns, what is wrong. */
export type MatchFields = {
  values: Readonly<Record<string, string[]>>;
  columns: readonly SheetColumn[];
  errors: Readonly<Record<string, string>>;
};

type Props = MatchFields & {
  field: ImportField;
  /** The input's name and label, where a field has several. */
  input?: string;
  label?: string;
};

const SHORT = 28;

function short(text: string): string {
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}

/** Which column of the sheet feeds a field. Each column is named with something that stands in it. */
export function ColumnSelect({ field, input = columnInput(field), label, values, columns, errors }: Props) {
  const t = useTranslations("import");
  const value = values[input]?.[0] ?? "";
  const samples = columns.find(({ header }) => header === value)?.samples ?? [];
  return (
    <Select
      name={input}
      label={label ?? t(`field.${field}`)}
      hint={
        samples.length > 0 ? (
          <span className="block break-words">{t("match.sample", { samples: samples.join(" · ") })}</span>
        ) : undefined
      }
      error={errors[input]}
      empty={t("match.noColumn")}
      defaultValue={value}
      choices={columns.map(({ header, samples: [sample] }) => ({
        value: header,
        label: sample ? t("match.choice", { header, sample: short(sample) }) : header,
      }))}
    />
  );
}
