import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShareForm } from "@/components/share-admin/share-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openShareForm } from "@/lib/features/shares/open-share-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shares"))("edit") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function EditSharePage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/shares/${id}/edit`;
  const { value, member } = await readPage(openShareForm, workspace, path, { id });
  const t = await getTranslations("shares");
  return (
    <WorkspacePage member={member} current="views">
      <PageHeader title={t("edit")} sub={t(value.released ? "editReleasedSub" : "newSub")} />
      <ShareForm id={id} {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
