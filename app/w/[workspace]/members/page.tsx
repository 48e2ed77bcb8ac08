import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/member/invitation-list";
import { MemberList } from "@/components/member/member-list";
import { MemberNotice } from "@/components/member/member-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { findMembers } from "@/lib/features/members/find-members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MembersPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(findMembers, workspace, `/w/${workspace}/members`, {});
  const t = await getTranslations("members");
  const mayChange = member.workspace.state === "active";
  return (
    <WorkspacePage member={member} current="members">
      <div className="grid gap-6">
        <MemberNotice query={await searchParams} />
        <div>
          <PageHeader
            title={t("title")}
            sub={t("sub")}
            action={
              mayChange ? (
                <ButtonLink href={`/w/${workspace}/members/invite`}>{t("inviteSomebody")}</ButtonLink>
              ) : undefined
            }
          />
          <MemberList slug={workspace} members={value.members} mayChange={mayChange} />
        </div>
        <InvitationList slug={workspace} invitations={value.invitations} mayChange={mayChange} />
      </div>
    </WorkspacePage>
  );
}
