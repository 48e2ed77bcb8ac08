import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "@/components/linked/link-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { settings } from "@/lib/env";
import { openLinkForm } from "@/lib/features/linked/open-link-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("linked"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function LinkPage({ params }: Props) {
  const { workspace } = await params;
  const path = `/w/${workspace}/consultations/link`;
  const { value, member } = await readPage(openLinkForm, workspace, path, {});
  if (!settings().readLinks) notFound();
  const t = await getTranslations("linked");
  return (
    <WorkspacePage member={member} current={null}>
      <PageHeader title={t("title")} sub={t("sub")} />
      <LinkForm {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
