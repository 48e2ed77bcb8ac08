import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogConsultationForm } from "@/components/consultation/forms/log-consultation-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { recordId } from "@/lib/domain/fields";
import { openLogForm } from "@/lib/features/consultations/open-log-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("new.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function LogConsultationPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const begun = recordId.safeParse((await searchParams).begun).data ?? null;
  const path = `/w/${workspace}/consultations/new${begun ? `?begun=${begun}` : ""}`;
  const { value, member } = await readPage(openLogForm, workspace, path, { begun });
  const t = await getTranslations("consultation-form");
  return (
    <WorkspacePage member={member} current={null}>
      <PageHeader title={t("new.title")} sub={t("new.sub")} />
      <LogConsultationForm {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
