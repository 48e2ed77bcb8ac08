import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.sent"))("title") };
}

export default async function SentPage() {
  const t = await getTranslations("sign-in.sent");
  return (
    <PublicShell>
      <PageHeader title={t("title")} sub={t("text")} />
      <p className="mb-6 max-w-measure">{t("nothing")}</p>
      <ButtonLink href="/sign-in" variant="secondary">
        {t("again")}
      </ButtonLink>
    </PublicShell>
  );
}
