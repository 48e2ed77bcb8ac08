import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Static } from "@/components/markup/static";
import { GoneView } from "@/components/share/gone-view";
import { ShareShell } from "@/components/share/share-shell";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { isViewPath, PATH_HEADER } from "@/lib/domain/page-path";

export default async function NotFound() {
  if (isViewPath((await headers()).get(PATH_HEADER)))
    return (
      <ShareShell>
        <GoneView />
      </ShareShell>
    );
  const t = await getTranslations("error");
  // The framework makes this for every page there is, in case it should be needed: as cheaply as can be.
  return (
    <Static inCase>
      <PublicShell>
        <PageHeader title={t("notFoundTitle")} sub={t("notFoundText")} />
        <ButtonLink href="/">{t("toStart")}</ButtonLink>
      </PublicShell>
    </Static>
  );
}
