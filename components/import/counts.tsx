import { useTranslations } from "next-intl";
import { Measure } from "@/components/ui/measure";
import { IMPORT_OUTCOMES, type ImportCounts } from "@/lib/domain/import/stored";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { counts: ImportCounts; tense: "preview" | "result" | "export.count" | "export.result" };

/** How many rows of a sheet, or records of an export, do or did what. */
export function Counts({ counts, tense }: Props) {
  const t = useTranslations("import");
  const format = useFormats();
  return (
    <div className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {IMPORT_OUTCOMES.map((outcome) => (
        <Measure
          key={outcome}
          figure={format.number(counts[outcome])}
          unit={t(`${tense}.${outcome}`, { count: counts[outcome] })}
        />
      ))}
    </div>
  );
}
