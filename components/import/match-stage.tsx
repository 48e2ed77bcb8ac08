import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { columnInput, REFERENCE_INPUTS } from "@/lib/domain/import/match-form";
import type { ImportSummary, MatchStage } from "@/lib/domain/import/view";
import { discardImportAction, matchColumnsAction } from "@/lib/features/imports/actions";
import { AnswerColumns, NeededColumns, OtherColumns, ReferenceColumns } from "./column-groups";
import { DateOrder } from "./date-order";
import { ImportForm } from "./import-form";
import { useMatchErrors } from "./match-errors";

type Props = { slug: string; view: ImportSummary & MatchStage };

/** Each of our fields with the column of the sheet that feeds it. Works without scripts. */
export function MatchStagePage({ slug, view }: Props) {
  const t = useTranslations("import.match");
  const form = useTranslations("form");
  const errors = useMatchErrors(view.form.errors);
  const { values, stamp } = view.form;
  const inputs = [...IMPORT_FIELDS.map(columnInput), ...REFERENCE_INPUTS];
  const chosen = new Set(inputs.flatMap((name) => values[name] ?? []));
  const left = view.columns.filter(({ header }) => !chosen.has(header));
  const fields = { values, columns: view.columns, errors: errors.byField };
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub", { file: view.fileName, rows: view.rows })} />
      <ErrorSummary title={form("errorTitle")} errors={errors.list} />
      <form action={matchColumnsAction} key={stamp} className="grid gap-8">
        <input type="hidden" name="_workspace" value={slug} />
        <input type="hidden" name="id" value={view.id} />
        <NeededColumns {...fields} />
        <DateOrder view={view} error={errors.byField.dates} />
        <AnswerColumns {...fields} />
        <ReferenceColumns {...fields} />
        <OtherColumns {...fields} />
        <section className="max-w-measure">
          <h2 className="mb-1 text-lg">{t("left")}</h2>
          {left.length > 0 ? (
            <p className="break-words text-ink-2">
              {t("leftHint")} {left.map(({ header }) => header).join(", ")}
            </p>
          ) : (
            <p className="text-ink-2">{t("noneLeft")}</p>
          )}
        </section>
        <div>
          <SubmitButton pendingLabel={t("nextPending")} size="large">
            {t("next")}
          </SubmitButton>
        </div>
      </form>
      <div className="mt-6">
        <ImportForm slug={slug} id={view.id} action={discardImportAction}>
          <Button type="submit" variant="quiet">
            {t("discard")}
          </Button>
        </ImportForm>
      </div>
    </>
  );
}
