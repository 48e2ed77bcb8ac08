import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { ImportSummary, ResultStage } from "@/lib/domain/import/view";
import { Counts } from "./counts";
import { RefusedRows } from "./refused-rows";

type Props = { slug: string; view: ImportSummary & ResultStage };

/** What an import did. */
export function ResultStagePage({ slug, view }: Props) {
  const t = useTranslations("import");
  return (
    <>
      <PageHeader
        title={t(view.ofExport ? "export.result.title" : "result.title")}
        sub={t("result.sub", { file: view.fileName, rows: view.rows })}
      />
      <Counts counts={view.counts} tense={view.ofExport ? "export.result" : "result"} />
      <div className="mb-8 flex flex-wrap gap-3">
        <ButtonLink href={`/w/${slug}`}>{t("result.see")}</ButtonLink>
        <ButtonLink href={`/w/${slug}/import`} variant="secondary">
          {t("backToAll")}
        </ButtonLink>
      </div>
      <RefusedRows
        href={`/w/${slug}/import/${view.id}/refused`}
        title={t("result.refusedTitle")}
        hint={t("result.refusedHint")}
        count={view.counts.refused}
        rows={view.refused}
      />
    </>
  );
}
