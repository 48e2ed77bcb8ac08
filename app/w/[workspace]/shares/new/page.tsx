import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShareForm } from "@/components/share-admin/share-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openShareForm } from "@/lib/features/shares/open-share-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shares"))("new") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function NewSharePage({ params }: Props) {
  const { workspace } = await params;
  const path = `/w/${workspace}/shares/new`;
  const { value, member } = await readPage(openShareForm, workspace, path, { id: null });
  const t = await getTranslations("shares");
  return (
    <WorkspacePage member={member} current="views">
      <PageHeader title={t("new")} sub={t("newSub")} />
      <ShareForm id={null} {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
