import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { fieldKey } from "@/lib/domain/import/refusal-sentence";
import type { ImportSummary, PreviewStage } from "@/lib/domain/import/view";
import { Counts } from "./counts";
import { FirstRows } from "./first-rows";
import { HeldRows } from "./held-rows";
import { RefusedRows } from "./refused-rows";
import { SaveOrDiscard } from "./save-or-discard";

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
      <SaveOrDiscard
        slug={slug}
        id={view.id}
        save={toSave > 0 ? t("preview.confirm", { count: toSave }) : null}
        why={t(counts.unchanged > 0 ? "preview.nothing" : "preview.noneFits")}
      >
        <ButtonLink href={`${path}?columns=1`} variant="secondary">
          {t("preview.again")}
        </ButtonLink>
      </SaveOrDiscard>
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
