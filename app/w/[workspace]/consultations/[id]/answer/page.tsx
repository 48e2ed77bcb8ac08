import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ResponseForm } from "@/components/consultation/forms/response-form";
import { ProposedNotice } from "@/components/linked/proposal";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { recordId } from "@/lib/domain/fields";
import { openResponseForm } from "@/lib/features/responses/open-response-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("response-form"))("new.title") };
}

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ proposal?: string }>;
};

export default async function RecordResponsePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const proposal = recordId.safeParse((await searchParams).proposal).data ?? null;
  const path = `/w/${workspace}/consultations/${id}/answer${proposal ? `?proposal=${proposal}` : ""}`;
  const { value, member } = await readPage(openResponseForm, workspace, path, {
    consultationId: id,
    id: null,
    proposal,
  });
  const t = await getTranslations("response-form");
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("new.title")} consultation={value.consultation.title} />
      {value.proposed ? <ProposedNotice /> : null}
      <ResponseForm {...value} id={null} workspace={member.workspace} />
    </WorkspacePage>
  );
}
