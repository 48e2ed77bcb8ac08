import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ReviseConsultationForm } from "@/components/consultation/forms/revise-consultation-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openReviseForm } from "@/lib/features/consultations/open-revise-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("edit.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function ReviseConsultationPage({ params }: Props) {
  const { workspace, id } = await params;
  const { value, member } = await readPage(
    openReviseForm,
    workspace,
    `/w/${workspace}/consultations/${id}/edit`,
    { id },
  );
  const t = await getTranslations("consultation-form");
  const { title, ...form } = value;
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("edit.title")} consultation={title} />
      <ReviseConsultationForm {...form} id={id} workspace={member.workspace} />
    </WorkspacePage>
  );
}
