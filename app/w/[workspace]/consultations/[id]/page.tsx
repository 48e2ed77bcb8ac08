import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsultationPage } from "@/components/consultation/consultation-page";
import { OutcomeNotice } from "@/components/consultation/forms/outcome-notice";
import { DismissedNotice } from "@/components/linked/proposal";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { may } from "@/lib/domain/permissions";
import { getConsultation } from "@/lib/features/consultations/get-consultation";

/** The title of the record stays out of the window's title and the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation"))("pageTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

export default async function OneConsultationPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const query = await searchParams;
  const path = `/consultations/${id}`;
  const { value, member } = await readPage(getConsultation, workspace, `/w/${workspace}${path}`, { id });
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  return (
    <WorkspacePage member={member} current="consultations">
      <div className="mb-4 empty:hidden">
        <OutcomeNotice query={query} slug={workspace} page={path} />
        <DismissedNotice query={query} slug={workspace} page={path} />
      </div>
      <ConsultationPage {...value} workspace={member.workspace} mayWrite={mayWrite} />
    </WorkspacePage>
  );
}
