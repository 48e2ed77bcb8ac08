import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EraseRecord } from "@/components/settings/erase-record";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openOldRecord } from "@/lib/features/retention/open-old-record";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("eraseRecord.metaTitle") };
}

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function EraseOldRecordPage({ params }: Props) {
  const { workspace, id } = await params;
  const path = `/w/${workspace}/settings/retention/${id}/erase`;
  const { value, member } = await readPage(openOldRecord, workspace, path, { id });
  const t = await getTranslations("settings");
  return (
    <WorkspacePage member={member} current="settings">
      <PageHeader title={t.rich("eraseRecord.title", { title: () => <bdi>{value.old.title}</bdi> })} />
      <EraseRecord slug={workspace} id={id} />
    </WorkspacePage>
  );
}
