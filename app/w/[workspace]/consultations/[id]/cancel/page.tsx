import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { CancelForm } from "@/components/consultation/forms/cancel-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openCancelForm } from "@/lib/features/consultations/open-cancel-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation-form"))("cancel.title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function CancelPage({ params }: Props) {
  const { workspace, id } = await params;
  const { value, member } = await readPage(
    openCancelForm,
    workspace,
    `/w/${workspace}/consultations/${id}/cancel`,
    { id },
  );
  const t = await getTranslations("consultation-form");
  const { view, consultation } = value;
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("cancel.title")} sub={t("cancel.sub")} consultation={consultation.title} />
      <CancelForm
        id={id}
        cancelled={consultation.cancelledOn !== null}
        view={view}
        workspace={member.workspace}
      />
    </WorkspacePage>
  );
}
