import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FailedStage, ImportSummary } from "@/lib/domain/import/view";
import { discardImportAction, resumeImportAction } from "@/lib/features/imports/actions";
import { ImportForm } from "./import-form";

type Props = { slug: string; view: ImportSummary & FailedStage };

/** An import that stopped for a reason on our side. */
export function FailedStagePage({ slug, view }: Props) {
  const t = useTranslations("import");
  return (
    <>
      <PageHeader title={t("failed.title")} eyebrow={view.fileName} sub={t("failed.text")} />
      <div className="flex flex-wrap gap-3">
        <ImportForm slug={slug} id={view.id} action={resumeImportAction}>
          <SubmitButton pendingLabel={t("progress.resumePending")}>{t("progress.resume")}</SubmitButton>
        </ImportForm>
        <ImportForm slug={slug} id={view.id} action={discardImportAction}>
          <Button type="submit" variant="quiet">
            {t("match.discard")}
          </Button>
        </ImportForm>
      </div>
    </>
  );
}
