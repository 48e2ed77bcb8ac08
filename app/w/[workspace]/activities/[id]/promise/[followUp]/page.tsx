import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PromiseForm } from "@/components/activity/promise-form";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openPromiseForm } from "@/lib/features/activities/open-promise-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity-form"))("promise.editTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string; followUp: string }> };

export default async function RevisePromisePage({ params }: Props) {
  const { workspace, id, followUp } = await params;
  const path = `/w/${workspace}/activities/${id}/promise/${followUp}`;
  const { value, member } = await readPage(openPromiseForm, workspace, path, {
    activityId: id,
    id: followUp,
  });
  const t = await getTranslations("activity-form");
  return (
    <WorkspacePage member={member} current="activities">
      <AboutConsultation title={t("promise.editTitle")} consultation={value.activity.title} />
      <PromiseForm {...value} id={followUp} workspace={member.workspace} />
    </WorkspacePage>
  );
}
