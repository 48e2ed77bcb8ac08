import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttachmentForm } from "@/components/attachment/attachment-form";
import { AboutConsultation } from "@/components/consultation/forms/about-consultation";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { openActivityFileForm } from "@/lib/features/attachments/open-attachment-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attachment.form"))("title") };
}

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AddActivityFilePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { about } = await searchParams;
  const path = `/w/${workspace}/activities/${id}/files/new`;
  const { value, member } = await readPage(openActivityFileForm, workspace, path, { activityId: id });
  const t = await getTranslations("attachment.form");
  return (
    <WorkspacePage member={member} current="activities">
      <AboutConsultation title={t("title")} consultation={value.title} />
      <AttachmentForm
        slug={workspace}
        room="activities"
        of={id}
        choices={value.choices}
        about={typeof about === "string" ? about : undefined}
        view={value.view}
      />
    </WorkspacePage>
  );
}
