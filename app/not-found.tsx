import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export default async function NotFound() {
  const t = await getTranslations("error");
  return (
    <PublicShell>
      <PageHeader title={t("notFoundTitle")} sub={t("notFoundText")} />
      <ButtonLink href="/">{t("toStart")}</ButtonLink>
    </PublicShell>
  );
}
