import { useTranslations } from "next-intl";
import { ConsultationRows } from "@/components/consultation/consultation-rows";
import { Static } from "@/components/markup/static";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { ConsultationRow } from "@/lib/domain/consultation-row";
import type { PlainDate } from "@/lib/domain/plain-date";
import type { BodyKind } from "@/lib/domain/taxonomy";
import { BodyMeasures, type BodyMeasuresProps } from "./body-measures";
import { BodySuccession, type Succession } from "./body-succession";

type Props = BodyMeasuresProps & {
  today: PlainDate;
  mayWrite: boolean;
  /** It was changed just now. */
  saved: boolean;
  body: { id: string; name: string; kind: BodyKind; directory: { name: string; nation: string } | null };
  succession: Succession;
  /** Of its consultations, and the latest of them. */
  total: number;
  rows: ConsultationRow[];
};

/** One public body: what it took, what came back, and everything it asked. */
export function BodyPage({
  slug,
  today,
  mayWrite,
  saved,
  body,
  succession,
  total,
  rows,
  ...measures
}: Props) {
  const t = useTranslations("public-body");
  const kinds = useTranslations("taxonomy.bodyKind");
  const { directory } = body;
  const listed = !directory
    ? null
    : directory.name === body.name
      ? t("page.listedSame", { nation: directory.nation })
      : t("page.listed", { name: directory.name, nation: directory.nation });
  return (
    <>
      {saved ? (
        <div className="mb-4">
          <Notice kind="success">{t("page.revised")}</Notice>
        </div>
      ) : null}
      <PageHeader
        title={<bdi>{body.name}</bdi>}
        sub={
          <>
            {kinds(body.kind)}. {listed}
          </>
        }
        action={
          mayWrite ? (
            <ButtonLink href={`/w/${slug}/bodies/${body.id}/edit`} variant="secondary">
              {t("page.edit")}
            </ButtonLink>
          ) : undefined
        }
      />
      <BodySuccession slug={slug} today={today} mayWrite={mayWrite} body={body.id} {...succession} />
      <BodyMeasures slug={slug} {...measures} />
      <Static className="mt-6">
        {rows.length > 0 ? (
          <Card
            title={t("page.history")}
            link={{
              href: `/w/${slug}/consultations?body=${body.id}`,
              label: t("page.all", { count: total }),
              fullLabel: t("page.allFull", { count: total, name: body.name }),
            }}
          >
            <ConsultationRows rows={rows} today={today} slug={slug} level={3} />
          </Card>
        ) : (
          <EmptyState
            title={t("page.noHistory")}
            action={
              mayWrite ? (
                <ButtonLink href={`/w/${slug}/consultations/new`} variant="secondary">
                  {t("page.log")}
                </ButtonLink>
              ) : undefined
            }
          />
        )}
      </Static>
    </>
  );
}
