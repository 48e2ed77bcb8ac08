import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoreSettings } from "@/components/settings/more-settings";
import { SettingsForm } from "@/components/settings/settings-form";
import { SettingsNotice } from "@/components/settings/settings-notice";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import { openSettings } from "@/lib/features/settings/open-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { value, member } = await readPage(openSettings, workspace, `/w/${workspace}/settings`, {});
  const t = await getTranslations("settings");
  return (
    <WorkspacePage member={member} current="settings">
      <SettingsNotice query={await searchParams} slug={workspace} />
      <PageHeader title={t("title")} sub={t("sub")} />
      <SettingsForm view={value.view} places={value.places} workspace={member.workspace} />
      <MoreSettings slug={workspace} />
    </WorkspacePage>
  );
}
