import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StartPage } from "@/components/import/start-page";
import { WorkspacePage } from "@/components/shell/workspace-page";
import { readPage } from "@/lib/access/pages";
import { findImports } from "@/lib/features/imports/find-imports";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { problem, row, kinds, done } = await searchParams;
  const { value, member } = await readPage(findImports, workspace, `/w/${workspace}/import`, {});
  return (
    <WorkspacePage member={member} current="import">
      <StartPage
        slug={workspace}
        imports={value.imports}
        problem={typeof problem === "string" ? problem : undefined}
        row={Number(row) || 0}
        kinds={typeof kinds === "string" ? kinds.split(" ") : []}
        discarded={done === "discarded"}
      />
    </WorkspacePage>
  );
}
