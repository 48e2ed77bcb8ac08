import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BodyForm } from "@/components/public-body/body-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openBodyForm } from "@/lib/features/public-bodies/open-body-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public-body"))("edit.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function EditBodyPage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/bodies/${id}/edit`;
  const { value, member } = await readPage(openBodyForm, workspace, path, { id });
  const t = await getTranslations("public-body");
  return (
    <WorkspacePage member={member} current="bodies">
      <PageHeader eyebrow={<bdi>{value.name}</bdi>} title={t("edit.title")} />
      <BodyForm id={id} view={value.view} workspace={member.workspace} />
    </WorkspacePage>
  );
}
