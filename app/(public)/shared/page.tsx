import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReleasedViews } from "@/components/share/released-views";
import { ShareShell } from "@/components/share/share-shell";
import { PageHeader } from "@/components/ui/page-header";
import { requirePerson } from "@/lib/access/person";
import { findViews } from "@/lib/features/shared-views/find-views";
import { today } from "@/lib/features/shared-views/reading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shared"))("title") };
}

/** What has been released to whoever is signed in, by organisations of any workspace. */
export default async function SharedPage() {
  const person = await requirePerson("/shared");
  const t = await getTranslations("shared");
  return (
    <ShareShell signedIn>
      <PageHeader title={t("title")} sub={t("sub", { email: person.email })} />
      <ReleasedViews views={await findViews(person)} today={today()} />
    </ShareShell>
  );
}
