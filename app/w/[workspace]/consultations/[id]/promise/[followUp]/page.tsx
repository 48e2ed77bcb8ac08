import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ConsultationPromiseForm } from "@/components/follow-up/consultation-promise-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openFollowUpForm } from "@/lib/features/follow-ups/open-follow-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("follow-up-form"))("edit.title") };
}

type Props = { params: Promise<{ workspace: string; id: string; followUp: string }> };

export default async function ReviseFollowUpPage({ params }: Props) {
  const { workspace, id, followUp } = await params;
  const path = `/w/${workspace}/consultations/${id}/promise/${followUp}`;
  const { value, member } = await readPage(openFollowUpForm, workspace, path, {
    consultationId: id,
    id: followUp,
  });
  const t = await getTranslations("follow-up-form");
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("edit.title")} consultation={value.consultation.title} />
      <ConsultationPromiseForm
        {...value}
        bodies={value.choices.bodies}
        id={followUp}
        workspace={member.workspace}
      />
    </WorkspacePage>
  );
}
