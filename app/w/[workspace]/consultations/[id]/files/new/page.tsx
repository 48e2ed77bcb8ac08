import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttachmentForm } from "@/components/attachment/attachment-form";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openAttachmentForm } from "@/lib/features/attachments/open-attachment-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attachment.form"))("title") };
}

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AddFilePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { about } = await searchParams;
  const path = `/w/${workspace}/consultations/${id}/files/new`;
  const { value, member } = await readPage(openAttachmentForm, workspace, path, { consultationId: id });
  const t = await getTranslations("attachment.form");
  return (
    <WorkspacePage member={member} current="consultations">
      <AboutConsultation title={t("title")} consultation={value.title} />
      <AttachmentForm
        slug={workspace}
        room="consultations"
        of={id}
        choices={value.choices}
        about={typeof about === "string" ? about : undefined}
        view={value.view}
      />
    </WorkspacePage>
  );
}
