import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** A workspace without any record is told what to do first. */
export function EmptyDashboard({ slug, mayWrite }: { slug: string; mayWrite: boolean }) {
  const t = useTranslations("dashboard.empty");
  if (!mayWrite) return <EmptyState title={t("viewer")} />;
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} />
      <EmptyState
        title={t("example")}
        action={
          <>
            <ButtonLink href={`/w/${slug}/consultations/new`}>{t("log")}</ButtonLink>
            <ButtonLink href={`/w/${slug}/import`} variant="secondary">
              {t("import")}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
