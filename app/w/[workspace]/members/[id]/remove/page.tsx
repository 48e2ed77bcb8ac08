import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RemoveMember } from "@/components/member/remove-member";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openMember } from "@/lib/features/members/open-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("remove.metaTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function RemoveMemberPage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/members/${id}/remove`;
  const { value, member } = await readPage(openMember, workspace, path, { id });
  if (value.person.isYou) notFound();
  const t = await getTranslations("members");
  return (
    <WorkspacePage member={member} current="members">
      <PageHeader
        title={t.rich("remove.title", { name: () => <bdi>{value.person.name ?? value.person.email}</bdi> })}
      />
      <RemoveMember slug={workspace} id={id} />
    </WorkspacePage>
  );
}
