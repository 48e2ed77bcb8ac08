import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Logged } from "@/components/quick-log/logged";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { getLogged } from "@/lib/features/quick-log/get-logged";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quick-log.logged"))("title") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function LoggedPage({ params }: Props) {
  const { workspace, id } = await params;
  const { value, member } = await readPage(getLogged, workspace, `/w/${workspace}/log/${id}`, { id });
  return (
    <WorkspacePage member={member} current="log">
      <Logged slug={workspace} {...value} />
    </WorkspacePage>
  );
}
