import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { SupportSettings } from "@/components/support/support-settings";
import { readPage } from "@/lib/access/pages";
import { openSupport } from "@/lib/features/support/open-support";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platform"))("support.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ done?: string }> };

export default async function SupportSettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(openSupport, workspace, `/w/${workspace}/settings/support`, {});
  return (
    <WorkspacePage member={member} current="settings">
      <SupportSettings workspace={member.workspace} done={(await searchParams).done} {...value} />
    </WorkspacePage>
  );
}
