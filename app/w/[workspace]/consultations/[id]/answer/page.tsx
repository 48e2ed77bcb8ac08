import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ResponseForm } from "@/components/consultation/forms/response-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openResponseForm } from "@/lib/features/responses/open-response-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("response-form"))("new.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function RecordResponsePage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/consultations/${id}/answer`;
  const { value, member } = await readPage(openResponseForm, workspace, path, {
    consultationId: id,
    id: null,
  });
  const t = await getTranslations("response-form");
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("new.title")} consultation={value.consultation.title} />
      <ResponseForm {...value} id={null} workspace={member.workspace} />
    </WorkspacePage>
  );
}
