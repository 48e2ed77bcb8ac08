import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { ReasonsForm } from "@/components/consultation/forms/reasons-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openReasonsForm } from "@/lib/features/consultations/open-reasons-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("reasons.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function ReasonsPage({ params }: Props) {
  const { workspace, id } = await params;
  const { value, member } = await readPage(
    openReasonsForm,
    workspace,
    `/w/${workspace}/consultations/${id}/reasons`,
    { id },
  );
  const t = await getTranslations("consultation-form");
  const { view, consultation } = value;
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation
        title={t("reasons.title")}
        sub={t("reasons.sub")}
        consultation={consultation.title}
      />
      <ReasonsForm
        id={id}
        accepted={consultation.explanation.acceptedOn !== null}
        view={view}
        workspace={member.workspace}
      />
    </WorkspacePage>
  );
}
