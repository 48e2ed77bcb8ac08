import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TakeEverythingOut } from "@/components/export/take-everything-out";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { openExport } from "@/lib/features/export/open-export";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("take-out.page"))("title") };
}

export default async function ExportPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { wait } = await searchParams;
  const { member } = await readPage(openExport, workspace, `/w/${workspace}/settings/export`, {});
  const t = await getTranslations("take-out.page");
  return (
    <WorkspacePage member={member} current="settings">
      <PageHeader title={t("title")} sub={t("sub")} />
      <TakeEverythingOut slug={workspace} wait={wait === "1"} />
    </WorkspacePage>
  );
}
