import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityForm } from "@/components/activity/activity-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openActivityForm } from "@/lib/features/activities/open-activity-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity-form"))("new.title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function LogActivityPage({ params }: Props) {
  const { workspace } = await params;
  const path = `/w/${workspace}/activities/new`;
  const { value, member } = await readPage(openActivityForm, workspace, path, { id: null });
  const t = await getTranslations("activity-form");
  return (
    <WorkspacePage member={member} current="activities">
      <PageHeader title={t("new.title")} sub={t("new.sub")} />
      <ActivityForm id={null} view={value.view} choices={value.choices} workspace={member.workspace} />
    </WorkspacePage>
  );
}
