import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExitLink } from "@/components/shell/exit-link";
import { PublicShell } from "@/components/shell/public-shell";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePerson } from "@/lib/access/person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shared"))("title") };
}

/** What has been released to whoever is signed in. Nothing can be released yet, and the page says so. */
export default async function SharedPage() {
  const person = await requirePerson("/shared");
  const t = await getTranslations("shared");
  return (
    <PublicShell
      corner={
        <>
          <SignOutButton />
          <ExitLink />
        </>
      }
    >
      <PageHeader title={t("title")} sub={t("sub", { email: person.email })} />
      <EmptyState title={t("empty")} example={t("emptyExample")} />
    </PublicShell>
  );
}
