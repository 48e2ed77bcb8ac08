import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberNotice } from "@/components/member/member-notice";
import { MemberPage } from "@/components/member/member-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openMember } from "@/lib/features/members/open-member";
import { getFormats } from "@/lib/i18n/get-formats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("member.title") };
}

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OneMemberPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/members/${id}`;
  const { value, member } = await readPage(openMember, workspace, path, { id });
  const t = await getTranslations("members");
  const formats = await getFormats();
  const { person } = value;
  return (
    <WorkspacePage member={member} current="members">
      <MemberNotice query={await searchParams} />
      <PageHeader
        eyebrow={t("member.title")}
        title={<bdi>{person.name ?? person.email}</bdi>}
        sub={t.rich("member.sub", {
          email: () => <bdi dir="ltr">{person.email}</bdi>,
          date: formats.date(person.since),
        })}
      />
      <MemberPage {...value} workspace={member.workspace} />
    </WorkspacePage>
  );
}
