import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityForm } from "@/components/activity/activity-form";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openActivityForm } from "@/lib/features/activities/open-activity-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity-form"))("edit.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function ReviseActivityPage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/activities/${id}/edit`;
  const { value, member } = await readPage(openActivityForm, workspace, path, { id });
  const t = await getTranslations("activity-form");
  return (
    <WorkspacePage member={member} current="activities">
      <AboutConsultation title={t("edit.title")} consultation={value.title} />
      <ActivityForm id={id} view={value.view} choices={value.choices} workspace={member.workspace} />
    </WorkspacePage>
  );
}
