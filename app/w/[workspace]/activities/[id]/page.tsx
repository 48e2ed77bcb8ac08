import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityPage } from "@/components/activity/activity-page";
import { OutcomeNotice } from "@/components/consultation/forms/outcome-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { may } from "@/lib/domain/permissions";
import { getActivity } from "@/lib/features/activities/get-activity";

/** The title of the record stays out of the window's title and the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("pageTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

export default async function OneActivityPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const path = `/activities/${id}`;
  const { value, member } = await readPage(getActivity, workspace, `/w/${workspace}${path}`, { id });
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  return (
    <WorkspacePage member={member} current="activities">
      <div className="mb-4 empty:hidden">
        <OutcomeNotice query={await searchParams} slug={workspace} page={path} />
      </div>
      <ActivityPage {...value} workspace={member.workspace} mayWrite={mayWrite} />
    </WorkspacePage>
  );
}
