import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BodyPage } from "@/components/public-body/body-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { may } from "@/lib/domain/permissions";
import { getBody } from "@/lib/features/public-bodies/get-body";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public-body"))("column.body") };
}

type Props = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

export default async function PublicBodyPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { value, member } = await readPage(getBody, workspace, `/w/${workspace}/bodies/${id}`, { id });
  const mayWrite = may(member.role, "record:write") && member.workspace.state === "active";
  const saved = (await searchParams).done === "revised";
  return (
    <WorkspacePage member={member} current="bodies">
      <BodyPage slug={workspace} mayWrite={mayWrite} saved={saved} {...value} />
    </WorkspacePage>
  );
}
