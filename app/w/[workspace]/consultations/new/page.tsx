import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogConsultationForm } from "@/components/consultation/forms/log-consultation-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openLogForm } from "@/lib/features/consultations/open-log-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("new.title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function LogConsultationPage({ params }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(openLogForm, workspace, `/w/${workspace}/consultations/new`, {});
  const t = await getTranslations("consultation-form");
  return (
    <WorkspacePage member={member} current={null}>
      <PageHeader title={t("new.title")} sub={t("new.sub")} />
      <LogConsultationForm {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
