import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PromiseForm } from "@/components/activity/promise-form";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openPromiseForm } from "@/lib/features/activities/open-promise-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity-form"))("promise.newTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function RecordPromisePage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/activities/${id}/promise`;
  const { value, member } = await readPage(openPromiseForm, workspace, path, { activityId: id, id: null });
  const t = await getTranslations("activity-form");
  return (
    <WorkspacePage member={member} current="activities">
      <AboutConsultation title={t("promise.newTitle")} consultation={value.activity.title} />
      <PromiseForm {...value} id={null} workspace={member.workspace} />
    </WorkspacePage>
  );
}
