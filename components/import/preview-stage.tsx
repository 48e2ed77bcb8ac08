import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { fieldKey } from "@/lib/domain/import/refusal-sentence";
import type { ImportSummary, PreviewStage } from "@/lib/domain/import/view";
import { discardImportAction, startImportAction } from "@/lib/features/imports/actions";
import { Counts } from "./counts";
import { FirstRows } from "./first-rows";
import { HeldRows } from "./held-rows";
import { ImportForm } from "./import-form";
import { RefusedRows } from "./refused-rows";

type Props = { slug: string; view: ImportSummary & PreviewStage };

/** What an import would do: nothing is saved yet. */
export function PreviewStagePage({ slug, view }: Props) {
  const t = useTranslations("import");
  const path = `/w/${slug}/import/${view.id}`;
  const { counts, bodies, refused } = view;
  const toSave = counts.created + counts.changed;
  return (
    <>
      <PageHeader title={t("preview.title")} sub={t("preview.sub", { file: view.fileName })} />
      <Counts counts={counts} tense="preview" />
      {bodies.all > 0 ? (
        <p className="mb-6">{t("preview.bodies", { count: bodies.all, fresh: bodies.fresh })}</p>
      ) : null}
      <div className="mb-8 flex flex-wrap items-center gap-3">
        {toSave > 0 ? (
          <ImportForm slug={slug} id={view.id} action={startImportAction}>
            <SubmitButton pendingLabel={t("preview.confirmPending")} size="large">
              {t("preview.confirm", { count: toSave })}
            </SubmitButton>
          </ImportForm>
        ) : (
          <p className="font-semibold">{t(counts.unchanged > 0 ? "preview.nothing" : "preview.noneFits")}</p>
        )}
        <ButtonLink href={`${path}?columns=1`} variant="secondary">
          {t("preview.again")}
        </ButtonLink>
        <ImportForm slug={slug} id={view.id} action={discardImportAction}>
          <Button type="submit" variant="quiet">
            {t("match.discard")}
          </Button>
        </ImportForm>
      </div>
      <div className="grid gap-6">
        <Warnings warnings={view.warnings} />
        <HeldRows slug={slug} id={view.id} held={view.held} accepted={view.accepted} />
        <RefusedRows
          href={`${path}/refused`}
          title={t("preview.refusedTitle")}
          hint={t("preview.refusedHint")}
          count={counts.refused}
          rows={refused}
        />
        <FirstRows rows={view.examples} />
      </div>
    </>
  );
}

function Warnings({ warnings }: Pick<PreviewStage, "warnings">) {
  const t = useTranslations("import");
  if (warnings.length === 0) return null;
  return (
    <Card title={t("preview.warnings")}>
      <ul className="grid max-w-measure gap-3">
        {warnings.map(({ field, code, count, example }) => {
          const kind = code !== "not_a_url" ? "other" : field === "answerUrl" ? "answer" : "link";
          return (
            <li key={`${field} ${code}`} className="break-words">
              {t(`preview.warning.${kind}`, { count, field: t(`field.${fieldKey(field)}`), example })}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
