import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/member/invite-form";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openInviteForm } from "@/lib/features/invitations/open-invite-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("invite.title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function InvitePage({ params }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(openInviteForm, workspace, `/w/${workspace}/members/invite`, {});
  const t = await getTranslations("members");
  return (
    <WorkspacePage member={member} current="members">
      <PageHeader title={t("invite.title")} sub={t("invite.sub")} />
      <InviteForm view={value.view} workspace={member.workspace} />
    </WorkspacePage>
  );
}
