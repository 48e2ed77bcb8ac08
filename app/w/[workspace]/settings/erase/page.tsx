import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EraseEverything } from "@/components/erasure/erase-everything";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/access/pages";
import type { Query } from "@/lib/domain/consultation-address";
import { openErasureForm } from "@/lib/features/erasures/open-erasure-form";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.erase"))("title") };
}

export default async function ErasePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const path = `/w/${workspace}/settings/erase`;
  const { value, member } = await readPage(openErasureForm, workspace, path, {});
  const t = await getTranslations("workspaces.erase");
  return (
    <WorkspacePage member={member} current="settings">
      <PageHeader title={t("title")} sub={t("sub")} />
      <EraseEverything
        slug={workspace}
        name={member.workspace.name}
        askedOn={value.askedOn}
        done={query.done}
        problem={query.problem === "not_the_name"}
      />
    </WorkspacePage>
  );
}
