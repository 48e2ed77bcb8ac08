import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportSummary, ProgressStage } from "@/lib/domain/import/view";
import { resumeImportAction } from "@/lib/features/imports/actions";
import { ImportForm } from "./import-form";
import { Watch } from "./watch";

type Props = { slug: string; view: ImportSummary & ProgressStage };

/** A job is at work: how far it has got. The page looks again by itself, with or without scripts. */
export function ProgressStagePage({ slug, view }: Props) {
  const t = useTranslations("import.progress");
  const path = `/w/${slug}/import/${view.id}`;
  return (
    <>
      <Watch />
      <noscript>
        <meta httpEquiv="refresh" content={`3;url=${path}`} />
      </noscript>
      <PageHeader title={t(view.doing)} eyebrow={view.fileName} sub={t("wait")} />
      <div role="status" className="mb-6 max-w-form">
        <progress
          value={view.rowsDone}
          max={view.rows}
          aria-label={t(view.doing)}
          className="h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-teal [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-teal"
        />
        <p className="mt-1 tabular-nums">{t("done", { done: view.rowsDone, rows: view.rows })}</p>
      </div>
      {view.stuck ? (
        <div className="mb-6 max-w-form">
          <Notice
            kind="info"
            action={
              <ImportForm slug={slug} id={view.id} action={resumeImportAction}>
                <SubmitButton pendingLabel={t("resumePending")} variant="secondary">
                  {t("resume")}
                </SubmitButton>
              </ImportForm>
            }
          >
            {t("stuck")}
          </Notice>
        </div>
      ) : null}
      <ButtonLink href={path} variant="secondary">
        {t("look")}
      </ButtonLink>
    </>
  );
}
