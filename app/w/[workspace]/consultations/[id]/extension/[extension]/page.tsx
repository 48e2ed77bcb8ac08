import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ExtensionForm } from "@/components/consultation/forms/extension-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openExtensionForm } from "@/lib/features/extensions/open-extension-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("extension-form"))("edit.title") };
}

type Props = { params: Promise<{ workspace: string; id: string; extension: string }> };

export default async function ReviseExtensionPage({ params }: Props) {
  const { workspace, id, extension } = await params;
  const path = `/w/${workspace}/consultations/${id}/extension/${extension}`;
  const { value, member } = await readPage(openExtensionForm, workspace, path, {
    consultationId: id,
    id: extension,
  });
  const t = await getTranslations("extension-form");
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("edit.title")} consultation={value.consultation.title} />
      <ExtensionForm {...value} id={extension} workspace={member.workspace} />
    </WorkspacePage>
  );
}
